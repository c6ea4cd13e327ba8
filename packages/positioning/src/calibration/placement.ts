import { defaultChannel } from '../radio-model';
import type { Bin } from './cells';

/** What placing needs of a bin. */
export type HeardAt = Pick<Bin, 'x' | 'y' | 'level' | 'meanDbm' | 'count'>;

/** Where a beacon seems to hang, how strong it is, and how sure that is (one standard deviation of each coordinate, metres). */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly powerDbm: number;
  readonly sd: number;
}

const GRID_METRES = 1;
const REACH_METRES = 14;
/** How far a beacon hangs from where it is loudest, in each coordinate: surveyors do not walk behind counters. */
const LOUDEST_SD_METRES = 4;
/** What walls and reflections do to a place beyond what the posterior knows: its factor, and metres in quadrature. */
const MODEL_DOUBT = 2.5;
const MODEL_DOUBT_METRES = 4;
const TYPICAL_POWER_DBM = -62;
const POWER_SD_DB = 6;
/** Shadowing makes neighbouring bins alike: of so many there is one independent. */
const BINS_AS_ONE = 1.5;

/** Mean loss in dB from 1 m to `metres`, with two slopes. */
export function pathLossDb(metres: number): number {
  const { nearExponent, farExponent, breakpoint } = defaultChannel;
  const near = 10 * nearExponent * Math.log10(Math.max(0.5, Math.min(metres, breakpoint)));
  return metres <= breakpoint ? near : near + 10 * farExponent * Math.log10(metres / breakpoint);
}

/**
 * Places a beacon by the path-loss law alone: the posterior over a grid about where it is strongest, with the power integrated out under
 * a wide prior and the place held near where it is loudest. Undefined where too little was heard.
 */
export function placeBeacon(bins: readonly HeardAt[], heightAboveReceiver: number): Placement | undefined {
  const level = strongestLevel(bins);
  const here = bins.filter((bin) => bin.level === level);
  if (level === undefined || here.length < 3) return undefined;
  const centre = loudCentre(here);
  const candidates: { x: number; y: number; power: number; log: number }[] = [];
  for (let dx = -REACH_METRES; dx <= REACH_METRES; dx += GRID_METRES) {
    for (let dy = -REACH_METRES; dy <= REACH_METRES; dy += GRID_METRES) {
      const [x, y] = [centre.x + dx, centre.y + dy];
      const { power, log } = fitPower(here, x, y, heightAboveReceiver);
      candidates.push({ x, y, power, log: log - (dx * dx + dy * dy) / (2 * LOUDEST_SD_METRES ** 2) });
    }
  }
  const best = Math.max(...candidates.map(({ log }) => log));
  const weights = candidates.map(({ log }) => Math.exp(log - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (value: (candidate: (typeof candidates)[number]) => number) =>
    candidates.reduce((sum, candidate, i) => sum + weights[i]! * value(candidate), 0) / total;
  const [x, y] = [mean((c) => c.x), mean((c) => c.y)];
  const variance = mean((c) => ((c.x - x) ** 2 + (c.y - y) ** 2) / 2) + GRID_METRES ** 2 / 12;
  const sd = Math.hypot(MODEL_DOUBT * Math.sqrt(variance), MODEL_DOUBT_METRES);
  return { x, y, level, powerDbm: mean(({ power }) => power), sd };
}

function fitPower(
  bins: readonly HeardAt[],
  x: number,
  y: number,
  up: number,
): { power: number; log: number } {
  let [weights, products] = [1 / POWER_SD_DB ** 2, TYPICAL_POWER_DBM / POWER_SD_DB ** 2];
  let squares = TYPICAL_POWER_DBM ** 2 / POWER_SD_DB ** 2;
  for (const bin of bins) {
    const power = bin.meanDbm + pathLossDb(Math.hypot(bin.x - x, bin.y - y, up));
    const weight = 1 / (BINS_AS_ONE * (defaultChannel.shadowSdDb ** 2 + 16 / Math.max(1, bin.count)));
    weights += weight;
    products += weight * power;
    squares += weight * power * power;
  }
  return { power: products / weights, log: -0.5 * (squares - products ** 2 / weights) };
}

function strongestLevel(bins: readonly HeardAt[]): number | undefined {
  return [...bins].filter(({ count }) => count >= 2).sort((a, b) => b.meanDbm - a.meanDbm)[0]?.level;
}

function loudCentre(bins: readonly HeardAt[]): { x: number; y: number } {
  const loud = [...bins].sort((a, b) => b.meanDbm - a.meanDbm).slice(0, 6);
  let [x, y, total] = [0, 0, 0];
  for (const bin of loud) {
    const weight = 10 ** ((bin.meanDbm - loud[0]!.meanDbm) / 20);
    x += weight * bin.x;
    y += weight * bin.y;
    total += weight;
  }
  return { x: x / total, y: y / total };
}
