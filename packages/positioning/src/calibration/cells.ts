import type { Sample, Visit } from './survey';
import type { Aspect } from './surveyor';

/** What one beacon sounded like in one square of the floor. */
export interface Bin extends Aspect {
  readonly x: number;
  readonly y: number;
  readonly level: number;
  /** Mean of the readings in dBm. */
  readonly meanDbm: number;
  /** Readings, and seconds spent there. 0 readings: nothing was heard although somebody listened. */
  readonly count: number;
  readonly seconds: number;
}

/** A square where surveyors were; its place is the mean of where they were in it. */
export interface FloorCell {
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly seconds: number;
}

/** The floor in squares of `size` metres: where somebody was, and for each beacon, by its number, what it sounded like there. */
export interface Floor {
  readonly size: number;
  readonly cells: readonly FloorCell[];
  readonly heard: ReadonlyMap<number, readonly Bin[]>;
}

/** The square of a place, as a key. */
export function squareOf(size: number, { x, y, level }: { x: number; y: number; level: number }): string {
  return `${level}/${Math.floor(x / size)}/${Math.floor(y / size)}`;
}

/** Gathers samples and visits in squares; with `byWalk` each walk has its own bins. `walk` of a bin is that of its first sample. */
export function floorOf(
  samples: readonly Sample[],
  visits: readonly Visit[],
  size: number,
  byWalk = false,
): Floor {
  const squares = new Map<string, { x: number; y: number; level: number; seconds: number }>();
  for (const visit of visits) {
    const key = squareOf(size, visit);
    const square = squares.get(key) ?? { x: 0, y: 0, level: visit.level, seconds: 0 };
    square.x += visit.x * visit.seconds;
    square.y += visit.y * visit.seconds;
    square.seconds += visit.seconds;
    squares.set(key, square);
  }
  const cells = [...squares.values()].map(({ x, y, level, seconds }) => ({
    x: x / seconds,
    y: y / seconds,
    level,
    seconds,
  }));
  const secondsIn = (key: string) => squares.get(key)?.seconds ?? 0;
  return { size, cells, heard: binsOf(samples, size, byWalk, secondsIn) };
}

interface Sum extends Aspect {
  x: number;
  y: number;
  ahead: number;
  left: number;
  sum: number;
  count: number;
  readonly level: number;
  readonly seconds: number;
}

function binsOf(
  samples: readonly Sample[],
  size: number,
  byWalk: boolean,
  secondsIn: (key: string) => number,
): ReadonlyMap<number, readonly Bin[]> {
  const sums = new Map<number, Map<string, Sum>>();
  for (const { beacon, walk, level, x, y, ahead, left, rssiDbm } of samples) {
    const ofBeacon = sums.get(beacon) ?? new Map<string, Sum>();
    sums.set(beacon, ofBeacon);
    const square = squareOf(size, { x, y, level });
    const key = byWalk ? `${square}/${walk}` : square;
    const bin = ofBeacon.get(key) ?? {
      ...{ walk, level, seconds: secondsIn(square) },
      ...{ x: 0, y: 0, ahead: 0, left: 0, sum: 0, count: 0 },
    };
    bin.x += x;
    bin.y += y;
    bin.ahead += ahead;
    bin.left += left;
    bin.sum += rssiDbm;
    bin.count++;
    ofBeacon.set(key, bin);
  }
  return new Map([...sums].map(([beacon, bins]) => [beacon, [...bins.values()].map(meanOf)]));
}

function meanOf({ x, y, ahead, left, sum, count, ...rest }: Sum): Bin {
  return {
    ...rest,
    count,
    x: x / count,
    y: y / count,
    ahead: ahead / count,
    left: left / count,
    meanDbm: sum / count,
  };
}
