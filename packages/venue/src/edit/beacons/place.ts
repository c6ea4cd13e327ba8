import type { VenuePoint } from '@daoyin/geometry';
import type { Beacon, BeaconRegister } from '../../types';
import type { Action } from '../document';
import { editBeacons, millimetres, placedAt, withBeacons } from './edit-beacons';

/** What a beacon of the factory is, unless somebody says otherwise. */
const FACTORY = { height: 3, measuredPowerDbm: -59, intervalMs: 500 } as const;

/** The fields of a beacon that are typed. */
export type BeaconFields = Partial<Omit<Beacon, 'id' | 'at' | 'level'>>;

/** Hangs a new beacon. Its identity is the next free one beside those of the register, unless `fields` say it. Nothing where the id is taken. */
export function placeBeacon(id: string, at: VenuePoint, fields: BeaconFields = {}): Action {
  return (document) => {
    const { register } = document;
    if (register.beacons.some((beacon) => beacon.id === id)) return document;
    const identity =
      'uuid' in fields || 'eddystone' in fields || 'address' in fields ? {} : nextIdentity(register);
    const beacon: Beacon = { id, ...identity, ...FACTORY, status: 'active', ...fields };
    return withBeacons(document, [...register.beacons, placedAt(beacon, at)]);
  };
}

/** Moves beacons by metres. What has no place stays so. */
export function moveBeacons(ids: Iterable<string>, right: number, up: number): Action {
  return editBeacons(ids, (beacon) =>
    beacon.at ? placedAt(beacon, { ...beacon.at, x: beacon.at.x + right, y: beacon.at.y + up }) : beacon,
  );
}

/** Hangs beacons at given places, such as by numbers, by drag, or where self-healing found them. */
export function putBeacons(places: ReadonlyMap<string, VenuePoint>): Action {
  return editBeacons(places.keys(), (beacon) => placedAt(beacon, places.get(beacon.id)!));
}

/** Types other fields of beacons; `undefined` takes a field away. */
export function setBeacons(
  ids: Iterable<string>,
  fields: { [K in keyof BeaconFields]: BeaconFields[K] | undefined },
): Action {
  return editBeacons(ids, (beacon) => {
    const names = Object.keys(fields) as (keyof BeaconFields)[];
    if (names.every((name) => beacon[name] === fields[name])) return beacon;
    const entries = Object.entries({ ...beacon, ...fields }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as unknown as Beacon;
  });
}

export function setHeight(ids: Iterable<string>, height: number): Action {
  return setBeacons(ids, { height: millimetres(height) });
}

/** Takes beacons down: they stay in the register, so that their history does. */
export function retireBeacons(ids: Iterable<string>): Action {
  return setBeacons(ids, { status: 'retired' });
}

export function restoreBeacons(ids: Iterable<string>): Action {
  return setBeacons(ids, { status: 'active' });
}

/** Takes beacons out of the register, as one that was placed by mistake. */
export function deleteBeacons(ids: Iterable<string>): Action {
  const gone = new Set(ids);
  return (document) => {
    const { beacons } = document.register;
    const kept = beacons.filter(({ id }) => !gone.has(id));
    return kept.length === beacons.length ? document : withBeacons(document, kept);
  };
}

/**
 * Hangs another device in the place of one: the old one is retired where it was, what was learnt of it is not taken over.
 * Nothing where the old one does not hang, or the new id is taken.
 */
export function replaceBeacon(id: string, newId: string, identity?: BeaconFields): Action {
  return (document) => {
    const { register } = document;
    const old = register.beacons.find((beacon) => beacon.id === id);
    if (!old || old.status === 'retired' || register.beacons.some((beacon) => beacon.id === newId))
      return document;
    const {
      uuid: _u,
      major: _m,
      minor: _n,
      eddystone: _e,
      address: _a,
      gainDb: _g,
      pathLossExponent: _p,
      ...kept
    } = old;
    const { installedOn: _i, note: _o, ...place } = kept;
    const fresh: Beacon = { ...place, ...(identity ?? nextIdentity(register)), id: newId, status: 'active' };
    const retired: Beacon = { ...old, status: 'retired' };
    return withBeacons(document, [
      ...register.beacons.map((beacon) => (beacon === old ? retired : beacon)),
      fresh,
    ]);
  };
}

/** The next free iBeacon identity: the UUID of most, the greatest major of it, and the minor after the greatest. */
export function nextIdentity({ beacons }: BeaconRegister): Pick<Beacon, 'uuid' | 'major' | 'minor'> {
  const counts = new Map<string, number>();
  for (const { uuid } of beacons) if (uuid !== undefined) counts.set(uuid, (counts.get(uuid) ?? 0) + 1);
  const uuid = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (uuid === undefined) return {};
  const family = beacons.filter((beacon) => beacon.uuid === uuid);
  const major = Math.max(0, ...family.map((beacon) => beacon.major ?? 0));
  const minor = Math.max(
    0,
    ...family.filter((beacon) => beacon.major === major).map((beacon) => beacon.minor ?? 0),
  );
  return minor < 65_535 ? { uuid, major, minor: minor + 1 } : { uuid, major: major + 1, minor: 1 };
}

/** The id after the greatest of the commonest form: `B601` after `B600`. */
export function nextBeaconId({ beacons }: BeaconRegister): string {
  const numbered = beacons.flatMap(({ id }) => {
    const match = /^(.*?)(\d+)$/.exec(id);
    return match ? [{ prefix: match[1]!, digits: match[2]!.length, number: Number(match[2]) }] : [];
  });
  const last = numbered.sort((a, b) => b.number - a.number)[0];
  const taken = new Set(beacons.map(({ id }) => id));
  for (let number = (last?.number ?? 0) + 1; ; number++) {
    const id = `${last?.prefix ?? 'B'}${String(number).padStart(last?.digits ?? 3, '0')}`;
    if (!taken.has(id)) return id;
  }
}
