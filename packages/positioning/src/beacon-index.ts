import type { Beacon, BeaconRegister, Venue } from '@daoyin/venue';

/** A level as the estimators see it: its place in the stack and the height of its floor in metres. */
export interface IndexedLevel {
  readonly shortName: string;
  readonly elevation: number;
}

/** A beacon by number, as the estimators use it. `x`, `y` and `level` (an index into `levels`) are absent with `placed` false. */
export interface IndexedBeacon {
  readonly id: string;
  readonly placed: boolean;
  readonly x: number;
  readonly y: number;
  readonly level: number;
  /** Metres above the floor of its level. */
  readonly height: number;
  /** RSSI at 1 m, its calibrated gain included. */
  readonly powerDbm: number;
  /** Whether `powerDbm` is plausible; an absurd register value is replaced by a typical one. */
  readonly powerKnown: boolean;
  readonly pathLossExponent?: number;
}

/** The active beacons of a register by number, and the stack of levels. Numbers are stable for one register and venue. */
export interface BeaconIndex {
  readonly beacons: readonly IndexedBeacon[];
  readonly levels: readonly IndexedLevel[];
  readonly indexOf: (beaconId: string) => number | undefined;
  readonly levelOf: (shortName: string) => number | undefined;
}

const TYPICAL_POWER_DBM = -59;
const TYPICAL_STOREY_HEIGHT = 4.5;

/** Numbers the active beacons of a register. Retired beacons are left out; a beacon without a position stays, unplaced. */
export function indexBeacons(register: BeaconRegister, venue?: Venue): BeaconIndex {
  const active = register.beacons.filter((beacon) => beacon.status !== 'retired');
  const levels = stackOfLevels(active, venue);
  const numberOfLevel = new Map(levels.map((level, i) => [level.shortName, i]));
  const beacons = active.map((beacon) => indexed(beacon, numberOfLevel));
  const numbers = new Map(beacons.map((beacon, i) => [beacon.id, i]));
  return {
    beacons,
    levels,
    indexOf: (id) => numbers.get(id),
    levelOf: (name) => numberOfLevel.get(name),
  };
}

function indexed(beacon: Beacon, numberOfLevel: ReadonlyMap<string, number>): IndexedBeacon {
  const level = beacon.at && numberOfLevel.get(beacon.at.level);
  const placed = beacon.at !== undefined && level !== undefined && finite(beacon.at.x, beacon.at.y);
  const power = beacon.measuredPowerDbm;
  const powerKnown = Number.isFinite(power) && power >= -100 && power <= -20;
  return {
    id: beacon.id,
    placed,
    x: placed ? beacon.at.x : 0,
    y: placed ? beacon.at.y : 0,
    level: placed ? level : 0,
    height: finite(beacon.height) ? beacon.height : 2.5,
    powerDbm: (powerKnown ? power : TYPICAL_POWER_DBM) + (beacon.gainDb ?? 0),
    powerKnown,
    ...(beacon.pathLossExponent === undefined ? {} : { pathLossExponent: beacon.pathLossExponent }),
  };
}

function finite(...values: readonly number[]): boolean {
  return values.every(Number.isFinite);
}

/** The venue's levels by ordinal; what only the register names comes after them, or stands alone, in the order of its names. */
function stackOfLevels(beacons: readonly Beacon[], venue?: Venue): IndexedLevel[] {
  const levels: IndexedLevel[] = (venue?.levels ?? []).map(({ shortName, elevation }) => ({
    shortName,
    elevation,
  }));
  const known = new Set(levels.map((level) => level.shortName));
  const named = [...new Set(beacons.flatMap((beacon) => (beacon.at ? [beacon.at.level] : [])))];
  const rest = named.filter((name) => !known.has(name)).sort(byStorey);
  for (const shortName of rest) {
    const top = levels.at(-1);
    levels.push({ shortName, elevation: top ? top.elevation + TYPICAL_STOREY_HEIGHT : 0 });
  }
  return levels.length > 0 ? levels : [{ shortName: '1F', elevation: 0 }];
}

/** `B2` below `B1` below `1F` below `2F`; names without a number last, by code point. */
function byStorey(a: string, b: string): number {
  const [storeyA, storeyB] = [storeyOf(a), storeyOf(b)];
  return storeyA - storeyB || (a < b ? -1 : 1);
}

function storeyOf(name: string): number {
  const digits = /\d+/.exec(name);
  if (!digits) return 1e6;
  return /^[B-]/i.test(name) ? -Number(digits[0]) : Number(digits[0]);
}
