import { expect, test } from 'vitest';
import { checkSignature, REPLAY_WINDOW_MS, signBody } from './signature';

const AT_MS = 1_767_225_600_000;
const body = new TextEncoder().encode('{"messages":[]}');
const header = signBody('secret', AT_MS, body);
const check = (one: string | undefined, nowMs = AT_MS) => checkSignature('secret', one, body, nowMs);

test('a body that its machine signed a moment ago is taken', () => {
  for (const awayMs of [0, REPLAY_WINDOW_MS, -REPLAY_WINDOW_MS])
    expect(check(header, AT_MS + awayMs)).toEqual({ ok: true });
});

test.each<[string, string | undefined, RegExp]>([
  ['none', undefined, /must be t=/],
  ['one with another secret', signBody('another', AT_MS, body), /not of this body/],
  ['one of another body', signBody('secret', AT_MS, 'x'), /not of this body/],
  ['one whose time was changed', header.replace('t=17', 't=18'), /not of this body/],
  ['one in capitals', header.toUpperCase(), /must be t=/],
  ['one that says its time in another way', header.replace('t=', 't=0'), /must be t=/],
])('%s is refused, and why is said', (_, given, message) => {
  expect(check(given)).toEqual({ ok: false, message: expect.stringMatching(message) });
});

test('who recorded a request cannot send it again later', () => {
  for (const awayMs of [REPLAY_WINDOW_MS + 1, -REPLAY_WINDOW_MS - 1])
    expect(check(header, AT_MS + awayMs)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/too far/),
    });
});
