import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createAdvertReader,
  createBtsnoopReader,
  createHciFramer,
  decodeAdStructures,
  decodeReadingLine,
  readGatewayMessage,
} from '@daoyin/beacon-ingest';
import { callMessage, decodeReceiverBatch, decodeServerEvent, staffAction } from '@daoyin/protocol';
import { openCapsule } from '@daoyin/routing';
import { readServices, validateServices } from '@daoyin/services';
import { importIndoor, readBeaconRegister, readVenue } from '@daoyin/venue';
import { checkSignature, signBody } from '../../apps/server/src/calls/signature';
import { readConfiguration } from '../../apps/server/src/options/file';
import { openReceiverDoor } from '../../apps/server/src/receivers/door';
import { openFraming } from '../../apps/server/src/receivers/framing';
import { base64Of, checksumOf } from '../../packages/routing/src/capsule/bytes';

/** A decoder of bytes that others made. It may refuse; it may not throw, hang, or grow without end. */
export interface FuzzTarget {
  /** How many inputs a full run gives it. */
  readonly runs: number;
  /** Inputs to begin with, so that the fuzzer need not guess the format. */
  readonly seeds: () => readonly Uint8Array[];
  readonly eat: (bytes: Uint8Array) => void;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));
/** A file of the sample hall, its features thinned out so that an input is small. */
function small(name: string): string {
  const file = JSON.parse(readFileSync(join('floorplans/zhongshan', name), 'utf8')) as {
    features?: unknown[];
  };
  return JSON.stringify(file.features ? { ...file, features: file.features.slice(0, 3) } : file);
}

const uuid = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const IBEACON = `0201061aff4c000215${uuid.replaceAll('-', '')}00010011c5`;
const ADVERTS = [
  IBEACON,
  '0201061bffffffbeac0102030405060708090a0b0c0d0e0f1011121314c500',
  '0201060303aafe1516aafe00f100112233445566778899aabbccddeeff0000',
  '0201060303aafe1116aafe20000bb8158000000010000000640000',
];
const register = {
  venue: 'hall',
  beacons: [
    { id: 'B001', uuid, major: 1, minor: 17, height: 3, measuredPowerDbm: -59, status: 'active' as const },
  ],
};
const door = openReceiverDoor(register, { warn: () => undefined, nowMs: () => 0 });
const VENUE_FILES = [
  'manifest',
  'venue',
  'building',
  'level',
  'unit',
  'opening',
  'anchor',
  'occupant',
  'relationship',
];
const geojson = (name: string) => (name === 'manifest' ? 'manifest.json' : `${name}.geojson`);

/** Bytes of several files in one input: each begins with a line of its name. */
function filesOf(bytes: Uint8Array): Map<string, string> {
  const parts = textOf(bytes).split('\u0000');
  return new Map(VENUE_FILES.flatMap((name, i) => (parts[i] ? [[geojson(name), parts[i]] as const] : [])));
}

