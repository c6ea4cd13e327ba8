import type { Sample, Visit } from './survey';

/** What one beacon sounded like in one square of the floor. */
export interface Bin {
  readonly x: number;
  readonly y: number;
  readonly level: number;
  /** Mean level in dBm, corrected for the adverts that were too weak to be heard. */
  meanDbm: number;
  /** Readings, and seconds spent there. 0 readings: nothing was heard although somebody listened. */
  readonly count: number;
  readonly seconds: number;
}

/** The floor in squares; the place of a square is the mean of where the surveyors were in it. */
export interface Floor {
  readonly cells: readonly FloorCell[];
  /** Bins of each beacon, by its number: one for each square in which it was heard. */
  readonly heard: ReadonlyMap<number, readonly Bin[]>;
}

export interface FloorCell {
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly seconds: number;
}

const keyOf = (size: number, { x, y, level }: { x: number; y: number; level: number }) =>
  `${level}/${Math.floor(x / size)}/${Math.floor(y / size)}`;

/** Gathers samples and visits in squares of `size` metres. */
export function floorOf(samples: readonly Sample[], visits: readonly Visit[], size: number): Floor {
  const squares = new Map<string, { x: number; y: number; level: number; seconds: number }>();
  for (const visit of visits) {
    const square = squares.get(keyOf(size, visit)) ?? { x: 0, y: 0, level: visit.level, seconds: 0 };
    square.x += visit.x * visit.seconds;
    square.y += visit.y * visit.seconds;
    square.seconds += visit.seconds;
    squares.set(keyOf(size, visit), square);
  }
  for (const square of squares.values()) {
    square.x /= square.seconds;
    square.y /= square.seconds;
  }
  return { cells: [...squares.values()], heard: binsOf(samples, squares, size) };
}

function binsOf(
  samples: readonly Sample[],
  squares: ReadonlyMap<string, FloorCell>,
  size: number,
): ReadonlyMap<number, readonly Bin[]> {
  const sums = new Map<
    number,
    Map<string, { sum: number; x: number; y: number; level: number; count: number }>
  >();
  for (const sample of samples) {
    const ofBeacon = sums.get(sample.beacon) ?? new Map();
    sums.set(sample.beacon, ofBeacon);
    const key = keyOf(size, sample);
    const bin = ofBeacon.get(key) ?? { sum: 0, x: 0, y: 0, level: sample.level, count: 0 };
    bin.sum += sample.rssiDbm;
    bin.x += sample.x;
    bin.y += sample.y;
    bin.count++;
    ofBeacon.set(key, bin);
  }
  return new Map(
    [...sums].map(([beacon, bins]) => [
      beacon,
      [...bins].map(([key, { sum, x, y, level, count }]) => ({
        x: x / count,
        y: y / count,
        level,
        meanDbm: sum / count,
        count,
        seconds: squares.get(key)?.seconds ?? 0,
      })),
    ]),
  );
}
