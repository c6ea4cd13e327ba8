import { normal, type Random } from '@daoyin/geometry';
import type { Covariance2 } from '../accuracy';
import type { Step } from '../types';
import { type Heard, logLikelihood, trust, varianceOf } from './evidence';
import type { Places } from './places';
import type { StaticFix } from './static-fix';

const PARTICLES = 1500;

const SPREAD_METRES = 1.5;
/** Priors of a walker's constants: heading bias in radians, length of a step as a share. */
const BIAS_SD = 0.3;
const SCALE_SD = 0.06;
/** A step: how far off its length and its heading are, and how the bias wanders. */
const STEP_LENGTH_SD = 0.15;
const STEP_SIDE_SD = 0.12;
const BIAS_WANDER = 0.04;

/** Without steps: walkers keep their velocity for a while, and often stand. */
const FREE_SPEED = 0.9;
const FREE_SECONDS = 5;
/** With steps known and none coming, somebody may shuffle. */
const SHUFFLE = 0.15;
/** Off the surveyed floor a particle lives on with this chance, in each tick. */
const OFF_FLOOR = 0.4;

const OFF_FLOOR_DBM = -95;
const OFF_FLOOR_SD_DB = 10;

/** A mean place with its covariance, on the level that most of the weight is on. */
export interface CloudEstimate {
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly covariance: Covariance2;
}

/**
 * Particles over the surveyed floor. Each carries its place, the heading bias and scale of its steps, a velocity for when there are none, and
 * its own normal belief about the receiver's gain (Rao–Blackwellised: Doucet et al. 2000).
 */
export class Cloud {
  readonly xs = new Float64Array(PARTICLES);
  readonly ys = new Float64Array(PARTICLES);
  readonly levels = new Int32Array(PARTICLES);
  readonly weights = new Float64Array(PARTICLES);
  private readonly bias = new Float64Array(PARTICLES);
  private readonly scale = new Float64Array(PARTICLES);
  private readonly vx = new Float64Array(PARTICLES);
  private readonly vy = new Float64Array(PARTICLES);
  private readonly gain = new Float64Array(PARTICLES);
  private readonly gainVariance = new Float64Array(PARTICLES);
  private readonly log = new Float64Array(PARTICLES);
  private readonly squares = new Int32Array(PARTICLES);
  private stepped = false;

  constructor(
    private readonly places: Places,
    private readonly random: Random,
    gainDb: number,
    gainSdDb: number,
  ) {
    this.gain.fill(gainDb);
    this.gainVariance.fill(gainSdDb ** 2);
    this.scale.fill(1);
    for (let i = 0; i < PARTICLES; i++) {
      this.vx[i] = FREE_SPEED * normal(random);
      this.vy[i] = FREE_SPEED * normal(random);
    }
  }

  /** Draws all particles from a probability over the places. */
  start(fix: StaticFix): void {
    this.weights.fill(1 / PARTICLES);
    this.scatter(1, fix);
  }

  /** Puts all particles about a point that somebody told. */
  pin(x: number, y: number, level: number, sigma: number): void {
    for (let i = 0; i < PARTICLES; i++) {
      this.xs[i] = x + sigma * normal(this.random);
      this.ys[i] = y + sigma * normal(this.random);
    }
    this.levels.fill(level);
    this.weights.fill(1 / PARTICLES);
  }

  /** Moves a share of the particles elsewhere: the cloud may be lost without knowing. Their gain, bias and scale stay. */
  scatter(share: number, fix: StaticFix): void {
    const draw = drawFrom(fix, this.random);
    for (let i = 0; i < PARTICLES; i++) if (this.random() < share) this.put(i, draw());
  }

  private put(i: number, place: number): void {
    const { random, places } = this;
    this.xs[i] = places.xs[place]! + SPREAD_METRES * normal(random);
    this.ys[i] = places.ys[place]! + SPREAD_METRES * normal(random);
    this.levels[i] = places.levels[place]!;
  }

  step({ length, heading, headingSd, scaleSd }: Step): void {
    const { random } = this;
    if (!this.stepped) this.spreadGait(headingSd ?? BIAS_SD, scaleSd ?? SCALE_SD);
    for (let i = 0; i < PARTICLES; i++) {
      this.bias[i] = this.bias[i]! + BIAS_WANDER * normal(random);
      const along = length * this.scale[i]! * (1 + STEP_LENGTH_SD * normal(random));
      const aside = length * STEP_SIDE_SD * normal(random);
      const direction = heading + this.bias[i]!;
      const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
      this.xs[i] = this.xs[i]! + along * cos - aside * sin;
      this.ys[i] = this.ys[i]! + along * sin + aside * cos;
    }
  }

  private spreadGait(heading: number, scale: number): void {
    this.stepped = true;
    for (let i = 0; i < PARTICLES; i++) {
      this.bias[i] = heading * normal(this.random);
      this.scale[i] = 1 + scale * normal(this.random);
    }
  }

  /** Time goes by without steps: `stepping` says that they would be known. */
  drift(seconds: number, stepping: boolean): void {
    const { random, xs, ys, vx, vy } = this;
    if (stepping) {
      const sd = SHUFFLE * Math.sqrt(seconds);
      for (let i = 0; i < PARTICLES; i++) {
        xs[i] = xs[i]! + sd * normal(random);
        ys[i] = ys[i]! + sd * normal(random);
      }
      return;
    }
    const keep = Math.exp(-seconds / FREE_SECONDS);
    const fresh = FREE_SPEED * Math.sqrt(1 - keep * keep);
    for (let i = 0; i < PARTICLES; i++) {
      vx[i] = keep * vx[i]! + fresh * normal(random);
      vy[i] = keep * vy[i]! + fresh * normal(random);
      xs[i] = xs[i]! + seconds * vx[i]!;
      ys[i] = ys[i]! + seconds * vy[i]!;
    }
  }

