import { type Covariance2, radius95 } from '../accuracy';
import type { BeaconIndex } from '../beacon-index';
import type { Engine } from '../engine';
import { LevelVote } from '../level-vote';
import type { RadioModel } from '../radio-model';
import { type RecentLevel, RecentLevels } from '../recent-levels';
import type { AnchorSighting, EstimatorDebug, Position } from '../types';
import { type Lattice, LatticeLevels, latticeOf } from './lattice';
import { HistogramMotion, MODES } from './motion';

const WINDOW_MS = 2000;
const FEWEST_BEACONS = 3;
const LAST_FOR_MS = 20_000;
const READING_VARIANCE = 16;
const PASSING_VARIANCE = 2;
const DEGREES_OF_FREEDOM = 5; // ν of Student's t
const GAIN_SD_DB = 10;
const GAIN_LEAST_VARIANCE = 0.25;
const GAIN_DRIFT_VARIANCE = 0.02;
/** What the model misses is the same at every tick that one stays near: so many ticks say as much as one. */
const TICKS_AS_ONE = 1.8;
const OWN_VARIANCE = 0.1;

/**
 * A histogram (grid) filter over place and velocity (Thrun, Burgard and Fox 2005, section 8.2) for halls of a few rooms: it keeps all places that
 * explain what is heard, where a radio map has several. The receiver's gain is fitted in each cell.
 */
export function histogramEngine(index: BeaconIndex, model: RadioModel, assumedLevel?: number): Engine {
  return new HistogramEngine(index, model, assumedLevel);
}

/** Whether every level is small enough for a histogram. */
export function fitsHistogram(index: BeaconIndex): boolean {
  const levels = new Set(index.beacons.filter(({ placed }) => placed).map(({ level }) => level));
  return levels.size > 0 && [...levels].every((level) => latticeOf(index, level) !== undefined);
}

interface Tally {
  count: number;
  sum: number;
}

class HistogramEngine implements Engine {
  private readonly recent = new RecentLevels(WINDOW_MS);
  private readonly vote: LevelVote;
  private readonly tallies = new Map<number, Tally>();
  private track: Track | undefined;
  private heardMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly index: BeaconIndex,
    private readonly model: RadioModel,
    assumedLevel: number | undefined,
  ) {
    this.vote = new LevelVote(index, assumedLevel);
  }

  reading(beacon: number, atMs: number, rssiDbm: number): void {
    this.recent.hear(beacon, atMs, rssiDbm);
    const tally = this.tallies.get(beacon) ?? { count: 0, sum: 0 };
    tally.count++;
    tally.sum += rssiDbm;
    this.tallies.set(beacon, tally);
  }

  anchor({ at, atMs, sigma }: AnchorSighting, level: number): void {
    this.vote.set(level);
    this.open(level, atMs);
    this.track?.observe(at.x, at.y, sigma);
    this.heardMs = atMs;
  }

  tick(atMs: number): void {
    const level = this.vote.vote(this.recent.at(atMs));
    if (level === undefined) return;
    if (this.track?.lattice.level !== level || atMs - this.heardMs > LAST_FOR_MS) {
      if (this.recent.at(atMs).length < FEWEST_BEACONS) return;
      this.track = undefined;
      this.open(level, atMs);
    }
    const usable = [...this.tallies].filter(([beacon]) => this.tells(beacon, level));
    this.track?.update(atMs, usable);
    if (usable.length > 0) this.heardMs = atMs;
    this.tallies.clear();
  }

  positionAt(atMs: number): Position | undefined {
    if (!this.track || atMs - this.heardMs > LAST_FOR_MS) return undefined;
    const { x, y, covariance } = this.track.estimate();
    const level = this.index.levels[this.track.lattice.level]!.shortName;
    return { atMs, x, y, level, covariance, accuracy95: radius95(covariance) };
  }

  debug(): EstimatorDebug {
    if (!this.track) return { points: [], residuals: [], notes: ['no fix yet'] };
    const number = this.track.lattice.level;
    const level = this.index.levels[number]!.shortName;
    const heard = this.recent.at(this.heardMs).filter(({ beacon }) => this.tells(beacon, number));
    return {
      points: this.track.heaviest(400).map((point) => ({ ...point, level })),
      residuals: this.track.residuals(heard).map(([beacon, residualDb]) => ({
        beaconId: this.index.beacons[beacon]!.id,
        residualDb,
      })),
      notes: [`gain ${this.track.gainDb.toFixed(1)} dB`],
    };
  }

  private tells(beacon: number, level: number): boolean {
    return this.model.covers(beacon, level) && this.index.beacons[beacon]!.level === level;
  }

  private open(level: number, atMs: number): void {
    if (this.track?.lattice.level === level) return;
    const lattice = latticeOf(this.index, level);
    this.track = lattice && new Track(lattice, this.model, atMs);
  }
}

