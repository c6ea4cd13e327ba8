import { seededRandom } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { tinyRegister } from '../tiny-archive.test-support';
import { beaconIdentities } from './identity';
import { readBeaconRegister } from './read-register';
import { writeBeaconRegister } from './write-register';

const B001 = {
  id: 'B001',
  uuid: 'fda50693-a4e2-4fb1-afcf-c6eb07647825',
  major: 1,
  minor: 1,
  level: '1F',
  x: 12.5,
  y: 40,
  height: 3,
  measuredPowerDbm: -59,
  intervalMs: 500,
};

function read(beacons: readonly unknown[], levels?: readonly string[]) {
  const result = readBeaconRegister({ venue: 'hall', beacons }, levels ? { levels } : {});
  if (!result.ok) throw new Error('refused');
  return {
    beacons: result.register.beacons,
    kinds: result.issues.map(({ severity, kind }) => `${severity} ${kind}`),
  };
}

test('a beacon of the contract is read without a word', () => {
  const { beacons, kinds } = read([B001], ['1F']);
  const { x, y, level, ...rest } = B001;
  expect(beacons).toEqual([{ ...rest, at: { x, y, level }, status: 'active' }]);
  expect(kinds).toEqual([]);
});

test('what was written is read back the same, calibration included', () => {
  const register = {
    ...tinyRegister(),
    calibration: { channel: { exponent: 1.9 } },
    beacons: tinyRegister().beacons.map((beacon) => ({
      ...beacon,
      eddystone: { namespace: '00112233445566778899', instance: `aabbccddee0${beacon.minor}` },
      address: `c0:ff:ee:00:00:0${beacon.minor}`,
      installedOn: '2026-01-01',
      note: '柱子上',
      gainDb: -2.5,
      pathLossExponent: 2.1,
      intervalMs: 350,
    })),
  };
  const result = readBeaconRegister(writeBeaconRegister(register));
  expect(result).toEqual({ ok: true, register, issues: [] });
});

test.each([
  ['absent', {}],
  ['null', { x: null, y: null }],
  ['a placeholder text', { x: '?', y: 'unknown' }],
])('a position that is %s is unknown, and no fault', (_, place) => {
  const { x: _x, y: _y, ...rest } = B001;
  const { beacons, kinds } = read([{ ...rest, ...place }]);
  expect(beacons[0]).toMatchObject({ id: 'B001', level: '1F' });
  expect(beacons[0]!.at).toBeUndefined();
  expect(kinds).toEqual([]);
});

test('beacons that all stand at one spot have no known position', () => {
  const here = [1, 2, 3].map((minor) => ({ ...B001, id: `B${minor}`, minor, x: 0, y: 0 }));
  const { beacons, kinds } = read(here);
  expect(beacons.map(({ at }) => at)).toEqual([undefined, undefined, undefined]);
  expect(kinds).toEqual(['assumption beacon-placeholder']);
});

test('two beacons at one place keep it', () => {
  const { beacons } = read([B001, { ...B001, id: 'B002', minor: 2 }]);
  expect(beacons.every(({ at }) => at?.x === 12.5)).toBe(true);
});

test('one identity in any spelling is one identity', () => {
  const other = { ...B001, id: 'B002', uuid: 'FDA50693A4E24FB1AFCFC6EB07647825', major: '1', minor: '1' };
  const { beacons, kinds } = read([B001, other]);
  expect(beacons).toHaveLength(2);
  expect(beaconIdentities(beacons[1]!)).toEqual(beaconIdentities(beacons[0]!));
  expect(kinds).toEqual(['error duplicate-identity']);
});

test('the iBeacons 1/1 and 257/257 are two', () => {
  expect(read([B001, { ...B001, id: 'B002', major: 257, minor: 257 }]).kinds).toEqual([]);
});

test.each([
  [{ id: 'B002' }, 'error duplicate-identity'],
  [{ level: '9F', minor: 2, id: 'B002' }, 'error beacon-unknown-level'],
  [{ minor: 2 }, 'error duplicate-beacon-id'],
  [{ minor: 70_000, id: 'B002' }, 'error bad-field'],
  [{ uuid: 'xyz', id: 'B002' }, 'error bad-field'],
  [{ height: 'high', minor: 2, id: 'B002' }, 'error bad-field'],
  [{ x: 'left', minor: 2, id: 'B002' }, 'error bad-field'],
])('%j is named', (change, kind) => {
  expect(read([B001, { ...B001, ...change }], ['1F', '2F']).kinds).toContain(kind);
});

test('a beacon on no level is on the only one there is', () => {
  const { level: _, ...rest } = B001;
  expect(read([rest], ['1F']).beacons[0]!.at).toEqual({ x: 12.5, y: 40, level: '1F' });
  expect(read([rest]).kinds).toEqual(['error beacon-without-level']);
});

test.each(['', '{', '[1', '42', 'null', '"beacons"', '{"beacons": 3}', '{"venue": "x"}'])(
  'the register %j is refused with one reason',
  (text) => {
    const result = readBeaconRegister(text);
    expect(result.ok).toBe(false);
    expect(result.issues).toHaveLength(1);
    expect(result.issues[0]!.file).toBe('beacons.json');
  },
);

test('no single wrong field throws or loses another beacon', () => {
  const random = seededRandom(3);
  const junk = [null, undefined, 42, -1, 'x', '', [], {}, true, Number.NaN, 1e300];
  const keys = [...Object.keys(B001), 'eddystone', 'address', 'status', 'note', 'gainDb'];
  for (let run = 0; run < 500; run++) {
    const field = keys[Math.floor(random() * keys.length)]!;
    const value = junk[Math.floor(random() * junk.length)];
    const { beacons } = read(
      [
        { ...B001, [field]: value },
        { ...B001, id: 'B002', minor: 2 },
      ],
      ['1F'],
    );
    expect(beacons.some(({ id }) => id === 'B002')).toBe(true);
  }
});
