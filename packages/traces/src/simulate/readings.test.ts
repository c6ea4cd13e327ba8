import type { VenuePoint } from '@daoyin/geometry';
import type { SpacePoint } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { testBeacon, testHall, testRegister } from './hall.test-support';
import { moments } from './moments';
import { type BeaconLine, readingsOf } from './readings';
import { Recorder } from './recorder';
import { createRadioWorld, linkTo, type Variant } from './world';

const hall = testHall();
const here = { x: 30, y: 26, level: '1F' };

/** What a phone at rest, or walking to and fro over 10 m, hears. */
function listen(options: {
  register?: ReturnType<typeof testRegister>;
  seed?: number;
  seconds?: number;
  variant?: Variant;
  walking?: boolean;
}): readonly BeaconLine[] {
  const { register = testRegister(), seed = 1, seconds = 60, variant = {}, walking = false } = options;
  const recorder = new Recorder(hall, here, Math.PI / 2);
  while (walking && recorder.seconds < seconds) recorder.walk([{ x: 30, y: 16 }, here], 1);
  recorder.stand(Math.max(0, seconds - recorder.seconds));
  return readingsOf(
    createRadioWorld({ venue: hall, register, seed, variant }),
    recorder.motion(0),
    seed,
    variant,
  );
}

const one = { venue: 'test', beacons: [testBeacon(1, { x: 30, y: 27, level: '1F' })] };
const seeds = Array.from({ length: 60 }, (_, seed) => seed);
const rssi = (lines: readonly BeaconLine[]) => lines.map(({ rssiDbm }) => rssiDbm);

describe('the air', () => {
  it('a beacon near by is heard every 305 ms but for 12 % of its adverts', () => {
    const counts = seeds.map((seed) => listen({ register: one, seed }).length);
    expect(moments(counts).mean / 60).toBeCloseTo(0.88 / 0.305, 1);
  });

  it('an interval of a variant or of the register is kept', () => {
    const slow = { ...one, beacons: one.beacons.map((beacon) => ({ ...beacon, intervalMs: 500 })) };
    expect(listen({ register: slow, seconds: 900 }).length / 900).toBeCloseTo(0.88 / 0.505, 1);
    expect(listen({ register: slow, seconds: 900, variant: { intervalMs: 1000 } }).length / 900).toBeCloseTo(
      0.88 / 1.005,
      1,
    );
  });

  it('adverts come no earlier than they are sent, and late by 6 ms in the mean', () => {
    const ideal = { register: one, seconds: 600 };
    const gaps = listen(ideal)
      .map(({ atMs }, i, all) => (i === 0 ? 305 : atMs - all[i - 1]!.atMs))
      .filter((gap) => gap < 400);
    // a gap is 300 + U(0, 10) + the difference of two exponential delays of 6 ms
    expect(moments(gaps).mean).toBeCloseTo(305, -1);
    expect(Math.abs(moments(gaps).sd - Math.sqrt(100 / 12 + 72))).toBeLessThan(1);
  });

  it('the weaker of two packets that collide is lost, and of equals both', () => {
    const pile = (n: number) => ({
      venue: 'test',
      beacons: Array.from({ length: n }, (_, i) =>
        testBeacon(i, { x: 29 + (i % 20) / 10, y: 26 + i / 400, level: '1F' }),
      ),
    });
    const heard = (n: number) => listen({ register: pile(n), seconds: 20 }).length / n;
    // 400 beacons put 1,311 packets a second on the air: exp(−2·1311·0.376 ms) = 37 % meet no other
    expect(heard(400) / heard(4)).toBeLessThan(0.65);
    expect(heard(400) / heard(4)).toBeGreaterThan(0.33);
  });
});