/** The histogram of one walker on one level. */
class Track {
  gainDb = 0;
  private gainVariance = GAIN_SD_DB ** 2;
  private readonly levels: LatticeLevels;
  private readonly motion: HistogramMotion;
  private readonly cells: number;
  private readonly weights: Float64Array;
  private readonly gains: Float64Array;
  private readonly precisions: Float64Array;
  private readonly logs: Float64Array;

  constructor(
    readonly lattice: Lattice,
    model: RadioModel,
    private atMs: number,
  ) {
    this.levels = new LatticeLevels(lattice, model);
    this.motion = new HistogramMotion(lattice);
    this.cells = lattice.columns * lattice.rows;
    this.weights = new Float64Array(MODES * this.cells).fill(1 / (MODES * this.cells));
    this.gains = new Float64Array(this.cells);
    this.precisions = new Float64Array(this.cells);
    this.logs = new Float64Array(this.cells);
  }

  update(atMs: number, heard: readonly (readonly [number, Tally])[]): void {
    const seconds = Math.min(5, (atMs - this.atMs) / 1000);
    this.atMs = atMs;
    for (let left = seconds; left > 1e-6; left -= 0.5) this.motion.advance(this.weights, Math.min(0.5, left));
    if (heard.length === 0) return;
    this.gainVariance += GAIN_DRIFT_VARIANCE * seconds;
    this.fitGains(heard);
    this.fillLogs(heard);
    this.multiply();
    this.learnGain();
  }

  /** A measured place. */
  observe(x: number, y: number, sigma: number): void {
    for (let i = 0; i < this.cells; i++) {
      const away = Math.hypot(this.xOf(i) - x, this.yOf(i) - y);
      this.logs[i] = -0.5 * (away / Math.hypot(sigma, this.lattice.cell / 2)) ** 2;
    }
    this.multiply();
  }

  estimate(): { readonly x: number; readonly y: number; readonly covariance: Covariance2 } {
    let [x, y, xx, xy, yy] = [0, 0, 0, 0, 0];
    for (let mode = 0; mode < MODES; mode++) {
      for (let i = 0; i < this.cells; i++) {
        const weight = this.weights[mode * this.cells + i]!;
        if (weight < 1e-9) continue;
        const [cx, cy] = [this.xOf(i), this.yOf(i)];
        x += weight * cx;
        y += weight * cy;
        xx += weight * cx * cx;
        xy += weight * cx * cy;
        yy += weight * cy * cy;
      }
    }
    const covariance: Covariance2 = [xx - x * x + OWN_VARIANCE, xy - x * y, yy - y * y + OWN_VARIANCE];
    return { x, y, covariance };
  }

  heaviest(count: number): { readonly x: number; readonly y: number; readonly weight: number }[] {
    const sums = Float64Array.from({ length: this.cells }, (_, i) => this.weightOf(i));
    return [...sums.keys()]
      .sort((a, b) => sums[b]! - sums[a]!)
      .slice(0, count)
      .map((i) => ({ x: this.xOf(i), y: this.yOf(i), weight: sums[i]! }));
  }

