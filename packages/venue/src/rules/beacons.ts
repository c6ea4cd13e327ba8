import { distanceToBoundary, multiPolygonContains } from '@daoyin/geometry';
import { beaconIdentities } from '../beacons/identity';
import type { Beacon, Issue, Severity } from '../types';
import type { Rule } from './rule';

const AT_WALL = 2; // m outside the outline where a beacon still hangs at the building
const FAR = 20; // m
const HEIGHTS = [0, 12] as const; // m above the floor
const POWERS_DBM = [-100, -20] as const; // RSSI at 1 m of Bluetooth beacons that are sold
const INTERVALS_MS = [20, 10_240] as const; // Bluetooth Core 5.4, vol 6 part B 4.4.2.2.1

/** Two active beacons have neither one id nor one identity. */
export const beaconsAreDistinct: Rule = function* ({ register }) {
  const ids = new Set<string>();
  const owner = new Map<string, string>();
  for (const beacon of register?.beacons ?? []) {
    if (ids.has(beacon.id))
      yield beaconIssue(beacon, 'error', 'duplicate-beacon-id', 'its id is used twice.');
    ids.add(beacon.id);
    if (beacon.status === 'retired') continue;
    for (const identity of beaconIdentities(beacon)) {
      const other = owner.get(identity);
      if (other === undefined) owner.set(identity, beacon.id);
      else yield beaconIssue(beacon, 'error', 'duplicate-identity', `${identity} is also beacon ${other}.`);
    }
  }
};

/** A beacon can be told from what it sends. */
export const beaconsHaveIdentity: Rule = function* ({ register }) {
  for (const beacon of register?.beacons ?? []) {
    if (beaconIdentities(beacon).length > 0) continue;
    const message =
      'it has no uuid, major and minor, no eddystone id and no address, so only a reading by id finds it.';
    yield beaconIssue(beacon, 'warning', 'beacon-without-identity', message);
  }
};

/** A beacon hangs in the building. */
export const beaconsArePlaced: Rule = function* ({ register, levelByName }) {
  for (const beacon of register?.beacons ?? []) {
    if (beacon.status === 'retired') continue;
    const named = beacon.at?.level ?? beacon.level;
    const level = levelByName.get(named ?? '');
    if (named !== undefined && !level) {
      const known = [...levelByName.keys()].join(', ');
      yield beaconIssue(
        beacon,
        'error',
        'beacon-unknown-level',
        `its level is "${named}", the venue has ${known}.`,
      );
    }
    if (!beacon.at)
      yield beaconIssue(beacon, 'warning', 'beacon-without-position', 'nobody knows where it hangs.');
    else if (level && level.outline.length > 0) yield* outsideLevel(beacon, beacon.at, level.outline);
  }
};

/** What a beacon says of itself is physically possible. */
export const beaconsArePlausible: Rule = function* ({ register }) {
  for (const beacon of register?.beacons ?? []) {
    const { height, measuredPowerDbm, intervalMs } = beacon;
    const check = (kind: string, value: number, [least, most]: readonly [number, number], unit: string) =>
      value >= least && value <= most
        ? []
        : [beaconIssue(beacon, 'warning', kind, `it is ${value} ${unit}, expected ${least} to ${most}.`)];
    yield* check('beacon-height', height, HEIGHTS, 'm above its floor');
    yield* check('beacon-power', measuredPowerDbm, POWERS_DBM, 'dBm at 1 m');
    if (intervalMs !== undefined)
      yield* check('beacon-interval', intervalMs, INTERVALS_MS, 'ms between adverts');
  }
};

function* outsideLevel(
  beacon: Beacon,
  at: NonNullable<Beacon['at']>,
  outline: Parameters<typeof multiPolygonContains>[0],
): Iterable<Issue> {
  if (multiPolygonContains(outline, at)) return;
  const metres = Math.min(...outline.map((polygon) => distanceToBoundary(polygon, at)));
  if (metres <= AT_WALL) return;
  const [severity, kind] =
    metres > FAR ? (['error', 'beacon-far-away'] as const) : (['warning', 'beacon-outside-level'] as const);
  yield beaconIssue(beacon, severity, kind, `it is ${metres.toFixed(1)} m outside "${at.level}".`);
}

function beaconIssue(beacon: Beacon, severity: Severity, kind: string, message: string): Issue {
  return {
    severity,
    kind,
    message: `Beacon ${beacon.id}: ${message}`,
    file: 'beacons.json',
    featureId: beacon.id,
    ...(beacon.at && { at: beacon.at }),
  };
}
