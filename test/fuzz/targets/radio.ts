import {
  createAdvertReader,
  createBtsnoopReader,
  createHciFramer,
  decodeAdStructures,
  decodeAdvert,
  mainFrame,
} from '@daoyin/beacon-ingest';
import * as air from '../../../packages/beacon-ingest/test/air';
import { mutateCapture, mutateHci, mutateStructures } from '../forms/radio';
import type { FuzzTargets } from '../target';

const ADDRESSES = ['c0:11:22:33:44:55', 'c0:11:22:33:44:66'] as const;
/** An advert of each kind that is in the air, and some that are cut or lie. */
export const ADVERTS: readonly Uint8Array[] = [
  air.iBeacon(1, 17),
  air.altBeacon(0x0118, '0102030405060708090a0b0c0d0e0f1011121314'),
  air.eddystoneUid('00112233445566778899', 'aabbccddeeff'),
  air.eddystoneTlm(3000, 0x1580, 100_000, 600),
  air.eddystoneTlm(0, 0x8000, 1, 1),
  air.eddystoneUrl('\u0002daoyin'),
  air.bytes(air.completeServices16(0x180f), air.serviceData16(0xfeaa, 0)),
  air.bytes(air.localName('lamp'), air.manufacturerData(0x004c, '02')),
  air.bytes(air.manufacturerData(0x004c, '10 05 01 02'), air.serviceData16(0x180f, 100)),
];
const [first, second] = ADDRESSES;
const fragment = { eventType: 0b01 << 5 };
const EVENTS: readonly Uint8Array[] = [
  ...ADVERTS.map((data, i) => air.legacyEvent(air.legacyReport(first, -50 - i, data))),
  air.legacyEvent(
    air.legacyReport(first, -60, ADVERTS[0]!, air.ADV_IND),
    air.legacyReport(second, -61, air.localName('lamp'), air.SCAN_RSP),
  ),
  air.extendedEvent(air.extendedReport(first, -50, ADVERTS[1]!, { txPower: 4 })),
  air.bytes(
    air.extendedEvent(air.extendedReport(first, -50, ADVERTS[0]!.subarray(0, 20), fragment)),
    air.extendedEvent(air.extendedReport(second, -70, ADVERTS[0]!.subarray(0, 9), fragment)),
    air.extendedEvent(air.extendedReport(first, -51, ADVERTS[0]!.subarray(20))),
    air.extendedEvent(air.extendedReport(second, -71, ADVERTS[0]!.subarray(9), { eventType: 0b10 << 5 })),
  ),
  air.bytes('01 03 0c 00', '02 01 20 04 00 aa bb cc dd', '03 01 00 01 aa', '05 01 00 02 00 aa bb', 'ff'),
];
const u32 = (value: number) => [...air.u16be(Math.floor(value / 65_536)), ...air.u16be(value % 65_536)];
const record = (flags: number, packet: Uint8Array) =>
  air.bytes(u32(packet.length), u32(packet.length + 2), u32(flags), u32(0), '00e2b3a4c5d6e7f8', packet);
const captureOf = (datalink: number, ...records: readonly Uint8Array[]) =>
  air.bytes(Buffer.from('btsnoop\0'), u32(1), u32(datalink), ...records);

export const radioTargets: FuzzTargets = {
  adverts: {
    runs: 1_000_000,
    modules: ['packages/beacon-ingest/src/decode', 'packages/beacon-ingest/src/frames'],
    seeds: () => ADVERTS,
    mutate: mutateStructures,
    eat: (bytes) => {
      mainFrame(decodeAdStructures(bytes));
      const [low = 0, high = 0] = bytes;
      for (const kind of ['manufacturer-data', 'service-data'] as const) {
        const id = low | (high << 8);
        decodeAdvert({ kind, companyId: id, uuid16: id, bytes: bytes.subarray(2) });
      }
    },
  },
  hci: {
    runs: 300_000,
    modules: [
      'packages/beacon-ingest/src/hci/framer',
      'packages/beacon-ingest/src/hci/reports',
      'packages/beacon-ingest/src/hci/adverts',
    ],
    seeds: () => [...EVENTS, air.bytes(...EVENTS)],
    mutate: mutateHci,
    eat: (bytes) => {
      const [framer, reader] = [createHciFramer(), createAdvertReader()];
      framer.append(bytes);
      for (let packet = framer.next(); packet !== undefined; packet = framer.next())
        for (const { payload } of reader.read(packet, 0).adverts) decodeAdvert(payload);
    },
  },
  btsnoop: {
    runs: 300_000,
    modules: ['packages/beacon-ingest/src/hci/btsnoop'],
    seeds: () => [
      captureOf(
        1001,
        record(2, EVENTS[0]!.subarray(1)),
        record(0, EVENTS[1]!.subarray(1)),
        record(3, EVENTS[2]!.subarray(1)),
      ),
      captureOf(1002, ...EVENTS.map((event) => record(2, event))),
      captureOf(2001, record(3, EVENTS[0]!.subarray(1)), record(99, EVENTS[1]!), record(18, EVENTS[2]!)),
      captureOf(1004),
    ],
    mutate: mutateCapture,
    eat: (bytes) => {
      const reader = createBtsnoopReader();
      const half = bytes.length >> 1;
      for (const part of [bytes.subarray(0, half), bytes.subarray(half)]) {
        reader.append(part);
        for (let i = 0; i < 10_000; i++) if (reader.next() === undefined) break;
      }
      reader.end();
    },
  },
};
