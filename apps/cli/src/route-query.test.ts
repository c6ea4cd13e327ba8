import { expect, it } from 'vitest';
import { decodeQuery } from './route-query';

const from = { x: 1, y: 2, level: '1F' };

it.each([
  [
    { from, to: { x: 3, y: 4, level: '2F' } },
    { from, to: { x: 3, y: 4, level: '2F' }, profile: 'walk' },
  ],
  [
    { from, to: { window: '32' }, profile: 'step-free' },
    { from, to: { window: '32' }, profile: 'step-free' },
  ],
  [
    { from, to: { window: 32 } },
    { from, to: { window: '32' }, profile: 'walk' },
  ],
  [
    { from, to: { window: '1' }, profile: 'pram', at: '2026-11-25T02:30:00Z' },
    {
      from,
      to: { window: '1' },
      profile: 'pram',
      at: { year: 2026, month: 11, day: 25, hour: 10, minute: 30 },
    },
  ],
  [
    { from, to: { featureId: 'f' }, staff: true, closed: ['a'] },
    { from, to: { featureId: 'f' }, profile: 'walk', staff: true, closed: ['a'] },
  ],
])('reads %j', (line, query) => {
  expect(decodeQuery(JSON.stringify(line), 'Asia/Shanghai')).toEqual({ ok: true, query });
});

it.each([
  ['hello', 'not JSON: "hello"'],
  ['[]', '[] is not an object'],
  ['{"to":{"window":"1"}}', 'from is missing, expected {"x","y","level"}'],
  [
    `{"from":{"x":"1","y":2,"level":"1F"},"to":{"window":"1"}}`,
    'from is {"x":"1","y":2,"level":"1F"}, expected {"x","y","level"}',
  ],
  [JSON.stringify({ from }), 'to is missing, expected {"x","y","level"}, {"window"} or {"featureId"}'],
  [
    JSON.stringify({ from, to: {}, profile: 'walk' }),
    'to is {}, expected {"x","y","level"}, {"window"} or {"featureId"}',
  ],
  [JSON.stringify({ from, to: { window: '1' }, profile: 7 }), 'profile is 7, expected a text'],
  [
    JSON.stringify({ from, to: { window: '1' }, at: 'soon' }),
    'at is "soon", expected a time such as "2026-11-25T10:30+08:00"',
  ],
  [JSON.stringify({ from, to: { window: '1' }, closed: 'a' }), 'closed is "a", expected feature ids'],
])('says what is wrong with %s', (line, problem) => {
  expect(decodeQuery(line, 'Asia/Shanghai')).toEqual({ ok: false, problem });
});
