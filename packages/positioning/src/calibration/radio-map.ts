/** What `calibrate` leaves in a register's `calibration`: sparse levels by place, from which the filter interpolates. */
export interface RadioMap {
  readonly kind: 'radio-map';
  readonly version: 1;
  /** Half of the body's shadow from front to back, in dB. */
  readonly bodyHalfDb: number;
  /** Spread in dB of the levels about path loss, and the distance in metres over which it decorrelates. */
  readonly field: { readonly sdDb: number; readonly correlationLength: number };
  /**
   * By beacon id and level: x, y in decimetres, level in tenths of dBm and number of readings, four numbers a place. Zero readings:
   * somebody listened there and heard nothing.
   */
  readonly places: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

export interface MappedPlace {
  readonly x: number;
  readonly y: number;
  readonly meanDbm: number;
  readonly count: number;
}

/** The radio map in a register's calibration; undefined where there is none, or one that this version does not read. */
export function decodeRadioMap(calibration: unknown): RadioMap | undefined {
  const map = calibration as Partial<RadioMap> | undefined;
  if (typeof map !== 'object' || map === null || map.kind !== 'radio-map' || map.version !== 1)
    return undefined;
  const { field, places, bodyHalfDb } = map;
  const numbers = [field?.sdDb, field?.correlationLength, bodyHalfDb];
  if (!numbers.every((value) => typeof value === 'number' && Number.isFinite(value) && value >= 0))
    return undefined;
  if (!(field!.correlationLength > 0)) return undefined;
  if (typeof places !== 'object' || places === null) return undefined;
  const levels = Object.values(places);
  if (!levels.every((level) => typeof level === 'object' && level !== null)) return undefined;
  const lists = levels.flatMap((level) => Object.values(level));
  const sound = lists.every(
    (list) => Array.isArray(list) && list.length % 4 === 0 && list.every(Number.isFinite),
  );
  return sound ? (map as RadioMap) : undefined;
}

export function encodePlaces(places: readonly MappedPlace[]): number[] {
  return places.flatMap(({ x, y, meanDbm, count }) => [
    Math.round(x * 10),
    Math.round(y * 10),
    Math.round(meanDbm * 10),
    count,
  ]);
}

export function decodePlaces(numbers: readonly number[]): MappedPlace[] {
  return Array.from({ length: numbers.length / 4 }, (_, i) => ({
    x: numbers[4 * i]! / 10,
    y: numbers[4 * i + 1]! / 10,
    meanDbm: numbers[4 * i + 2]! / 10,
    count: numbers[4 * i + 3]!,
  }));
}
