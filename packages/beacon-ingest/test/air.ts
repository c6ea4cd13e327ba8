/** Bytes as the specifications lay them out, so that a test reads like them. Numbers are bytes, texts are hex. */
export type Part = number | string | Uint8Array | readonly number[];

export function bytes(...parts: readonly Part[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => {
      if (typeof part === 'number') return [part & 0xff];
      if (typeof part !== 'string') return [...part];
      return [...Buffer.from(part.replaceAll(/[\s-]/g, ''), 'hex')];
    }),
  );
}

export const u16be = (value: number) => [value >> 8, value & 0xff];
export const u16le = (value: number) => [value & 0xff, value >> 8];
const u32be = (value: number) => [...u16be(Math.floor(value / 65_536)), ...u16be(value % 65_536)];
/** A device address in the order of the air interface: last octet first. */
export const addressLe = (address: string) => bytes(address.replaceAll(':', '')).reverse();

/** Core, Vol 3, Part C, 11: length, type, data. */
function adStructure(type: number, ...data: readonly Part[]): Uint8Array {
  const body = bytes(...data);
  return bytes(body.length + 1, type, body);
}

export const flags = adStructure(0x01, 0x06);
export const completeServices16 = (...uuids: readonly number[]) => adStructure(0x03, ...uuids.map(u16le));
export const localName = (name: string) => adStructure(0x09, Buffer.from(name));
export const manufacturerData = (companyId: number, ...data: readonly Part[]) =>
  adStructure(0xff, u16le(companyId), ...data);
export const serviceData16 = (uuid: number, ...data: readonly Part[]) =>
  adStructure(0x16, u16le(uuid), ...data);

export const UUID = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';

export function iBeacon(major: number, minor: number, { uuid = UUID, power = -59 } = {}): Uint8Array {
  return bytes(flags, manufacturerData(0x004c, '02 15', uuid, u16be(major), u16be(minor), power));
}

export function altBeacon(manufacturerId: number, id: string, power = -59, reserved = 0): Uint8Array {
  return bytes(flags, manufacturerData(manufacturerId, 'be ac', id, power, reserved));
}

const eddystone = (...frame: readonly Part[]) =>
  bytes(flags, completeServices16(0xfeaa), serviceData16(0xfeaa, ...frame));

export function eddystoneUid(namespace: string, instance: string, power0m = -20): Uint8Array {
  return eddystone(0x00, power0m, namespace, instance, '00 00');
}

export function eddystoneTlm(
  batteryMv: number,
  temperature88: number,
  advertCount: number,
  tenths: number,
): Uint8Array {
  return eddystone(
    '20 00',
    u16be(batteryMv),
    u16be(temperature88 & 0xffff),
    u32be(advertCount),
    u32be(tenths),
  );
}

export const eddystoneUrl = (text: string) => eddystone('10 eb 03', Buffer.from(text));

/** Core, Vol 4, Part E, 7.7.65.2. */
export const ADV_IND = 0x00;
export const ADV_SCAN_IND = 0x02;
export const ADV_NONCONN_IND = 0x03;
export const SCAN_RSP = 0x04;

export function legacyReport(
  address: string,
  rssi: number,
  data: Uint8Array,
  type = ADV_NONCONN_IND,
): Uint8Array {
  return bytes(type, 0x01, addressLe(address), data.length, data, rssi);
}

/** Core, Vol 4, Part E, 7.7.65.13. */
export interface ExtendedFields {
  readonly eventType?: number;
  readonly txPower?: number;
  readonly setId?: number;
}

export function extendedReport(
  address: string,
  rssi: number,
  data: Uint8Array,
  { eventType = 0x0000, txPower = 127, setId = 1 }: ExtendedFields = {},
): Uint8Array {
  const direct = '00 00 00 00 00 00 00';
  return bytes(
    u16le(eventType),
    0x01,
    addressLe(address),
    '01 02',
    setId,
    txPower,
    rssi,
    u16le(0),
    direct,
    data.length,
    data,
  );
}

function leMetaEvent(subevent: number, reports: readonly Uint8Array[]): Uint8Array {
  const parameters = bytes(subevent, reports.length, ...reports);
  return bytes(0x04, 0x3e, parameters.length, parameters);
}

/** An HCI packet with its type byte. */
export const legacyEvent = (...reports: readonly Uint8Array[]) => leMetaEvent(0x02, reports);
export const extendedEvent = (...reports: readonly Uint8Array[]) => leMetaEvent(0x0d, reports);

/** `hcidump --raw` text as HCI packets: a line that begins with `>` or `<` begins a packet. */
export function packetsOfHcidump(text: string): Uint8Array[] {
  return text
    .split(/^[<>]/m)
    .slice(1)
    .map((packet) => bytes(packet));
}
