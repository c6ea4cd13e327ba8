import { decodeReadingLine, gatewayFormatOf, readGatewayMessage } from '@daoyin/beacon-ingest';
import {
  askGuide,
  beaconEvidence,
  callMessages,
  decodeReceiverBatch,
  decodeRelayBatch,
  decodeServerEvent,
  holderAction,
  readPublicUrl,
  receiverHealth,
  siteChange,
  staffAction,
  takeTicket,
} from '@daoyin/protocol';
import { checkSignature, signBody } from '../../../apps/server/src/calls/signature';
import { readConfiguration } from '../../../apps/server/src/options/file';
import { settings } from '../../../apps/server/src/options/settings';
import { openReceiverDoor } from '../../../apps/server/src/receivers/door';
import { openFraming } from '../../../apps/server/src/receivers/framing';
import { UUID } from '../../../packages/beacon-ingest/test/air';
import { mutateBytes } from '../forms/bytes';
import { mutateJson } from '../forms/json';
import { bytesOf, joined, textOf } from '../forms/mutator';
import { mutatePieces } from '../forms/text';
import type { FuzzTargets } from '../target';
import { ADVERTS } from './radio';

const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const mac = 'C0:11:22:33:44:55';
const [iBeacon, , eddystone] = ADVERTS as readonly [Uint8Array, Uint8Array, Uint8Array];

const register = {
  venue: 'hall',
  beacons: [
    {
      id: 'B001',
      uuid: UUID,
      major: 1,
      minor: 17,
      height: 3,
      measuredPowerDbm: -59,
      status: 'active' as const,
    },
    {
      ...{ id: 'B002', eddystone: { namespace: '00112233445566778899', instance: 'aabbccddeeff' } },
      ...{ address: mac.toLowerCase(), height: 3, measuredPowerDbm: -59, status: 'active' as const },
    },
  ],
};
const door = openReceiverDoor(register, { warn: () => undefined, nowMs: () => 0 });

const TOPICS = ['espresense/devices/a/b', 'home/a/BTtoMQTT', '/gw/a/status', 'other'];
const SIGNED_AT_MS = 1_767_225_600_000;
const BODIES = [
  callMessages,
  staffAction,
  holderAction,
  takeTicket,
  askGuide,
  siteChange,
  beaconEvidence,
  receiverHealth,
];
const ticket = {
  ...{ number: 'A001', serviceId: 's', serviceName: { en: 'S' }, state: 'waiting', window: null, ahead: 3 },
  ...{ lastCalled: 'A000', waitSeconds: { low: 1, median: 2, p90: 3, high: 4 }, priority: 'normal' },
  ...{ appointmentMs: null, calls: 0, rating: 5, updatedAtMs: 1 },
};

const place = { x: 1, y: 2, level: '1F' };
const call = {
  ...{
    id: 'g',
    state: 'waiting',
    by: null,
    at: place,
    name: { en: 'Kiosk' },
    language: 'en',
    stepFree: false,
  },
  ...{ askedAtMs: 1, updatedAtMs: 2 },
};

/** MQTT 5.0, 2.1: type and flags, the length as a variable byte integer, what follows. */
function packet(type: number, body: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let rest = body.length; ; rest >>= 7) {
    length.push(rest < 128 ? rest : (rest & 127) | 128);
    if (rest < 128) return joined(Uint8Array.of(type, ...length), body);
  }
}

