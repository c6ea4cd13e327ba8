/** Side in metres of the squares in which levels are pooled. */
export const SQUARE = 2;

/** By how many dB a beacon may be weaker than the register says, in the four tallies of silence. */
export const WEAKER_DB = [0, 6, 12, 18] as const;

/** The level at which a beacon was heard in one square of a floor. */
export interface SquareLevel {
  /** The level's short name. */
  readonly level: string;
  /** The square from `column · SQUARE` to `(column + 1) · SQUARE` metres east, `row` likewise north. */
  readonly column: number;
  readonly row: number;
  /** In dBm in the mean over the square, for a receiver of unit gain in the hand of whoever walked there. */
  readonly dbm: number;
  /** What of it the walker's body adds to what comes level from the east and from the north, in dB: a direction's share goes with its components. */
  readonly body: readonly [east: number, north: number];
  /** 1/variance of `dbm`, in dB⁻². */
  readonly weight: number;
}

/** Adverts of a beacon that count in one walk: more would tell how long somebody stayed, and nothing more of the beacon. */
export const MOST_HEARD = 20;

/** Losses come in bursts (a hand over the phone, a pause of the scanner): so many adverts in a row are lost as one. */
export const LOST_AS_ONE = 3;

/** What one walk says of one beacon. */
export interface BeaconTestimony {
  readonly beaconId: string;
  /** Adverts heard, at most 20. */
  readonly heard: number;
  /** Adverts that should have been heard, were the beacon weaker than registered by each of `WEAKER_DB`; at most 60, where some were heard 20. */
  readonly expected: readonly [number, number, number, number];
  readonly squares: readonly SquareLevel[];
}

/**
 * What one walk says of the beacons along it: no time, no order, no name of who walked, and a square looks the same whether one
 * passed or waited there. The testimonies are independent of each other, so that they can be sent one by one; a collector
 * adds them up and keeps none.
 */
export type WalkReport = readonly BeaconTestimony[];

export const middleOf = (index: number): number => (index + 0.5) * SQUARE;

const SANE_LEVELS = 4096;
const SANE_BODY_DB = 30;

/** A testimony from the network; undefined for anything else. What does not make sense is refused, so that no device can spoil the sums. */
export function decodeTestimony(json: unknown): BeaconTestimony | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { beaconId, heard, expected, squares } = json as Partial<BeaconTestimony>;
  if (typeof beaconId !== 'string' || !isCount(heard)) return undefined;
  if (!Array.isArray(expected) || expected.length !== WEAKER_DB.length || !expected.every(isCount))
    return undefined;
  if (!Array.isArray(squares) || squares.length > SANE_LEVELS || !squares.every(isSquareLevel))
    return undefined;
  return { beaconId, heard, expected: expected as BeaconTestimony['expected'], squares };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < 1e7;
}

function isSquareLevel(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { level, column, row, dbm, body, weight } = value as Partial<SquareLevel>;
  return (
    typeof level === 'string' &&
    Number.isInteger(column) &&
    Number.isInteger(row) &&
    typeof dbm === 'number' &&
    dbm > -130 &&
    dbm < 30 &&
    Array.isArray(body) &&
    body.length === 2 &&
    body.every((db) => typeof db === 'number' && Math.abs(db) < SANE_BODY_DB) &&
    typeof weight === 'number' &&
    weight > 0 &&
    weight <= 1
  );
}
