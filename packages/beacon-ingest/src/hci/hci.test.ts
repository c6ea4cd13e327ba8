import { readFileSync } from 'node:fs';
import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import * as air from '../../test/air';
import { dataFolder, hasData } from '../../test/data';
import { decodeAdvert, mainFrame } from '../decode';
import type { Advert } from '../types';
import { createAdvertReader } from './adverts';
import { createBtsnoopReader } from './btsnoop';
import { createHciFramer, type HciPacket } from './framer';

const A = 'c0:11:22:33:44:55';
const B = 'c0:11:22:33:44:66';

/** What comes out of a stream of HCI bytes that arrives in the given pieces. */
function read(pieces: readonly Uint8Array[]) {
  const framer = createHciFramer();
  const reader = createAdvertReader();
  const adverts: Advert[] = [];
  const anomalies: string[] = [];
  for (const piece of pieces) {
    framer.append(piece);
    for (let packet = framer.next(); packet; packet = framer.next()) {
      const found = reader.read(packet, 0);
      adverts.push(...found.adverts);
      anomalies.push(...found.anomalies);
    }
  }
  return { adverts, anomalies };
}

function cutAnywhere(stream: Uint8Array, random: () => number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < stream.length; ) {
    const size = Math.floor(random() * 30);
    pieces.push(stream.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

const frame = (advert: Advert | undefined) => mainFrame(decodeAdvert(advert!.payload));

describe('advertising reports', () => {
  it('gives every report of one event, with its own address and RSSI', () => {
    const event = air.legacyEvent(
      air.legacyReport(A, -61, air.iBeacon(1, 1)),
      air.legacyReport(B, -72, air.localName('lamp'), air.SCAN_RSP),
    );
    const { adverts, anomalies } = read([event]);
    expect(anomalies).toEqual([]);
    expect(adverts).toMatchObject([
      { address: A, rssiDbm: -61 },
      { address: B, rssiDbm: -72, scanResponse: true },
    ]);
    expect(frame(adverts[0])).toMatchObject({ type: 'ibeacon', minor: 1 });
  });

  it('gives every extended report of one event, none with bytes of the next', () => {
    const { adverts } = read([
      air.extendedEvent(
        air.extendedReport(A, -50, air.localName('lamp')),
        air.extendedReport(B, -60, air.iBeacon(1, 2)),
      ),
    ]);
    expect(adverts.map(frame).map(({ type }) => type)).toEqual(['unknown', 'ibeacon']);
    expect(adverts.map(({ payload }) => payload)).toMatchObject([
      { bytes: air.localName('lamp') },
      { bytes: air.iBeacon(1, 2) },
    ]);
  });

  it('puts the fragments of an extended advert together, of two senders at once', () => {
    const whole = air.bytes(air.iBeacon(1, 9), air.localName('x'.repeat(60)));
    const more = { eventType: 0b01 << 5 };
    const { adverts, anomalies } = read([
      air.extendedEvent(air.extendedReport(A, -50, whole.subarray(0, 20), more)),
      air.extendedEvent(air.extendedReport(B, -70, whole.subarray(0, 40), more)),
      air.extendedEvent(air.extendedReport(A, -51, whole.subarray(20))),
      air.extendedEvent(air.extendedReport(B, -71, whole.subarray(40))),
    ]);
    expect(anomalies).toEqual([]);
    expect(adverts).toMatchObject([
      { address: A, rssiDbm: -51, payload: { bytes: whole } },
      { address: B, rssiDbm: -71, payload: { bytes: whole } },
    ]);
  });

  it('says so where an extended advert was truncated, and keeps what came', () => {
    const truncated = { eventType: 0b10 << 5 };
    const { adverts, anomalies } = read([
      air.extendedEvent(air.extendedReport(A, -50, air.iBeacon(1, 9), truncated)),
    ]);
    expect(frame(adverts[0])).toMatchObject({ minor: 9 });
    expect(anomalies).toEqual([expect.stringContaining('truncated')]);
  });

  it('keeps the reports before the one that runs past its event', () => {
    const cut = air.bytes(air.ADV_IND, 0x01, air.addressLe(B), 31, '02 01 06');
    const { adverts, anomalies } = read([air.legacyEvent(air.legacyReport(A, -61, air.iBeacon(1, 1)), cut)]);
    expect(adverts).toHaveLength(1);
    expect(anomalies).toEqual([expect.stringContaining('report 2 of 2 runs past the end')]);
  });
});

describe('reports that are broken off', () => {
  const whole = air.extendedReport(A, -50, air.iBeacon(1, 9));
  const unfinished = (i: number) =>
    air.extendedEvent(
      air.extendedReport(`c0:11:22:33:44:${(16 + i).toString(16)}`, -60, air.flags, { eventType: 0b01 << 5 }),
    );

  it('keep what was whole before them', () => {
    const cut = whole.subarray(0, whole.length - 3);
    const { adverts, anomalies } = read([air.bytes(air.extendedEvent(whole, cut))]);
    expect(adverts).toHaveLength(1);
    expect(anomalies).toEqual([expect.stringContaining('report 2 of 2 runs past the end')]);
  });

  it('never fill the memory: of 65 senders that leave off in the middle the first is given up', () => {
    const { adverts, anomalies } = read(Array.from({ length: 65 }, (_, i) => unfinished(i)));
    expect([adverts, anomalies]).toEqual([[], ['extended advert left unfinished']]);
  });

  it('come without an address where the sender is anonymous', () => {
    const anonymous = whole.slice();
    anonymous[2] = 0xff;
    const { adverts } = read([air.extendedEvent(anonymous)]);
    expect(adverts).toHaveLength(1);
    expect(adverts[0]).not.toHaveProperty('address');
  });
});

describe('the framer', () => {
  const random = seededRandom(3);
  const stream = air.bytes(
    ...Array.from({ length: 60 }, (_, i) =>
      i % 7 === 3
        ? air.bytes('02 01 20 04 00 aa bb cc dd')
        : air.legacyEvent(air.legacyReport(A, -i, air.iBeacon(1, i))),
    ),
  );

  it('gives the same packets however the bytes are cut', () => {
    const expected = read([stream]);
    expect(expected.adverts).toHaveLength(51);
    for (let i = 0; i < 50; i++) expect(read(cutAnywhere(stream, random))).toEqual(expected);
  });

  it('never throws and loses no byte, whatever the bytes', () => {
    for (let round = 0; round < 300; round++) {
      const noise = Uint8Array.from({ length: 400 }, () =>
        random() < 0.2 ? [0x04, 0x3e, 0x02, 0x0d][Math.floor(random() * 4)]! : Math.floor(random() * 256),
      );
      expect(() => read(cutAnywhere(noise, random))).not.toThrow();
      const framer = createHciFramer();
      framer.append(noise);
      let length = 0;
      let packet: HciPacket | undefined;
      for (packet = framer.next(); packet; packet = framer.next()) length += packet.bytes.length;
      expect(length).toBeLessThanOrEqual(noise.length);
    }
  });

  it('counts stray bytes and finds the next packet', () => {
    const { adverts, anomalies } = read([
      air.bytes('ff 00', air.legacyEvent(air.legacyReport(A, -61, air.iBeacon(1, 1)))),
    ]);
    expect(adverts).toHaveLength(1);
    expect(anomalies).toHaveLength(2);
  });
});

describe('btsnoop', () => {
  it.each([
    ['text', Buffer.from('this is no capture, whatever its name'), /not a btsnoop file/],
    [
      'a datalink of another bus',
      air.bytes(Buffer.from('btsnoop\0'), '00000001', '000003ec'),
      /datalink 1004/,
    ],
    ['an empty file', new Uint8Array(0), /not a btsnoop file/],
  ])('refuses %s with a reason', (_, bytes, message) => {
    const reader = createBtsnoopReader();
    reader.append(bytes);
    const first = reader.next();
    expect(first?.kind === 'problem' ? first.message : reader.end()).toMatch(message);
    expect(reader.next()).toBeUndefined();
  });

  const event = air.legacyEvent(air.legacyReport(A, -61, air.iBeacon(1, 7)));
  /** A record of one packet with the flags or the opcode that a datalink has. */
  const record = (flags: number, packet: Uint8Array) => {
    const length = air.bytes(0, 0, air.u16be(packet.length));
    return air.bytes(length, length, [0, 0, ...air.u16be(flags)], '00000000 00e2b3a4c5d6e7f8', packet);
  };
  const capture = (datalink: number, ...records: readonly Uint8Array[]) =>
    air.bytes(Buffer.from('btsnoop\0'), '00000001 0000', air.u16be(datalink), ...records);

  it.each([
    ['with type bytes', capture(1002, record(1, event))],
    ['without type bytes', capture(1001, record(3, event.subarray(1)), record(0, event.subarray(1)))],
    [
      'of the monitor of BlueZ',
      capture(2001, record(0, Buffer.from('new index')), record(3, event.subarray(1))),
    ],
  ])('a capture %s has the same advert', (_, bytes) => {
    const reader = createBtsnoopReader();
    const hci = createAdvertReader();
    reader.append(bytes);
    const adverts: Advert[] = [];
    for (let next = reader.next(); next?.kind === 'record'; next = reader.next()) {
      const { packet, atMs } = next.record;
      expect(new Date(atMs).getUTCFullYear()).toBe(2022);
      const kind = packet[0] === 4 ? 'event' : 'acl';
      adverts.push(...hci.read({ kind, bytes: packet }, atMs).adverts);
    }
    expect(reader.end()).toBeUndefined();
    expect(adverts.map(frame)).toMatchObject([{ type: 'ibeacon', minor: 7 }]);
  });

  it('refuses a record that says it is longer than any packet', () => {
    const reader = createBtsnoopReader();
    reader.append(air.bytes(capture(1002), '7fffffff 7fffffff', new Uint8Array(16)));
    expect(reader.next()).toMatchObject({ kind: 'problem', message: /2147483647 bytes/ });
  });

  it('says where a capture breaks off inside a record', () => {
    const reader = createBtsnoopReader();
    reader.append(air.bytes(Buffer.from('btsnoop\0'), '00000001', '000003ea', '0000000b 0000000b 00000002'));
    expect(reader.next()).toBeUndefined();
    expect(reader.end()).toMatch(/breaks off/);
  });
});

interface BeaconSummary {
  readonly mac: string;
  readonly uuid: string;
  readonly major: number;
  readonly minor: number;
  readonly txPower: number;
  readonly n: number;
  readonly rssi_min: number;
  readonly rssi_max: number;
}

/** The summary that comes with the capture, from our adverts. */
function summary(adverts: readonly Advert[]): BeaconSummary[] {
  const byMac = new Map<string, BeaconSummary>();
  for (const advert of adverts) {
    const found = frame(advert);
    if (found.type !== 'ibeacon') continue;
    const mac = advert.address!;
    const before = byMac.get(mac);
    byMac.set(mac, {
      mac,
      uuid: found.uuid.replaceAll('-', ''),
      major: found.major,
      minor: found.minor,
      txPower: found.measuredPowerDbm,
      n: (before?.n ?? 0) + 1,
      rssi_min: Math.min(before?.rssi_min ?? 0, advert.rssiDbm),
      rssi_max: Math.max(before?.rssi_max ?? -200, advert.rssiDbm),
    });
  }
  return [...byMac.values()].sort((a, b) => a.mac.localeCompare(b.mac));
}

describe.skipIf(!hasData)('captures of a real adapter', () => {
  const file = (name: string) => readFileSync(`${dataFolder}/hci/${name}`);
  const expected = (): BeaconSummary[] => JSON.parse(file('starksm64_expected_summary.json').toString());

  const advertsOfBtsnoop = (name: string, pieceSize: number) => {
    const reader = createBtsnoopReader();
    const adverts: Advert[] = [];
    const hci = createAdvertReader();
    const bytes = file(name);
    for (let at = 0; at < bytes.length; at += pieceSize) {
      reader.append(bytes.subarray(at, at + pieceSize));
      for (let next = reader.next(); next; next = reader.next()) {
        if (next.kind === 'problem') throw new Error(next.message);
        const { atMs, packet } = next.record;
        adverts.push(
          ...hci.read({ kind: packet[0] === 4 ? 'event' : 'command', bytes: packet }, atMs).adverts,
        );
      }
    }
    expect(reader.end()).toBeUndefined();
    return adverts;
  };

  it('gives 494 reports, 429 of 11 iBeacons, from the text dump byte by byte', () => {
    const stream = air.bytes(
      ...air.packetsOfHcidump(file('starksm64_hcidumpBig_ibeacon.raw.txt').toString()),
    );
    const { adverts, anomalies } = read(Array.from(stream, (byte) => Uint8Array.of(byte)));
    expect(anomalies).toEqual([]);
    expect(adverts).toHaveLength(494);
    expect(adverts.filter((advert) => frame(advert).type === 'ibeacon')).toHaveLength(429);
    expect(summary(adverts)).toEqual(expected());
  });

  it.each([1, 7, 1000])('gives the same from btsnoop in pieces of %i bytes', (pieceSize) => {
    const adverts = advertsOfBtsnoop('starksm64_hcidumpBig_ibeacon_converted.btsnoop', pieceSize);
    expect(adverts).toHaveLength(494);
    expect(summary(adverts)).toEqual(expected());
  });

  it('finds no beacon where there is none, and both reports of one event', () => {
    const adverts = advertsOfBtsnoop('bertrandmartel_btsnoop_hci.log', 1000);
    expect(adverts.length).toBeGreaterThan(1);
    expect(summary(adverts)).toEqual([]);
    const broken = adverts.map(frame).filter(({ type }) => type !== 'unknown');
    expect(broken).toHaveLength(3); // a flower pot whose manufacturer data is one byte
    expect(adverts[0]!.address).toBe(adverts[1]!.address);
    expect(new Date(adverts[0]!.atMs).getUTCFullYear()).toBe(2015);
  });
});