export const messageTargets: FuzzTargets = {
  batch: {
    runs: 200_000,
    modules: [
      'packages/protocol/src/receiver',
      'apps/server/src/receivers/door',
      'apps/server/src/receivers/health.',
    ],
    seeds: () => [
      json({
        receiver: 'k',
        session: 'hour-session-0001',
        adverts: ADVERTS.map((advert) => ({ atMs: 5, address: mac, advertHex: hex(advert), rssiDbm: -60 })),
      }),
      json({
        receiver: 'k',
        adverts: [
          { atMs: -1, advertHex: 'zz', rssiDbm: 127 },
          { atMs: 1, address: mac, rssiDbm: 99 },
        ],
      }),
    ],
    mutate: mutateJson,
    eat: (bytes) => {
      const text = textOf(bytes);
      decodeReceiverBatch(text);
      door.receive(text, 'k');
    },
  },
  gateways: {
    runs: 300_000,
    modules: ['packages/beacon-ingest/src/gateways/'],
    seeds: () => [
      json({ mac: 'c01122334455', id: `iBeacon:${UUID}-1-17`, rssi: -61 }),
      json({ mac: 'c01122334455', id: 'apple:1005:9-26', rssi: '-61' }),
      json({ id: mac, rssi: -62, manufacturerdata: hex(iBeacon.subarray(5)) }),
      json({ id: mac, rssi: -62, uuid: UUID.replaceAll('-', ''), major: '1', minor: 17 }),
      json({ mac, rssi: -62, servicedata: hex(eddystone.subarray(11)), servicedatauuid: '0xfeaa' }),
      json([
        { type: 'Gateway', mac: 'AC233FC00001', timestamp: '2026-01-01T00:00:00Z' },
        { mac: 'C01122334455', rssi: -63, rawData: hex(iBeacon), timestamp: 1_767_225_600_000 },
        { mac: 'C01122334455', rssi: -63, rawData: '', timestamp: '2026-01-01T00:00:00Z' },
      ]),
    ],
    mutate: mutateJson,
    eat: (bytes) => {
      for (const topic of TOPICS) {
        const format = gatewayFormatOf(topic);
        if (format === undefined) continue;
        const message = readGatewayMessage(format, topic, textOf(bytes), 0);
        if (message.ok) door.hear(message.adverts, message.gateway);
      }
    },
  },
  lines: {
    runs: 300_000,
    modules: ['packages/beacon-ingest/src/lines'],
    seeds: () =>
      [
        { atMs: 1, beacon: 'B001', rssiDbm: -67 },
        { atMs: 1, uuid: UUID, major: 1, minor: 17, rssiDbm: -67 },
        { atMs: 1, address: mac, rssiDbm: 127 },
        { atMs: 1, address: mac, advertHex: hex(iBeacon), rssiDbm: -67 },
        { atMs: 1, step: { length: 0.7, heading: 1 } },
        { atMs: 1, anchor: { x: 1, y: 2, level: '1F', sigma: 1 } },
        { atMs: 1, accelerometer: [0, 0, 9.8] },
        { atMs: 1, gyroscope: [0, 0, 0.1] },
        { atMs: 1, rotation_vector: [0, 0, 0.1] },
      ].map(json),
    mutate: mutateJson,
    eat: (bytes) => void decodeReadingLine(textOf(bytes)),
  },
  mqtt: {
    runs: 300_000,
    modules: ['apps/server/src/receivers/framing'],
    seeds: () => [
      packet(0x10, bytesOf('\u0000\u0004MQTT')),
      joined(
        packet(0x30, bytesOf('\u0000\u0003a/b{}')),
        packet(0xc0, new Uint8Array(0)),
        packet(0x32, new Uint8Array(300)),
      ),
      Uint8Array.of(0x10, 0xff, 0xff, 0xff, 0x7f),
      Uint8Array.of(0x10, 0x80, 0x80, 0x80, 0x80, 0x01),
    ],
    mutate: mutateBytes,
    eat: (bytes) => {
      const whole = openFraming(1000).take(bytes);
      const cut = openFraming(1000);
      let count: number | undefined = 0;
      for (let i = 0; i < bytes.length && count !== undefined; i++) {
        const more = cut.take(bytes.subarray(i, i + 1));
        count = more === undefined ? undefined : count + more;
      }
      if (whole !== count) throw new Error(`${whole} packets at once, ${count} byte by byte`);
    },
  },
  signature: {
    runs: 200_000,
    modules: ['apps/server/src/calls/signature'],
    seeds: () => [
      bytesOf(signBody('secret', SIGNED_AT_MS, 'x')),
      bytesOf(signBody('another', SIGNED_AT_MS, 'x')),
      bytesOf(signBody('secret', 1, 'x')),
    ],
    mutate: mutateBytes,
    eat: (bytes) => {
      const [header, body] = [textOf(bytes), bytesOf('x')];
      const right = signBody('secret', Number(/^t=(\d{1,15}),/.exec(header)?.[1]), body);
      if (checkSignature('secret', header, body, SIGNED_AT_MS).ok && header !== right)
        throw new Error('let in');
    },
  },
  bodies: {
    runs: 100_000,
    modules: ['packages/protocol/src/relay', 'packages/protocol/src/site', 'packages/protocol/src/time'],
    seeds: () =>
      [
        { messages: [{ id: 'c1', atMs: 1, kind: 'call', ticket: 'A001', window: '2' }] },
        {
          messages: [
            { id: 'c2', atMs: 1, kind: 'take', ticket: 'A001', serviceId: 's', priority: 'priority' },
          ],
        },
        { kind: 'transfer', serviceId: 's' },
        { kind: 'rate', holderToken: 't', stars: 5 },
        { serviceId: 's', appointment: 'a' },
        { at: place, name: { en: 'Kiosk' }, language: 'zh', stepFree: true },
        { publicUrl: 'https://guide.example/hall/', kioskPin: '1234' },
        { publicUrl: 'http://localhost:8080' },
        { publicUrl: 'https://guide.example/?a#b' },
        { publicUrl: 'ftp://guide.example' },
        { heard: [{ atMs: 1, uuid: UUID, major: 1, minor: 2, rssiDbm: -60 }] },
        { atMs: 1, online: true, sent: 1, waiting: 0, lost: 0 },
      ].map(json),
    mutate: mutateJson,
    eat: (bytes) => {
      const text = textOf(bytes);
      decodeRelayBatch(text);
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return;
      }
      for (const schema of BODIES) schema.safeParse(value);
      const { publicUrl } = (value ?? {}) as { readonly publicUrl?: unknown };
      if (typeof publicUrl === 'string') readPublicUrl(publicUrl);
    },
  },
  events: {
    runs: 100_000,
    modules: [
      'packages/protocol/src/events',
      'packages/protocol/src/checks',
      'packages/protocol/src/ticket-guard',
      'packages/protocol/src/guide-call-guard',
    ],
    seeds: () =>
      [
        { type: 'hello', serverTimeMs: 1, venueVersion: 'v' },
        { type: 'readings', session: 's', readings: [{ atMs: 1, beacon: 'B001', rssiDbm: -60 }] },
        { type: 'ticket', ticket },
        { type: 'guide-call', call },
        { type: 'venue', venueVersion: 'v' },
        { type: 'alive' },
      ].map(json),
    mutate: mutateJson,
    eat: (bytes) => void decodeServerEvent(textOf(bytes)),
  },
  configuration: {
    runs: 100_000,
    modules: ['apps/server/src/options/file'],
    seeds: () => [
      bytesOf('[http]\nport = 8080\ntrust-proxy = true\n[storage]\ndata = "x"\n[htpp]\nprot = 1979-05-27\n'),
      bytesOf(
        Object.values(settings)
          .map(({ key }) => `${key} = "x"\n`)
          .join(''),
      ),
    ],
    mutate: mutatePieces(/(?<=[\n=.\]])/),
    eat: (bytes) => void readConfiguration('daoyin.toml', textOf(bytes)),
  },
};
