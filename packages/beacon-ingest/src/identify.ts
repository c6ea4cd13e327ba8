import type { Beacon, BeaconRegister } from '@daoyin/venue';
import type { BeaconIdentity } from './types';

/** Finds the beacon of a register by whatever it says of itself. */
export interface BeaconIndex {
  byId(id: string): Beacon | undefined;
  byIdentity(identity: BeaconIdentity): Beacon | undefined;
}

/** Builds the index of a register once; a look-up is one map access. Of two beacons with one identity the first counts. */
export function indexBeacons({ beacons }: BeaconRegister): BeaconIndex {
  const ids = new Map<string, Beacon>();
  const identities = new Map<string, Beacon>();
  const add = (map: Map<string, Beacon>, key: string, beacon: Beacon) => {
    if (!map.has(key)) map.set(key, beacon);
  };
  for (const beacon of beacons) {
    add(ids, beacon.id, beacon);
    for (const identity of identitiesOf(beacon)) add(identities, identityKey(identity), beacon);
  }
  return {
    byId: (id) => ids.get(id),
    byIdentity: (identity) => identities.get(identityKey(identity)),
  };
}

/** An identity as one word: equal for two identities exactly where they are one beacon's. */
export function identityKey(identity: BeaconIdentity): string {
  switch (identity.type) {
    case 'ibeacon':
      return `${identity.uuid}/${identity.major}/${identity.minor}`;
    case 'altbeacon':
      return altBeaconKey(identity.id);
    case 'eddystone-uid':
      return `${identity.namespace}-${identity.instance}`;
    case 'address':
      return identity.address;
  }
}

/** An identity for a person to read. */
export function describeIdentity(identity: BeaconIdentity): string {
  switch (identity.type) {
    case 'ibeacon':
      return `iBeacon ${identity.uuid} ${identity.major}/${identity.minor}`;
    case 'altbeacon':
      return `AltBeacon ${identity.id}`;
    case 'eddystone-uid':
      return `Eddystone ${identity.namespace} ${identity.instance}`;
    case 'address':
      return `address ${identity.address}`;
  }
}

function identitiesOf(beacon: Beacon): BeaconIdentity[] {
  const { uuid, major, minor, eddystone, address } = beacon;
  const identities: BeaconIdentity[] = [];
  if (uuid !== undefined && major !== undefined && minor !== undefined) {
    identities.push({ type: 'ibeacon', uuid: uuid.toLowerCase(), major, minor });
  }
  if (eddystone) {
    const { namespace, instance } = eddystone;
    identities.push({
      type: 'eddystone-uid',
      namespace: namespace.toLowerCase(),
      instance: instance.toLowerCase(),
    });
  }
  if (address !== undefined) identities.push({ type: 'address', address: address.toLowerCase() });
  return identities;
}

/** An AltBeacon's 20 bytes are, by its convention, a UUID and two 16-bit numbers: the identity of an iBeacon. */
function altBeaconKey(id: string): string {
  const uuid = `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20, 32)}`;
  return `${uuid}/${Number.parseInt(id.slice(32, 36), 16)}/${Number.parseInt(id.slice(36, 40), 16)}`;
}
