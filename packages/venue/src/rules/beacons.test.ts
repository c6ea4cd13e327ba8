import { expect, test } from 'vitest';
import { tinyRegister } from '../tiny-archive.test-support';
import type { Beacon } from '../types';
import { findings, summary } from './findings.test-support';

const BEACON_FAULTS: readonly (readonly [string, Partial<Beacon>, string])[] = [
  ['with the identity of another', { minor: 2 }, 'error duplicate-identity B2'],
  ['with the id of another', { id: 'B2', minor: 9 }, 'error duplicate-beacon-id B2'],
  ['on a level that does not exist', { at: { x: 5, y: 4, level: '9F' } }, 'error beacon-unknown-level B1'],
  ['some metres outside', { at: { x: -5, y: 4, level: '1F' } }, 'warning beacon-outside-level B1'],
  ['far from anything', { at: { x: 5000, y: 4, level: '1F' } }, 'error beacon-far-away B1'],
  ['below the floor', { height: -2 }, 'warning beacon-height B1'],
  ['of absurd power', { measuredPowerDbm: 20 }, 'warning beacon-power B1'],
  ['that never sends', { intervalMs: 60_000 }, 'warning beacon-interval B1'],
];

test.each(BEACON_FAULTS)('a beacon %s is found', (_, change, expected) => {
  const register = tinyRegister();
  const beacons = register.beacons.map((beacon, i) => (i === 0 ? { ...beacon, ...change } : beacon));
  expect(summary(findings(undefined, { ...register, beacons }))).toContain(expected);
});

test.each([
  [{ at: undefined }, 'warning beacon-without-position B1'],
  [{ uuid: undefined }, 'warning beacon-without-identity B1'],
])('a beacon of which something is unknown is found', (change, expected) => {
  const register = tinyRegister();
  const beacons = register.beacons.map((beacon, i) =>
    i === 0 ? { ...beacon, ...change } : beacon,
  ) as Beacon[];
  expect(summary(findings(undefined, { ...register, beacons }))).toContain(expected);
});

test('a beacon that was replaced may share its identity with the new one', () => {
  const register = tinyRegister();
  const retired: Beacon = { ...register.beacons[0]!, id: 'B1-old', status: 'retired' };
  expect(findings(undefined, { ...register, beacons: [...register.beacons, retired] })).toEqual([]);
});
