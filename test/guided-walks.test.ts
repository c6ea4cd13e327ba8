import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeReading, startChain } from '@daoyin/beacon-ingest';
import { distance, nearestOnSegment, type VenuePoint } from '@daoyin/geometry';
import type { Position } from '@daoyin/positioning';
import { createRouter, type Progress, progressOf, type Route } from '@daoyin/routing';
import { createRadioWorld, type SimulatedWalk, simulateAlong } from '@daoyin/traces';
import { readBeaconRegister, readVenue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const hall = join(root, 'floorplans/zhongshan');
const names = readdirSync(hall).filter((name) => name.endsWith('json'));
const read = readVenue(new Map(names.map((name) => [name, readFileSync(join(hall, name))])));
const registered = readBeaconRegister(readFileSync(join(root, 'beacons.json'), 'utf8'));
if (!read.ok || !registered.ok) throw new Error('The sample hall cannot be read.');
const { venue } = read;
const { register } = registered;
const router = createRouter(venue, { prepare: [] });
const world = createRadioWorld({ venue, register, seed: 11 });

function routeTo(from: VenuePoint, window: string): Route {
  const found = router.find({ from, to: { window }, profile: 'walk' });
  if (!found.ok) throw new Error(found.error.message);
  return found;
}

const standing = (window: string): VenuePoint => venue.windows.find(({ number }) => number === window)!.at;

/** The dot of a visitor who goes along a path, four times a second, from what the phone hears and the steps it feels. */
function dotsAlong(path: readonly VenuePoint[], seed: number): { dots: Position[]; walk: SimulatedWalk } {
  const walk = simulateAlong({ venue, register, world, seed, path, speed: 1.2, truthEveryMs: 250 });
  const chain = startChain({ register, venue, seed });
  const dots: Position[] = [];
  let shownMs = 0;
  for (const line of walk.lines) {
    const decoded = decodeReading({ ...line });
    if (!decoded.ok) continue;
    chain.push(decoded.input);
    const { atMs } = line;
    if (atMs - shownMs < 250) continue;
    shownMs = atMs;
    const dot = chain.positionAt(atMs);
    if (dot !== undefined) dots.push(dot);
  }
  return { dots, walk };
}

function follow(route: Route, dots: readonly Position[]): Progress[] {
  const all: Progress[] = [];
  for (const dot of dots) all.push(progressOf(route, dot, all.at(-1)));
  return all;
}

/** Metres from a route's walks on the point's level; Infinity on another. */
function besides({ legs }: Route, point: VenuePoint): number {
  let least = Infinity;
  for (const leg of legs) {
    if (leg.kind !== 'walk' || leg.level !== point.level) continue;
    leg.path.slice(1).forEach((b, i) => {
      least = Math.min(least, distance(point, nearestOnSegment(point, leg.path[i]!, b).point));
    });
  }
  return least;
}

describe('a visitor who is led by the dot of a simulated phone', () => {
  it.each([
    ['1', '71', 1],
    ['52', '13', 2],
    ['5', '107', 3],
    ['192', '121', 4],
  ] as const)(
    'from %s to %s: is never said to be off the way, hears each step once, and arrives',
    (from, to, seed) => {
      const route = routeTo(standing(from), to);
      const { dots } = dotsAlong(route.path, seed);
      const steps = follow(route, dots);
      const off = steps.filter(({ offRoute }) => offRoute).length;
      const back = steps.filter(({ next }, i) => i > 0 && next < steps[i - 1]!.next).length;
      expect([off, back]).toEqual([0, 0]);
      expect(steps.at(-1)!.arrived).toBe(true);
    },
  );

  it.each([
    ['1', '71', '30', 5],
    ['52', '13', '75', 6],
    ['192', '121', '165', 7],
  ] as const)(
    'from %s to %s but turns to %s: is known to be off before 8 m, and led anew',
    (from, to, instead, seed) => {
      const route = routeTo(standing(from), to);
      const half = route.path[Math.floor(route.path.length / 2)]!;
      const before = route.path.slice(0, Math.floor(route.path.length / 2) + 1);
      const strayed = [...before, ...routeTo(half, instead).path.slice(1)];
      const { dots, walk } = dotsAlong(strayed, seed);
      const told = follow(route, dots).find(({ offRoute }) => offRoute)!;
      const beyond = (metres: number) =>
        walk.truth.find(({ x, y, level }) => besides(route, { x, y, level }) > metres)!.atMs;
      expect(told.atMs).toBeGreaterThan(beyond(1));
      expect(told.atMs).toBeLessThan(beyond(8) + 1000);
      const dot = dots.find(({ atMs }) => atMs === told.atMs)!;
      const anew = routeTo({ x: dot.x, y: dot.y, level: dot.level }, to);
      expect(progressOf(anew, dot).offRoute).toBe(false);
    },
  );
});
