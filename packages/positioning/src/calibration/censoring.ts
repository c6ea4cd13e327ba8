import { defaultReception, siteOf } from '../reception';
import { type Bin, type Floor, squareOf } from './cells';

/** A listener must have waited for so many adverts before silence says something. */
const LEAST_EXPECTED = 4;
const LEAST_RATE = 0.3;
const LOUDEST = 12;
const LOUD_DBM = -88;

/** Adverts a second that a beacon sends: the median over the loudest bins with some time, and at least 0.3. */
export function advertRate(bins: readonly Bin[]): number {
  const rates = bins
    .filter(({ seconds }) => seconds >= 1)
    .sort((a, b) => b.meanDbm - a.meanDbm)
    .slice(0, LOUDEST)
    .map(({ count, seconds }) => count / seconds)
    .sort((a, b) => a - b);
  return Math.max(LEAST_RATE, rates[rates.length >> 1] ?? 0) / defaultReception.clearAir;
}

/** A level in dBm as a measurement, with its variance. */
export interface MeasuredLevel {
  readonly meanDbm: number;
  readonly variance: number;
}

/**
 * What a bin says of the level there: from afar only what fading made strong is heard, and silence says that the level is low. Undefined
 * where it says nothing. `expected` is what is known without the bin.
 */
export function levelIn(
  { count, meanDbm, seconds }: Pick<Bin, 'count' | 'meanDbm' | 'seconds'>,
  rate: number,
  expected: MeasuredLevel,
  readingSdDb: number,
): MeasuredLevel | undefined {
  const evidence = { heard: count, meanDbm, sent: Math.max(count, seconds * rate) };
  const reception = { ...defaultReception, fadingSdDb: readingSdDb };
  return siteOf(evidence, expected.meanDbm, expected.variance, reception);
}

/** Squares in which somebody listened long enough and heard nothing of the beacon, within `reach` metres of where it is loud. */
export function silentBins(
  { cells, size }: Floor,
  heard: readonly Bin[],
  rate: number,
  reach: number,
): Bin[] {
  const occupied = new Set(heard.map((bin) => squareOf(size, bin)));
  const loud = heard.filter(({ meanDbm }) => meanDbm > LOUD_DBM);
  return cells
    .filter(
      (cell) =>
        cell.seconds * rate >= LEAST_EXPECTED &&
        !occupied.has(squareOf(size, cell)) &&
        loud.some((bin) => bin.level === cell.level && Math.hypot(bin.x - cell.x, bin.y - cell.y) < reach),
    )
    .map((cell) => ({ ...cell, meanDbm: 0, count: 0, walk: 0, ahead: 0, left: 0 }));
}
