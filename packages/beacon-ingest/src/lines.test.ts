import { describe, expect, it } from 'vitest';
import { decodeReadingLine } from './lines';

const input = (text: string) => {
  const result = decodeReadingLine(text);
  if (!result.ok) throw new Error(result.problem);
  return result.input;
};
const problem = (text: string) => {
  const result = decodeReadingLine(text);
  return result.ok ? 'no problem' : result.problem;
};

describe('each kind of line', () => {
  it('names a beacon by its id', () => {
    expect(input('{"atMs":5,"beacon":"B017","rssiDbm":-67,"more":1}')).toEqual({
      kind: 'reading',
      atMs: 5,
      beaconId: 'B017',
      rssiDbm: -67,
    });
  });

  it('names a beacon by UUID, major and minor, in either case', () => {
    const uuid = 'FDA50693-A4E2-4FB1-AFCF-C6EB07647825';
    expect(input(`{"atMs":5,"uuid":"${uuid}","major":1,"minor":17,"rssiDbm":-67}`)).toEqual({
      kind: 'advert',
      advert: {
        atMs: 5,
        rssiDbm: -67,
        payload: { kind: 'ibeacon', uuid: uuid.toLowerCase(), major: 1, minor: 17 },
      },
    });
  });

  it('names a beacon by its address, with or without what it sent', () => {
    expect(input('{"atMs":5,"address":"C0:11:22:33:44:55","rssiDbm":-67}')).toEqual({
      kind: 'advert',
      advert: { atMs: 5, address: 'c0:11:22:33:44:55', rssiDbm: -67, payload: { kind: 'address-only' } },
    });
    expect(
      input('{"atMs":5,"address":"c0:11:22:33:44:55","advertHex":"020106","rssiDbm":127}'),
    ).toMatchObject({
      advert: { rssiDbm: 127, payload: { kind: 'ad-structures', bytes: Uint8Array.of(2, 1, 6) } },
    });
  });

  it('takes steps, signs and inertial samples', () => {
    expect(input('{"atMs":1,"step":{"length":0.68,"heading":1.57}}')).toEqual({
      kind: 'step',
      atMs: 1,
      length: 0.68,
      heading: 1.57,
    });
    expect(input('{"atMs":1,"anchor":{"x":1,"y":2,"level":"1F","sigma":0.5}}')).toEqual({
      kind: 'anchor',
      atMs: 1,
      at: { x: 1, y: 2, level: '1F' },
      sigma: 0.5,
    });
    for (const kind of ['accelerometer', 'gyroscope', 'rotation_vector']) {
      expect(input(`{"atMs":1,"${kind}":[1,2,3]}`)).toEqual({ kind, atMs: 1, xyz: [1, 2, 3] });
    }
  });
});

it.each([
  ['hello', 'not JSON: "hello"'],
  ['{"atMs":1,', 'not JSON: "{\\"atMs\\":1,"'],
  ['[1,2]', '[1,2] is not an object'],
  ['null', 'null is not an object'],
  ['{"beacon":"B1","rssiDbm":-60}', 'atMs is missing, expected a number'],
  ['{"atMs":"5","beacon":"B1","rssiDbm":-60}', 'atMs is "5", expected a number'],
  ['{"atMs":1e999,"beacon":"B1","rssiDbm":-60}', 'atMs is null, expected a number'],
  ['{"atMs":5,"beacon":17,"rssiDbm":-60}', 'beacon is 17, expected a text'],
  ['{"atMs":5,"beacon":"B1"}', 'rssiDbm is missing, expected a number'],
  ['{"atMs":5,"beacon":"B1","rssiDbm":-500}', 'rssiDbm is -500, expected -127 … 20, or 127'],
  [
    '{"atMs":5,"uuid":"x","major":70000,"minor":1,"rssiDbm":-60}',
    'major is 70000, expected a whole number 0 … 65535',
  ],
  [
    '{"atMs":5,"address":"c0","advertHex":"0g","rssiDbm":-60}',
    'advertHex is "0g", expected pairs of hex digits',
  ],
  ['{"atMs":5,"step":{"length":50,"heading":0}}', 'step.length is 50, expected 0 … 3 m'],
  ['{"atMs":5,"step":7}', 'step is 7, expected an object'],
  ['{"atMs":5,"anchor":{"x":1,"y":2,"sigma":1}}', 'anchor.level is missing, expected a text'],
  ['{"atMs":5,"anchor":{"x":1,"y":2,"level":"1F","sigma":0}}', 'anchor.sigma is 0, expected more than 0 m'],
  ['{"atMs":5,"gyroscope":[1,2]}', 'gyroscope is [1,2], expected three numbers'],
])('says what is wrong with %s', (line, expected) => {
  expect(problem(line)).toBe(expected);
});

it('says which fields make a line, where there is none of them', () => {
  expect(problem('{"atMs":5,"rssi":-60}')).toMatch(/^none of beacon, uuid, address/);
});

it('keeps what it repeats short', () => {
  expect(problem('x'.repeat(1e6)).length).toBeLessThan(100);
});
