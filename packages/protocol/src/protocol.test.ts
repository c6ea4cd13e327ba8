import { expect, it } from 'vitest';
import {
  decodeReceiverBatch,
  decodeRelayBatch,
  decodeServerEvent,
  isRelaySession,
  type ServerEvent,
} from './index';
import { call, ticket } from './views.test-support';

it('an event of a newer server, or no JSON at all, is undefined', () => {
  expect(decodeServerEvent('{"type":"hello","serverTimeMs":1,"venueVersion":"a"}')?.type).toBe('hello');
  expect(decodeServerEvent('{"type":"weather"}')).toBeUndefined();
  expect(decodeServerEvent('{')).toBeUndefined();
});

it('a bad batch names the field', () => {
  const good = { receiver: 'kiosk-1', adverts: [{ atMs: 1, advertHex: '0201', rssiDbm: -60 }] };
  expect(decodeReceiverBatch(JSON.stringify(good))).toEqual({ ok: true, batch: good });
  const odd = decodeReceiverBatch(
    JSON.stringify({ ...good, adverts: [{ atMs: 1, advertHex: '020', rssiDbm: -60 }] }),
  );
  expect(odd).toMatchObject({ ok: false, message: expect.stringContaining('adverts.0.advertHex') });
  expect(decodeReceiverBatch('{"rec').ok).toBe(false);
});

const reading = { atMs: 1, beacon: 'B017', rssiDbm: -67 };
const EVENTS: readonly ServerEvent[] = [
  { type: 'hello', serverTimeMs: 1, venueVersion: 'a' },
  { type: 'ticket', ticket },
  { type: 'readings', session: 's', readings: [reading] },
  { type: 'guide-call', call },
  { type: 'venue', venueVersion: 'b' },
  { type: 'alive' },
];

it.each(EVENTS)('a page understands $type, and no event of it that lacks a part', (event) => {
  expect(decodeServerEvent(JSON.stringify(event))).toEqual(event);
  for (const key of Object.keys(event)) {
    const { [key as keyof ServerEvent]: _, ...without } = event;
    expect(decodeServerEvent(JSON.stringify(without))).toBeUndefined();
  }
});

it('one reading that is none spoils the event', () => {
  for (const odd of [null, {}, { ...reading, rssiDbm: '-67' }, { ...reading, beacon: 17 }]) {
    const event = { type: 'readings', session: 's', readings: [reading, odd] };
    expect(decodeServerEvent(JSON.stringify(event))).toBeUndefined();
  }
});

it('of what a mini program hears, signals come through and nothing else that it says', () => {
  const uuid = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
  const heard = { atMs: 1, uuid, major: 1, minor: 17, rssiDbm: -67 };
  const told = { heard: [{ ...heard, latitude: 22.5, longitude: 113.4 }], openid: 'visitor' };
  expect(decodeRelayBatch(JSON.stringify(told))).toEqual({ heard: [heard] });
  for (const odd of [
    { ...heard, uuid: 'beacon' },
    { ...heard, minor: 65_536 },
    { ...heard, rssiDbm: 99 },
  ])
    expect(decodeRelayBatch(JSON.stringify({ heard: [odd] }))).toBeUndefined();
  expect(decodeRelayBatch('{')).toBeUndefined();
});

it('a session that can be guessed is none', () => {
  expect(isRelaySession('0123456789abcdef')).toBe(true);
  for (const odd of [undefined, '', '1234', 'a'.repeat(65), '../../../../etc/passwd'])
    expect(isRelaySession(odd)).toBe(false);
});
