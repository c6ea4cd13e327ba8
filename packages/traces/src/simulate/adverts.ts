import { bytesToHex, hexToBytes } from '@daoyin/beacon-ingest';
import type { Beacon, BeaconRegister } from '@daoyin/venue';
import type { SimulatedLine } from './simulate';
import { stream } from './streams';

/** An advertising report as a scanner has it, in the contract's line format: AD structures as sent. */
export interface AdvertLine {
  readonly atMs: number;
  readonly address: string;
  readonly advertHex: string;
  readonly rssiDbm: number;
}

/**
 * The same walk as a receiver's raw reports: every reading becomes the bytes that its beacon sends (iBeacon, else Eddystone-UID, else
 * flags alone, known by address). Steps stay. Throws for a beacon that the register does not have.
 */
export function simulateAdverts<L extends SimulatedLine>(
  lines: readonly L[],
  register: BeaconRegister,
): readonly (AdvertLine | Exclude<L, { readonly beacon: string }>)[] {
  const sent = new Map(
    register.beacons.map((beacon) => [
      beacon.id,
      { address: addressOf(beacon), advertHex: bytesToHex(advertBytes(beacon)) },
    ]),
  );
  return lines.map((line) => {
    if (!('beacon' in line)) return line as Exclude<L, { readonly beacon: string }>;
    const report = sent.get(line.beacon);
    if (report === undefined) throw new RangeError(`The register has no beacon "${line.beacon}".`);
    return { atMs: line.atMs, ...report, rssiDbm: line.rssiDbm };
  });
}

/** Flags: LE general discoverable, no BR/EDR (Core Specification Supplement, part A, 1.3). */
const FLAGS = [0x02, 0x01, 0x06];
/** A beacon's power at 0 m is 41 dB above that at 1 m (Eddystone-UID specification). */
const EDDYSTONE_0M_DB = 41;

/** The AD structures that a beacon of the register advertises. */
export function advertBytes(beacon: Beacon): Uint8Array {
  const { uuid, major, minor, eddystone, measuredPowerDbm } = beacon;
  if (uuid !== undefined && major !== undefined && minor !== undefined) {
    const id = hexBytes(uuid.replaceAll('-', ''), 16);
    const body = [0x4c, 0x00, 0x02, 0x15, ...id, ...uint16(major), ...uint16(minor), int8(measuredPowerDbm)];
    return Uint8Array.from([...FLAGS, body.length + 1, 0xff, ...body]);
  }
  if (eddystone !== undefined) {
    const id = [...hexBytes(eddystone.namespace, 10), ...hexBytes(eddystone.instance, 6)];
    const body = [0xaa, 0xfe, 0x00, int8(measuredPowerDbm + EDDYSTONE_0M_DB), ...id, 0x00, 0x00];
    return Uint8Array.from([...FLAGS, 0x03, 0x03, 0xaa, 0xfe, body.length + 1, 0x16, ...body]);
  }
  return Uint8Array.from(FLAGS);
}

/** The register's address, or a random static one (two highest bits set) that follows from the id. */
function addressOf({ id, address }: Beacon): string {
  if (address !== undefined) return address.toLowerCase();
  const random = stream(0, `address/${id}`);
  const bytes = Uint8Array.from({ length: 6 }, () => Math.floor(random() * 256));
  bytes[0] = bytes[0]! | 0xc0;
  return bytesToHex(bytes).replace(/..(?!$)/g, '$&:');
}

function hexBytes(hex: string, length: number): Uint8Array {
  const bytes = hexToBytes(hex);
  if (bytes?.length !== length) throw new RangeError(`Expected ${length} bytes of hex, got "${hex}".`);
  return bytes;
}

function uint16(value: number): readonly [number, number] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function int8(value: number): number {
  return Math.round(value) & 0xff;
}
