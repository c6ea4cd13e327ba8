import { expect, it } from 'vitest';
import { type ChainInput, decodeReadingLine } from './lines';
import { registerHeard, surveyWalk } from './survey';

const UUID = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const frame = `0201061aff4c000215${UUID.replaceAll('-', '')}00010002c5`;
const inputsOf = (...lines: readonly object[]): readonly ChainInput[] =>
  lines.map((line) => {
    const decoded = decodeReadingLine(JSON.stringify(line));
    if (!decoded.ok) throw new Error(decoded.problem);
    return decoded.input;
  });

const heard = inputsOf(
  { atMs: 0, beacon: 'B7', rssiDbm: -60 },
  { atMs: 10, uuid: UUID, major: 1, minor: 2, rssiDbm: -61 },
  { atMs: 20, address: 'C0:00:00:00:00:01', advertHex: frame, rssiDbm: -62 },
  { atMs: 30, address: 'c0:00:00:00:00:02', rssiDbm: -63 },
  { atMs: 40, address: 'c0:00:00:00:00:03', advertHex: '020106', rssiDbm: -64 },
  { atMs: 50, step: { length: 0.7, heading: 0 } },
);

it('a register is made of whatever names the walks give: ids, iBeacons, addresses that stand alone', () => {
  expect(registerHeard(heard, 'mall')).toEqual({
    venue: 'mall',
    beacons: [
      { id: 'B7' },
      { id: 'c0:00:00:00:00:02', address: 'c0:00:00:00:00:02' },
      { id: `${UUID}/1/2`, uuid: UUID, major: 1, minor: 2 },
    ].map((beacon) => ({ ...beacon, height: 3, measuredPowerDbm: -59, status: 'active' })),
  });
});

it('the readings of a survey are those that the chain takes, under the names of the register', () => {
  const register = registerHeard(heard);
  const truth = [{ atMs: 0, x: 0, y: 0, level: '1F' }];
  const walk = surveyWalk(register, [...heard, heard[3]!], truth);
  expect(walk.truth).toBe(truth);
  expect(walk.readings.map(({ beaconId, rssiDbm }) => [beaconId, rssiDbm])).toEqual([
    ['B7', -60],
    [`${UUID}/1/2`, -61],
    [`${UUID}/1/2`, -62],
    ['c0:00:00:00:00:02', -63],
  ]);
});
