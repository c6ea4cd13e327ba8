import { decodeAdStructures, decodeReadingLine, mainFrame } from '@daoyin/beacon-ingest';
import { distance, multiPolygonContains } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { advertBytes, simulateAdverts } from './adverts';
import { testBeacon, testHall, testRegister } from './hall.test-support';
import { simulateAlong, simulateWalk } from './simulate';
import { routedWays } from './ways';
import { createRadioWorld } from './world';

const venue = testHall();
const register = testRegister();
const findWay = routedWays(venue);
const walk = simulateWalk({ venue, register, findWay, seed: 7, minutes: 4 });

describe('a simulated walk', () => {
  it('is the same bytes from the same seed, and other bytes from another', () => {
    const bytes = (seed: number) =>
      JSON.stringify(simulateWalk({ venue, register, findWay, seed, minutes: 1 }));
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });

  it('is in order of time, and every line is one that `locate` reads', () => {
    for (const [i, line] of walk.lines.entries()) {
      expect(line.atMs).toBeGreaterThanOrEqual(walk.lines[i - 1]?.atMs ?? 0);
    }
    const results = walk.lines.map((line) => decodeReadingLine(JSON.stringify(line)));
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('has truth twice a second from start to end', () => {
    expect(walk.truth.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 481 }, (_, i) => i * 500));
  });

  it('never goes faster than 1.6 m/s, through a counter or a shaft of the atrium', () => {
    const atrium = venue.units.find(({ category }) => category === 'opentobelow')!;
    for (const [i, at] of walk.truth.entries()) {
      const before = walk.truth[i - 1] ?? at;
      expect(distance(at, before)).toBeLessThan(0.85);
      if (at.level === '2F') expect(multiPolygonContains(atrium.area, at)).toBe(false);
      else for (const { area } of venue.fixtures) expect(multiPolygonContains(area, at)).toBe(false);
    }
  });

  it('rests in queues, walks, and changes level in the end', () => {
    const longest = Math.max(
      ...[1, 2, 3].map((seed) => {
        const { truth } = simulateWalk({
          venue,
          register: { venue: 't', beacons: [] },
          findWay,
          seed,
          minutes: 10,
        });
        return new Set(truth.map(({ level }) => level)).size;
      }),
    );
    expect(longest).toBe(2);
    const still = walk.truth.filter((at, i) => i > 0 && distance(at, walk.truth[i - 1]!) === 0).length;
    expect(still).toBeGreaterThan(40);
    expect(still).toBeLessThan(440);
  });

  it('a variant of the radio leaves the walk and the steps as they were', () => {
    const other = simulateWalk({
      venue,
      register,
      seed: 7,
      minutes: 4,
      variant: { deadShare: 0.3, intervalMs: 1000, crowd: true },
    });
    const steps = ({ lines }: typeof walk) => lines.filter((line) => 'step' in line);
    expect(other.truth).toEqual(walk.truth);
    expect(steps(other)).toEqual(steps(walk));
    expect(other.lines.length).toBeLessThan(walk.lines.length / 2);
  });

  it('two walks in one world have the same beacons', () => {
    const world = createRadioWorld({ venue, register, seed: 1 });
    const [a, b] = [1, 2].map((seed) => simulateWalk({ venue, register, findWay, seed, minutes: 1, world }));
    expect(a!.truth).not.toEqual(b!.truth);
    expect(simulateWalk({ venue, register, findWay, seed: 2, minutes: 1, world })).toEqual(b);
  });
});

describe('a walk along a route', () => {
  const path = [
    { x: 30, y: 25, level: '1F' },
    { x: 56, y: 25, level: '1F' },
    { x: 56, y: 13, level: '1F' },
    { x: 58, y: 13, level: '1F' },
    { x: 58, y: 13, level: '2F' },
    { x: 45, y: 34, level: '2F' },
  ];

  it('passes every point and ends at the last, on its level', () => {
    const { truth } = simulateAlong({ venue, register, path, seed: 1, speed: 1.2 });
    for (const point of path) {
      const nearest = Math.min(
        ...truth.filter(({ level }) => level === point.level).map((at) => distance(at, point)),
      );
      expect(nearest).toBeLessThan(0.5);
    }
    expect(truth.at(-1)).toMatchObject(path.at(-1)!);
  });

  it('takes the lift where the route does', () => {
    const { lines, truth } = simulateAlong({ venue, register, path, seed: 1, speed: 1.2 });
    const inLift = truth.filter((at) => distance(at, { x: 58, y: 13 }) < 0.1);
    const [from, to] = [inLift[0]!.atMs, inLift.at(-1)!.atMs];
    expect(to - from).toBeGreaterThan(10_000);
    expect(
      lines.filter((line) => 'step' in line && line.atMs > from + 600 && line.atMs < to).length,
    ).toBeLessThan(3);
  });

  it('needs a path', () => {
    expect(() => simulateAlong({ venue, register, path: [], seed: 1, speed: 1 })).toThrow('path');
  });
});

describe('simulated adverts', () => {
  it('decode to the identity and the power that the register has', () => {
    const beacon = { ...testBeacon(300, { x: 0, y: 0, level: '1F' }), measuredPowerDbm: -61 };
    expect(mainFrame(decodeAdStructures(advertBytes(beacon)))).toEqual({
      type: 'ibeacon',
      uuid: beacon.uuid,
      major: 7,
      minor: 300,
      measuredPowerDbm: -61,
    });
    const { uuid: _, ...rest } = beacon;
    const eddystone = { namespace: '00112233445566778899', instance: 'aabbccddeeff' };
    expect(mainFrame(decodeAdStructures(advertBytes({ ...rest, eddystone })))).toMatchObject({
      type: 'eddystone-uid',
      ...eddystone,
      txPower0mDbm: -20,
    });
  });

  it('take the place of the readings one by one, from one random static address each', () => {
    const adverts = simulateAdverts(walk.lines, register);
    expect(adverts).toHaveLength(walk.lines.length);
    const addresses = new Map<string, string>();
    for (const [i, line] of adverts.entries()) {
      if (!('advertHex' in line)) continue;
      expect(line.address).toMatch(/^[c-f][0-9a-f](:[0-9a-f]{2}){5}$/);
      addresses.set(line.address, line.advertHex);
      expect(line.rssiDbm).toBe((walk.lines[i] as { rssiDbm: number }).rssiDbm);
    }
    expect(addresses.size).toBe(new Set(addresses.values()).size);
  });

  it('of a beacon that the register does not have are an error that names it', () => {
    expect(() => simulateAdverts([{ atMs: 0, beacon: 'X9', rssiDbm: -60 }], register)).toThrow('X9');
  });
});