export const targets: Readonly<Record<string, FuzzTarget>> = {
  adverts: {
    runs: 1_000_000,
    seeds: () => ADVERTS.map(hex),
    eat: (bytes) => void decodeAdStructures(bytes),
  },
  hci: {
    runs: 1_000_000,
    seeds: () => [
      hex(`043e2b02010000aabbccddeeff1e${IBEACON}c5`),
      hex('043e1a0d011300010011223344556601000000c5'),
    ],
    eat: (bytes) => {
      const [framer, reader] = [createHciFramer(), createAdvertReader()];
      framer.append(bytes);
      for (let packet = framer.next(); packet !== undefined; packet = framer.next())
        void reader.read(packet as never, 0);
    },
  },
  btsnoop: {
    runs: 500_000,
    seeds: () => [
      hex(
        `6274736e6f6f700000000001000003ea${'0000002d0000002d000000010000000000e2b3a4c5d6e7f8'}043e2b02010000aabbccddeeff1e${IBEACON}c5`,
      ),
    ],
    eat: (bytes) => {
      const reader = createBtsnoopReader();
      reader.append(bytes);
      for (let i = 0; i < 10_000; i++) if (reader.next() === undefined) break;
    },
  },
  batch: {
    runs: 500_000,
    seeds: () => [
      json({
        receiver: 'k',
        session: 's',
        adverts: ADVERTS.map((advertHex) => ({ atMs: 5, address: 'c0:11', advertHex, rssiDbm: -60 })),
      }),
    ],
    eat: (bytes) => {
      const text = textOf(bytes);
      if (decodeReceiverBatch(text).ok) door.receive(text, 'k');
    },
  },
  gateways: {
    runs: 500_000,
    seeds: () => [
      json({ mac: 'c01122334455', id: `iBeacon:${uuid}-1-17`, rssi: -61 }),
      json({ id: 'C0:11:22:33:44:55', rssi: -62, manufacturerdata: IBEACON.slice(10) }),
      json([
        { type: 'Gateway', mac: 'AC233FC00001', timestamp: '2026-01-01T00:00:00Z' },
        { mac: 'C01122334455', rssi: -63, rawData: IBEACON },
      ]),
    ],
    eat: (bytes) => {
      const text = textOf(bytes);
      for (const [format, topic] of [
        ['espresense', 'espresense/devices/a/b'],
        ['theengs', 'home/a/BTtoMQTT'],
        ['minew', '/gw/a/status'],
      ] as const) {
        const message = readGatewayMessage(format, topic, text, 0);
        if (message.ok) door.hear(message.adverts, 'gateway');
      }
    },
  },
  lines: {
    runs: 500_000,
    seeds: () => [
      json({ atMs: 1, beacon: 'B001', rssiDbm: -67 }),
      json({ atMs: 1, step: { length: 0.7, heading: 1 } }),
      json({ atMs: 1, anchor: { x: 1, y: 2, level: '1F', sigma: 1 } }),
    ],
    eat: (bytes) => void decodeReadingLine(textOf(bytes)),
  },
  mqtt: {
    runs: 1_000_000,
    seeds: () => [hex('300a0003612f627b7d000000'), hex('10ffffff7f')],
    eat: (bytes) => {
      const framing = openFraming(1000);
      const whole = framing.take(bytes);
      const cut = openFraming(1000);
      let count: number | undefined = 0;
      for (let i = 0; i < bytes.length && count !== undefined; i++) {
        const more = cut.take(bytes.subarray(i, i + 1));
        count = more === undefined ? undefined : count + more;
      }
      if (whole !== count) throw new Error(`${whole} packets at once, ${count} byte by byte`);
    },
  },
  webhook: {
    runs: 500_000,
    seeds: () => [
      json({ messages: [{ id: 'c1', atMs: 1, kind: 'call', ticket: 'A001', window: '2' }] }),
      bytesOf(signBody('secret', 1, 'x')),
    ],
    eat: (bytes) => {
      const text = textOf(bytes);
      if (checkSignature('secret', text, bytes, 1).ok) throw new Error('let in');
      try {
        const message: unknown = JSON.parse(text);
        callMessage.safeParse(message);
        staffAction.safeParse(message);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    },
  },
  events: {
    runs: 300_000,
    seeds: () => [
      json({ type: 'hello', serverTimeMs: 1, venueVersion: 'v' }),
      json({ type: 'readings', session: 's', readings: [{ atMs: 1, beacon: 'B001', rssiDbm: -60 }] }),
    ],
    eat: (bytes) => void decodeServerEvent(textOf(bytes)),
  },
  capsule: {
    runs: 1_000_000,
    seeds: () => [hex('000461616161000000000000'), new Uint8Array(40)],
    eat: (bytes) => {
      openCapsule(textOf(bytes));
      const body = [1, ...bytes.subarray(0, 500)]; // a right checksum, so that what is behind it is reached
      const checksum = checksumOf(body);
      openCapsule(base64Of([...body, checksum >> 8, checksum & 255]));
    },
  },
  imdf: {
    runs: 200_000,
    seeds: () => [bytesOf(VENUE_FILES.map((name) => small(geojson(name))).join('\u0000'))],
    eat: (bytes) => void readVenue(filesOf(bytes)),
  },
  imports: {
    runs: 200_000,
    seeds: () => [
      bytesOf(small('unit.geojson')),
      bytesOf(
        '<osm><node id="1" lat="1" lon="2"/><way id="2"><nd ref="1"/><tag k="indoor" v="room"/><tag k="level" v="0;1"/></way></osm>',
      ),
      json({
        elements: [
          { type: 'node', id: 1, lat: 1, lon: 2 },
          { type: 'way', id: 2, nodes: [1], tags: { indoor: 'room', level: '0-3' } },
        ],
      }),
      hex('504b0304140000000000000000000000000000000000000000000000'),
      bytesOf('0\nSECTION\n2\nENTITIES\n0\nLINE\n8\n0\n10\n0\n20\n0\n11\n1\n21\n1\n0\nENDSEC\n0\nEOF\n'),
    ],
    eat: (bytes) => void importIndoor('a.osm', bytes),
  },
  catalogue: {
    runs: 200_000,
    seeds: () => {
      const services = JSON.parse(readFileSync('floorplans/zhongshan/services.json', 'utf8')) as Record<
        string,
        unknown
      >;
      const thin = Object.entries(services).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.slice(0, 2) : value,
      ]);
      return [json(Object.fromEntries(thin))];
    },
    eat: (bytes) => {
      const read = readServices(textOf(bytes));
      if (read.ok) validateServices(read.services, { windows: [], openings: [] });
    },
  },
  beacons: {
    runs: 300_000,
    seeds: () => [json(register)],
    eat: (bytes) => void readBeaconRegister(textOf(bytes)),
  },
  configuration: {
    runs: 300_000,
    seeds: () => [bytesOf('[http]\nport = 8080\n[storage]\ndata = "x"\n')],
    eat: (bytes) => void readConfiguration('daoyin.toml', textOf(bytes)),
  },
};
