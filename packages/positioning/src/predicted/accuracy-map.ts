import type { Beacon } from '@daoyin/venue';
import { normalCdf } from '../reception';
import type { FloorCells } from './floor-cells';
import { type Axes, axesChanged, axesOf, LevelInformation, SOLVED, type Solved, solve } from './information';
import { error95, type Listening, receivers } from './listening';
import { type Outlook, outlookOf } from './outlook';
import type { Prospect } from './prospect';
import { addSquare, fillShare, type Share, shareFor } from './share';

/** How good positions will be at the squares of one level. */
export interface LevelAccuracy {
  readonly cells: FloorCells;
  /** Radius in metres that holds 95 % of an estimator that reaches the bound. */
  readonly error95: Float32Array;
  /** Expected number of beacons that are audible. */
  readonly audible: Float32Array;
  /** Probability that one second tells this level from those above and below. */
  readonly levelRight: Float32Array;
}

/**
 * The Cramér–Rao bound of place over the floors of a venue, as a sum over its beacons that is kept while one of them is moved: what it told
 * where it was is taken away, what it tells now added. A level is made up to date when it is asked for, so that a drag pays for the one that
 * is shown.
 */
export class AccuracyMap {
  private readonly outlooks = new Map<string, Outlook>();
  private readonly sums: readonly LevelInformation[];
  /** What is still to be added to a level, or taken away. */
  private readonly waiting: readonly Map<Outlook, 1 | -1>[];
  private readonly shares: readonly Share[];
  private readonly solutions: Solved[];
  /** What each level was solved for last. */
  private readonly solvedFor: (Listening | undefined)[];

  constructor(
    readonly prospect: Prospect,
    beacons: Iterable<Beacon> = [],
  ) {
    const { cells } = prospect;
    this.shares = cells.map((_, level) => shareFor(prospect, level));
    this.sums = cells.map(
      ({ count }, level) =>
        new LevelInformation(
          count,
          this.shares[level]!.louder.map((one) => one.level),
        ),
    );
    this.waiting = cells.map(() => new Map());
    this.solutions = cells.map(({ count }) => new Float64Array(SOLVED * count));
    this.solvedFor = cells.map(() => undefined);
    for (const beacon of beacons) this.place(beacon.id, beacon);
  }

  /** Ids of the beacons that tell something. */
  get beacons(): readonly string[] {
    return [...this.outlooks.keys()];
  }

  /** Hangs a beacon where it says, moves it there, or takes it down (undefined, or one that is out of use or has no place). */
  place(id: string, beacon: Beacon | undefined): void {
    const was = this.outlooks.get(id);
    const is = beacon && outlookOf(beacon, this.prospect);
    if (was) this.addEverywhere(was, -1);
    if (is) this.addEverywhere(is, 1);
    if (is) this.outlooks.set(id, is);
    else this.outlooks.delete(id);
  }

  /** Makes a level up to date with at most so many beacons; whether any was waiting. For work that is done in pieces. */
  settle(level: number, most: number): boolean {
    const waiting = this.waiting[level]!;
    if (waiting.size === 0) return false;
    let left = most;
    for (const [outlook, sign] of waiting) {
      if (left-- <= 0) break;
      waiting.delete(outlook);
      const share = this.shareOf(outlook, level);
      if (share.count === 0) continue;
      this.sums[level]!.add(share, sign);
      this.solvedFor[level] = undefined;
    }
    return true;
  }

  /** How many beacons a level is behind. */
  behind = (level: number): number => this.waiting[level]!.size;

  level(level: number, listening: Listening): LevelAccuracy {
    const cells = this.prospect.cells[level]!;
    const solved = this.solved(level, listening);
    const { audible, apart } = this.sumsOf(level);
    const errors = new Float32Array(cells.count);
    const right = new Float32Array(cells.count).fill(1);
    for (let square = 0; square < cells.count; square++) {
      axesOf(solved, square, axes);
      errors[square] = error95(listening, axes.major, axes.minor);
    }
    for (const { sums } of apart) {
      for (let square = 0; square < cells.count; square++) {
        right[square] = Math.min(right[square]!, rightOf(sums, 3 * square));
      }
    }
    return { cells, error95: errors, audible: Float32Array.from(audible), levelRight: right };
  }

  /** Calls back with each square of a level that a beacon reaches: its axes with the beacon gone, or there (one that is not yet). */
  eachChanged(
    outlook: Outlook,
    level: number,
    listening: Listening,
    sign: 1 | -1,
    visit: (square: number, was: number, becomes: number) => void,
  ): void {
    const solved = this.solved(level, listening); // before the share, whose place in memory it needs
    const share = this.shareOf(outlook, level);
    for (let n = 0; n < share.count; n++) {
      if (share.weight[n]! < LEAST_WEIGHT) continue;
      const square = share.squares[n]!;
      axesOf(solved, square, axes);
      const was = error95(listening, axes.major, axes.minor);
      axesChanged(solved, share, n, sign, axes);
      visit(square, was, error95(listening, axes.major, axes.minor));
    }
  }

  outlook(id: string): Outlook | undefined {
    return this.outlooks.get(id);
  }

  /** By how many metres the error at one square grows if a beacon is dead. */
  lossAt(outlook: Outlook, level: number, listening: Listening, square: number): number {
    const share = this.shares[level]!;
    const solved = this.solved(level, listening);
    share.count = 0;
    if (!addSquare(share, this.prospect, outlook, this.prospect.cells[level]!, square)) return 0;
    if (share.weight[0]! < LEAST_WEIGHT) return 0;
    axesOf(solved, square, axes);
    const was = error95(listening, axes.major, axes.minor);
    axesChanged(solved, share, 0, -1, axes);
    return error95(listening, axes.major, axes.minor) - was;
  }

  private solved(level: number, listening: Listening): Solved {
    const sums = this.sumsOf(level);
    if (this.solvedFor[level] !== listening) {
      solve(sums, receivers[listening], this.solutions[level]!);
      this.solvedFor[level] = listening;
    }
    return this.solutions[level]!;
  }

  private shareOf(outlook: Outlook, level: number): Share {
    const share = this.shares[level]!;
    fillShare(share, this.prospect, outlook, this.prospect.cells[level]!);
    return share;
  }

  /** What comes and goes before a level is asked for was never there. */
  private addEverywhere(outlook: Outlook, sign: 1 | -1): void {
    for (const waiting of this.waiting) {
      if (waiting.get(outlook) === -sign) waiting.delete(outlook);
      else waiting.set(outlook, sign);
    }
  }

  private sumsOf(level: number): LevelInformation {
    this.settle(level, Number.POSITIVE_INFINITY);
    return this.sums[level]!;
  }
}

/** What weighs less, in 1/dB², moves nothing by a millimetre. */
const LEAST_WEIGHT = 1e-4;
const axes: Axes = { major: 0, minor: 0 };

/**
 * Probability that a log likelihood ratio between the levels comes out for the right one: with the gain unknown, the differences that count are
 * those about their mean.
 */
function rightOf(sums: Float64Array, at: number): number {
  const mean = sums[at + 1]! ** 2 / (sums[at + 2]! + receivers.second.gainSdDb ** -2);
  return normalCdf(Math.sqrt(Math.max(0, sums[at]! - mean)) / 2);
}