  /** Weighs the particles by what was heard, and draws them anew where few carry the weight. */
  weigh(heard: readonly Heard[]): void {
    const { log, weights } = this;
    for (let i = 0; i < PARTICLES; i++) {
      this.squares[i] = this.places.at(this.xs[i]!, this.ys[i]!, this.levels[i]!);
      log[i] = Math.log(weights[i]!) + (this.squares[i]! < 0 ? Math.log(OFF_FLOOR) : 0);
    }
    for (const evidence of heard) this.weighBy(evidence);
    this.normalise();
    let squares = 0;
    for (let i = 0; i < PARTICLES; i++) squares += weights[i]! ** 2;
    if (1 / squares < PARTICLES / 2) this.resample();
  }

  private weighBy(evidence: Heard): void {
    const { log, gain, gainVariance, squares } = this;
    const expected = this.places.expected(evidence.beacon);
    if (!expected) return;
    for (let i = 0; i < PARTICLES; i++) {
      const square = squares[i]!;
      const off = evidence.meanDbm - (square < 0 ? OFF_FLOOR_DBM : expected.dbm[square]!) - gain[i]!;
      const noise = varianceOf(evidence, square < 0 ? OFF_FLOOR_SD_DB : expected.sd[square]!);
      const variance = gainVariance[i]! + noise; // S
      log[i] = log[i]! + logLikelihood(off, variance);
      const believed = gainVariance[i]! / (gainVariance[i]! + noise / trust(off, variance)); // K
      gain[i] = gain[i]! + believed * off;
      gainVariance[i] = (1 - believed) * gainVariance[i]!;
    }
  }

  private normalise(): void {
    const { log, weights } = this;
    let best = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < PARTICLES; i++) best = Math.max(best, log[i]!);
    let total = 0;
    for (let i = 0; i < PARTICLES; i++) total += weights[i] = Math.exp(log[i]! - best);
    for (let i = 0; i < PARTICLES; i++) weights[i] = weights[i]! / total;
  }

  /** Systematic resampling (Kitagawa 1996). */
  private resample(): void {
    const chosen = new Int32Array(PARTICLES);
    let [at, sum] = [0, this.weights[0]!];
    const start = this.random() / PARTICLES;
    for (let i = 0; i < PARTICLES; i++) {
      while (sum < start + i / PARTICLES && at < PARTICLES - 1) sum += this.weights[++at]!;
      chosen[i] = at;
    }
    for (const values of this.columns()) {
      const old = values.slice();
      for (let i = 0; i < PARTICLES; i++) values[i] = old[chosen[i]!]!;
    }
    this.weights.fill(1 / PARTICLES);
  }

  private columns() {
    const { xs, ys, levels, bias, scale, vx, vy, gain, gainVariance } = this;
    return [xs, ys, levels, bias, scale, vx, vy, gain, gainVariance];
  }

  estimate(): CloudEstimate {
    const level = this.heaviestLevel();
    const [x, y] = this.centre(level);
    let [total, xx, xy, yy] = [0, 0, 0, 0];
    for (let i = 0; i < PARTICLES; i++) {
      if (this.levels[i] !== level) continue;
      const weight = this.weights[i]!;
      const dx = this.xs[i]! - x;
      const dy = this.ys[i]! - y;
      total += weight;
      xx += weight * dx * dx;
      xy += weight * dx * dy;
      yy += weight * dy * dy;
    }
    return { x, y, level, covariance: [xx / total, xy / total, yy / total] };
  }

  private centre(level: number): readonly [number, number] {
    let [total, sumX, sumY] = [0, 0, 0];
    for (let i = 0; i < PARTICLES; i++) {
      if (this.levels[i] !== level) continue;
      const weight = this.weights[i]!;
      total += weight;
      sumX += weight * this.xs[i]!;
      sumY += weight * this.ys[i]!;
    }
    return [sumX / total, sumY / total];
  }

  /** Mean of the gain, and of the gait's constants, for the debug page and a fresh start. */
  constants(): { readonly gainDb: number; readonly bias: number; readonly scale: number } {
    let [gainDb, bias, scale] = [0, 0, 0];
    for (let i = 0; i < PARTICLES; i++) {
      gainDb += this.weights[i]! * this.gain[i]!;
      bias += this.weights[i]! * this.bias[i]!;
      scale += this.weights[i]! * this.scale[i]!;
    }
    return { gainDb, bias, scale };
  }

  private heaviestLevel(): number {
    const sums = new Map<number, number>();
    for (let i = 0; i < PARTICLES; i++)
      sums.set(this.levels[i]!, (sums.get(this.levels[i]!) ?? 0) + this.weights[i]!);
    return [...sums].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  }
}

/** Draws squares with their probabilities, which add up to 1. */
function drawFrom({ squares, probability }: StaticFix, random: Random): () => number {
  const sums = new Float64Array(probability.length);
  let total = 0;
  for (let i = 0; i < probability.length; i++) sums[i] = total += probability[i]!;
  return () => {
    const at = random() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return squares[low]!;
  };
}
