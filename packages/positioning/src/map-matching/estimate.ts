import { atLeast, type Covariance2 } from '../accuracy';
import { lengthOf } from './ground';
import type { Particles } from './particles';

/** What the particles say, of the level where most of them are. */
export interface Estimate {
  readonly x: number;
  readonly y: number;
  readonly level: number;
  /** Share of the weight that is on this level. */
  readonly levelShare: number;
  readonly covariance: Covariance2;
  /** Radius in metres that holds 95 % of the weight on this level. */
  readonly radius95: number;
}

const ITERATIONS = 6;
const SOFTENING = 0.3;
const BINS = 512;
const BIN = 0.125;
const SMALLEST_VARIANCE = 0.01;

/** The geometric median of the particles (Weiszfeld's iteration): of two places that are possible, the likelier, not one between. */
export function estimateOf(particles: Particles, levels: number): Estimate {
  const level = likeliestLevel(particles, levels);
  let [x, y] = meanOf(particles, level.index, () => 1);
  for (let k = 0; k < ITERATIONS; k++) {
    const [cx, cy] = [x, y];
    [x, y] = meanOf(particles, level.index, (px, py) => 1 / (SOFTENING + lengthOf(px - cx, py - cy)));
  }
  return {
    x,
    y,
    level: level.index,
    levelShare: level.share,
    covariance: covarianceAbout(particles, level.index, level.share, x, y),
    radius95: radiusOf(particles, level.index, level.share, x, y),
  };
}

function likeliestLevel(particles: Particles, levels: number): { index: number; share: number } {
  const shares = new Float64Array(levels);
  for (let i = 0; i < particles.count; i++) {
    const level = particles.level[i]!;
    shares[level] = shares[level]! + particles.weight[i]!;
  }
  const share = Math.max(...shares);
  return { index: shares.indexOf(share), share };
}

function meanOf(
  { x, y, level, weight, count }: Particles,
  on: number,
  pull: (x: number, y: number) => number,
): [number, number] {
  let [sum, sumX, sumY] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    if (level[i] !== on) continue;
    const w = weight[i]! * pull(x[i]!, y[i]!);
    sum += w;
    sumX += w * x[i]!;
    sumY += w * y[i]!;
  }
  return [sumX / sum, sumY / sum];
}

function covarianceAbout(
  { x, y, level, weight, count }: Particles,
  on: number,
  share: number,
  cx: number,
  cy: number,
): Covariance2 {
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    if (level[i] !== on) continue;
    const [dx, dy] = [x[i]! - cx, y[i]! - cy];
    xx += weight[i]! * dx * dx;
    xy += weight[i]! * dx * dy;
    yy += weight[i]! * dy * dy;
  }
  return atLeast([xx / share, xy / share, yy / share], SMALLEST_VARIANCE);
}

function radiusOf(
  { x, y, level, weight, count }: Particles,
  on: number,
  share: number,
  cx: number,
  cy: number,
): number {
  const bins = new Float64Array(BINS);
  for (let i = 0; i < count; i++) {
    if (level[i] !== on) continue;
    const bin = Math.min(BINS - 1, Math.floor(lengthOf(x[i]! - cx, y[i]! - cy) / BIN));
    bins[bin] = bins[bin]! + weight[i]!;
  }
  let [bin, sum] = [0, bins[0]!];
  while (sum < 0.95 * share && bin < BINS - 1) sum += bins[++bin]!;
  return (bin + 1) * BIN;
}
