import { expect, it } from 'vitest';
import { decodeReceiverBatch, decodeServerEvent } from './index';

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