  /** By how many dB each beacon was heard above what is expected of it at the estimate. */
  residuals(heard: readonly RecentLevel[]): readonly (readonly [beacon: number, residualDb: number])[] {
    const { columns, rows, cell, minX, minY } = this.lattice;
    const { x, y } = this.estimate();
    const column = Math.min(columns - 1, Math.max(0, Math.floor((x - minX) / cell)));
    const row = Math.min(rows - 1, Math.max(0, Math.floor((y - minY) / cell)));
    return heard.map(({ beacon, rssiDbm }) => {
      const { mean } = this.levels.of(beacon);
      return [beacon, rssiDbm - mean[row * columns + column]! - this.gainDb];
    });
  }

  /** The gain that explains what was heard best, in each cell, with what is known of it. */
  private fitGains(heard: readonly (readonly [number, Tally])[]): void {
    const { gains, precisions } = this;
    gains.fill(this.gainDb / this.gainVariance);
    precisions.fill(1 / this.gainVariance);
    for (const [beacon, { count, sum }] of heard) {
      const { mean, variance } = this.levels.of(beacon);
      const noise = noiseOf(count);
      for (let i = 0; i < this.cells; i++) {
        const weight = 1 / (variance[i]! + noise);
        gains[i]! += weight * (sum / count - mean[i]!);
        precisions[i]! += weight;
      }
    }
    for (let i = 0; i < this.cells; i++) gains[i] = gains[i]! / precisions[i]!;
  }

  private fillLogs(heard: readonly (readonly [number, Tally])[]): void {
    const { gains, logs, gainDb, gainVariance } = this;
    for (let i = 0; i < this.cells; i++) logs[i] = (-0.5 * (gains[i]! - gainDb) ** 2) / gainVariance;
    for (const [beacon, { count, sum }] of heard) {
      const { mean, variance } = this.levels.of(beacon);
      const noise = noiseOf(count);
      for (let i = 0; i < this.cells; i++) {
        const spread = variance[i]! + noise;
        const residual = sum / count - mean[i]! - gains[i]!;
        logs[i]! -=
          0.5 * (DEGREES_OF_FREEDOM + 1) * Math.log1p(residual ** 2 / spread / DEGREES_OF_FREEDOM) +
          0.5 * Math.log(spread);
      }
    }
    for (let i = 0; i < this.cells; i++) logs[i] = logs[i]! / TICKS_AS_ONE;
  }

  /** Weights times likelihood, to a sum of 1. */
  private multiply(): void {
    const { weights, logs, cells } = this;
    let best = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < cells; i++) if (logs[i]! > best) best = logs[i]!;
    let total = 0;
    for (let i = 0; i < cells; i++) logs[i] = Math.exp(logs[i]! - best);
    for (let at = 0; at < weights.length; at++) {
      weights[at] = weights[at]! * logs[at % cells]! + 1e-15;
      total += weights[at]!;
    }
    for (let at = 0; at < weights.length; at++) weights[at] = weights[at]! / total;
  }

  private learnGain(): void {
    let [gain, precision] = [0, 0];
    for (let i = 0; i < this.cells; i++) {
      const weight = this.weightOf(i);
      gain += weight * this.gains[i]!;
      precision += weight * this.precisions[i]!;
    }
    this.gainDb = gain;
    this.gainVariance = Math.max(GAIN_LEAST_VARIANCE, 1 / precision);
  }

  private weightOf(cell: number): number {
    let sum = 0;
    for (let mode = 0; mode < MODES; mode++) sum += this.weights[mode * this.cells + cell]!;
    return sum;
  }

  private xOf(cell: number): number {
    return this.lattice.minX + ((cell % this.lattice.columns) + 0.5) * this.lattice.cell;
  }

  private yOf(cell: number): number {
    return this.lattice.minY + (Math.floor(cell / this.lattice.columns) + 0.5) * this.lattice.cell;
  }
}

function noiseOf(count: number): number {
  return READING_VARIANCE / count + PASSING_VARIANCE;
}