describe('levels', () => {
  it('are integers, with noise and fading around one mean, and rarely far from it', () => {
    const levels = rssi(listen({ register: one, seconds: 600 }));
    expect(levels.every(Number.isInteger)).toBe(true);
    expect(moments(levels).sd).toBeGreaterThan(1);
    const sorted = levels.toSorted((a, b) => a - b);
    const median = sorted[sorted.length >> 1]!;
    const far = levels.filter((level) => Math.abs(level - median) > 25).length / levels.length;
    expect(far).toBeLessThan(0.01);
  });

  it('spread from beacon to beacon as power, weak batteries, shadowing and the azimuth pattern do together', () => {
    const means = meansAt({ x: 30, y: 22, level: '1F' }, { x: 30, y: 26, z: 1.2 });
    // √(1.5² + 1.2² + 3.5² + 1.0² of weak batteries + the 0.25 m of the register)
    expect(Math.abs(moments(means).sd - 4.1)).toBeLessThan(0.4);
    expect(Math.abs(moments(means).mean - (-59 - 19 * Math.log10(Math.hypot(4, 1.8)) - 0.3))).toBeLessThan(
      0.6,
    );
  });

  it('a phone of −8 dB hears 8 dB less', () => {
    const near = seeds
      .slice(0, 20)
      .map((seed) =>
        [0, -8].map(
          (phoneGainDb) => moments(rssi(listen({ register: one, seed, variant: { phoneGainDb } }))).mean,
        ),
      );
    expect(Math.abs(moments(near.map(([a, b]) => b! - a!)).mean + 8)).toBeLessThan(0.3);
  });

  it('a beacon behind the walker is 8 dB weaker than the same before', () => {
    const differences = seeds.map((seed) => {
      const level = (y: number, heading: number) => {
        const register = {
          venue: 'test',
          beacons: [{ ...testBeacon(1, { x: 30, y, level: '1F' }), height: 1.2 }],
        };
        const recorder = new Recorder(hall, here, heading);
        recorder.stand(30);
        const variant = { phoneGainDb: 0 };
        const world = createRadioWorld({ venue: hall, register, seed, variant });
        return moments(rssi(readingsOf(world, recorder.motion(0), seed, variant))).mean;
      };
      return level(21, -Math.PI / 2) - level(21, Math.PI / 2);
    });
    expect(Math.abs(moments(differences).mean - 8)).toBeLessThan(1);
  });

  it('hardly any is below −105 dBm', () => {
    const levels = rssi(listen({ walking: true }));
    expect(levels.filter((level) => level < -105).length / levels.length).toBeLessThan(0.002);
  });
});

describe('variants', () => {
  it('a share of beacons is dead, and the others say what they would have said', () => {
    const [all, most] = [listen({}), listen({ variant: { deadShare: 0.2 } })];
    const world = createRadioWorld({
      venue: hall,
      register: testRegister(),
      seed: 1,
      variant: { deadShare: 0.2 },
    });
    const dead = new Set(world.beacons.filter((beacon) => beacon.dead).map(({ beacon }) => beacon.id));
    expect(dead.size).toBe(Math.round(0.2 * 192));
    expect(most.some(({ beacon }) => dead.has(beacon))).toBe(false);
    expect(most.length).toBeLessThan(all.length);
  });

  it('a moved beacon hangs 5 m away on its level, the others within 1 m of the register', () => {
    const register = testRegister();
    const world = createRadioWorld({ venue: hall, register, seed: 3, variant: { movedShare: 0.05 } });
    expect(world.beacons.filter(({ moved }) => moved)).toHaveLength(10);
    const errors = world.beacons.map(({ at, beacon, moved }) => ({
      moved,
      off: Math.hypot(at.x - beacon.at!.x, at.y - beacon.at!.y),
    }));
    for (const { moved, off } of errors) expect(Math.abs(off - (moved ? 5 : 0))).toBeLessThan(1.3);
    const still = errors.filter(({ moved }) => !moved).map(({ off }) => off ** 2);
    expect(Math.sqrt(moments(still).mean / 2)).toBeCloseTo(0.25, 1);
  });

  it('a crowd hears less', () => {
    const count = (crowd: boolean) =>
      seeds
        .slice(0, 5)
        .reduce((sum, seed) => sum + listen({ seed, seconds: 20, variant: { crowd } }).length, 0);
    expect(count(true)).toBeLessThan(0.9 * count(false));
  });
});

it('a beacon of the level above is 16 dB weaker through the slab than through the atrium', () => {
  const level = (x: number, y: number) =>
    moments(meansAt({ x, y, level: '2F' }, { x, y: y - 1, z: 1.2 })).mean;
  expect(Math.abs(level(30, 18) - level(10, 30) - 16)).toBeLessThan(1);
});

/** Mean powers in dBm at a place of many beacons that the register has at one other. */
function meansAt(at: VenuePoint, to: SpacePoint): readonly number[] {
  const beacons = Array.from({ length: 500 }, (_, i) => testBeacon(i, at));
  const world = createRadioWorld({ venue: hall, register: { venue: 'test', beacons }, seed: 1 });
  return world.beacons.map((beacon) => linkTo(world, beacon, to).powerDbm);
}
