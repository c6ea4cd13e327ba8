import type { FieldPrior } from './kernel';

/** What `calibrate` leaves in a register's `calibration`: the channel, and sparse levels by place, from which the model interpolates. */
export interface RadioMap {
  readonly kind: 'radio-map';
  readonly version: 2;
  /** Half of the body's shadow from front to back, in dB. */
  readonly bodyHalfDb: number;
  readonly channel: { readonly nearExponent: number; readonly farExponent: number };
  /** What the levels about path loss are made of. */
  readonly field: FieldPrior;
  /**
   * By beacon id, on its own level: x, y in decimetres, level in tenths of dBm and the standard deviation of its noise in tenths of dB,
   * four numbers a place.
   */
  readonly places: Readonly<Record<string, readonly number[]>>;
  /** Gain of the survey's receivers against one of unit gain, in dB: others are likely to be like it. */
  readonly surveyorDb?: number;
  /** By beacon id, of those that nobody but `calibrate` placed: standard deviation of each coordinate in metres. */
  readonly placed?: Readonly<Record<string, number>>;
}

/** A level in dBm that was measured at a place, with the standard deviation of its noise. */
export interface MappedPlace {
  readonly x: number;
  readonly y: number;
  readonly meanDbm: number;
  readonly sdDb: number;
}

const positive = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;

/** The radio map in a register's calibration; undefined where there is none, or one that this version does not read. */
export function decodeRadioMap(calibration: unknown): RadioMap | undefined {
  const map = calibration as Partial<RadioMap> | undefined;
  if (typeof map !== 'object' || map === null || map.kind !== 'radio-map' || map.version !== 2)
    return undefined;
  const { field, channel, places, bodyHalfDb } = map;
  const numbers = [
    field?.sdDb,
    field?.correlationLength,
    field?.patternSdDb,
    field?.exponentSd,
    field?.readingSdDb,
    field?.lastingSdDb,
    channel?.nearExponent,
    channel?.farExponent,
  ];
  if (!numbers.every(positive) || !(bodyHalfDb === 0 || positive(bodyHalfDb))) return undefined;
  if (typeof places !== 'object' || places === null) return undefined;
  const sound = Object.values(places).every(
    (list) => Array.isArray(list) && list.length % 4 === 0 && list.every(Number.isFinite),
  );
  return sound ? (map as RadioMap) : undefined;
}

export function encodePlaces(places: readonly MappedPlace[]): number[] {
  return places.flatMap(({ x, y, meanDbm, sdDb }) => [
    Math.round(x * 10),
    Math.round(y * 10),
    Math.round(meanDbm * 10),
    Math.max(1, Math.round(sdDb * 10)),
  ]);
}

export function decodePlaces(numbers: readonly number[]): MappedPlace[] {
  return Array.from({ length: numbers.length / 4 }, (_, i) => ({
    x: numbers[4 * i]! / 10,
    y: numbers[4 * i + 1]! / 10,
    meanDbm: numbers[4 * i + 2]! / 10,
    sdDb: numbers[4 * i + 3]! / 10,
  }));
}
