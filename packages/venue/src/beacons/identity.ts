import type { Beacon } from '../types';

/**
 * The identities by which a beacon is heard, as stable keys: `uuid/major/minor`, `namespace/instance` and the address, in lower
 * case. Two active beacons of a venue never share one.
 */
export function beaconIdentities(
  beacon: Pick<Beacon, 'uuid' | 'major' | 'minor' | 'eddystone' | 'address'>,
): readonly string[] {
  const { uuid, major, minor, eddystone, address } = beacon;
  const keys: string[] = [];
  if (uuid !== undefined && major !== undefined && minor !== undefined)
    keys.push(`${uuid}/${major}/${minor}`);
  if (eddystone) keys.push(`${eddystone.namespace}/${eddystone.instance}`);
  if (address !== undefined) keys.push(address);
  return keys.map((key) => key.toLowerCase());
}
