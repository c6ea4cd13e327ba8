import type { Beacon, BeaconRegister } from '@daoyin/venue';

/** What a device says of itself: what a register has of it. */
export type Identity = Pick<Beacon, 'uuid' | 'major' | 'minor'> | Pick<Beacon, 'address'>;

/** What a code on a device, or a text typed, says: a beacon of this register, a device that nobody has registered, or nothing. */
export type Scanned =
  | { readonly kind: 'beacon'; readonly id: string }
  | { readonly kind: 'device'; readonly identity: Identity }
  | { readonly kind: 'unknown' };

const UUID = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/i;
const ADDRESS = /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i;
const UINT16 = 65_535;

/**
 * Reads what stands on a beacon: its id (`B231`), `uuid major minor` however they are parted or as JSON, a Bluetooth address, or an
 * address of the web that ends in one of these. A minor alone is taken where one beacon of the register has it.
 */
export function readScanned(text: string, register: BeaconRegister): Scanned {
  const plain = lastPart(text.trim());
  const byId = register.beacons.find(({ id }) => id.toLowerCase() === plain.toLowerCase());
  if (byId) return { kind: 'beacon', id: byId.id };
  if (ADDRESS.test(plain)) return known({ address: plain.toLowerCase().replaceAll('-', ':') }, register);
  const ibeacon = readIBeacon(plain);
  if (ibeacon) return known(ibeacon, register);
  if (!/^\d{1,5}$/.test(plain)) return { kind: 'unknown' };
  const same = register.beacons.filter(({ minor, status }) => minor === Number(plain) && status === 'active');
  return same.length === 1 ? { kind: 'beacon', id: same[0]!.id } : { kind: 'unknown' };
}

/** Whose identity it is; a device of nobody's else. Of two of one identity the active one. */
export function known(identity: Identity, { beacons }: BeaconRegister): Scanned {
  const same = beacons.filter((beacon) => isSame(beacon, identity));
  const found = same.find(({ status }) => status === 'active') ?? same[0];
  return found ? { kind: 'beacon', id: found.id } : { kind: 'device', identity };
}

function isSame(beacon: Beacon, identity: Identity): boolean {
  if ('address' in identity) return beacon.address?.toLowerCase() === identity.address;
  const { uuid, major, minor } = identity as Pick<Beacon, 'uuid' | 'major' | 'minor'>;
  return beacon.uuid?.toLowerCase() === uuid && beacon.major === major && beacon.minor === minor;
}

function readIBeacon(text: string): Identity | undefined {
  const found = UUID.exec(text);
  if (!found) return undefined;
  const hex = found[0].replaceAll('-', '').toLowerCase();
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );
  const rest = text.slice(found.index + found[0].length);
  const [major, minor] = [...rest.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  if (major === undefined || minor === undefined || major > UINT16 || minor > UINT16) return undefined;
  return { uuid, major, minor };
}

/** What of a web address names the device: its query or fragment, else the end of its path. */
function lastPart(text: string): string {
  if (!/^https?:\/\//i.test(text)) return text;
  try {
    const { searchParams, hash, pathname } = new URL(text);
    const values = [...searchParams.values()].join(' ');
    return values !== ''
      ? values
      : hash !== ''
        ? hash.slice(1)
        : (pathname.split('/').filter(Boolean).at(-1) ?? '');
  } catch {
    return text;
  }
}
