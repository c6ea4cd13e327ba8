import { type Action, type Beacon, editBeacons, replaceBeacon, sequence, setBeacons } from '@daoyin/venue';
import type { Identity } from './identity';

/** The device that hangs is the one that is registered: installed on a day. */
export const confirmInstalled = (id: string, day: string): Action => setBeacons([id], { installedOn: day });

/**
 * A device that nobody has registered hangs here now. Where none was installed yet, the beacon takes its identity; else the old one is
 * retired and the new one hangs in its place under `newId`.
 */
export function hangDevice(beacon: Beacon, identity: Identity, day: string, newId: string): Action {
  if (beacon.installedOn === undefined)
    return editBeacons([beacon.id], (one) => withIdentity(one, identity, day));
  return sequence(replaceBeacon(beacon.id, newId, identity), setBeacons([newId], { installedOn: day }));
}

/** Two devices hang in each other's place: each beacon takes the other's identity, and what was learnt of the device goes along. */
export function swapDevices(a: Beacon, b: Beacon, day: string): Action {
  return editBeacons([a.id, b.id], (beacon) => {
    const other = beacon.id === a.id ? b : a;
    return { ...placeOf(beacon), ...deviceOf(other), ...(beacon.id === a.id && { installedOn: day }) };
  });
}

function withIdentity(beacon: Beacon, identity: Identity, day: string): Beacon {
  const { gainDb: _g, pathLossExponent: _p, ...place } = placeOf(beacon) as Beacon;
  return { ...place, ...identity, installedOn: day };
}

const DEVICE = [
  'uuid',
  'major',
  'minor',
  'eddystone',
  'address',
  'gainDb',
  'measuredPowerDbm',
  'intervalMs',
] as const;
const IDENTITY = ['uuid', 'major', 'minor', 'eddystone', 'address'] as const;

const deviceOf = (beacon: Beacon): Partial<Beacon> =>
  Object.fromEntries(Object.entries(beacon).filter(([name]) => (DEVICE as readonly string[]).includes(name)));
const placeOf = (beacon: Beacon): Beacon =>
  Object.fromEntries(
    Object.entries(beacon).filter(
      ([name]) => !(IDENTITY as readonly string[]).includes(name) && name !== 'gainDb',
    ),
  ) as unknown as Beacon;
