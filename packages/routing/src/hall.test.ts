import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  distance,
  distanceToSegment,
  type MultiPolygon,
  type Point,
  polygonContains,
  ringEdges,
  seededRandom,
} from '@daoyin/geometry';
import { readVenue, type Venue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { visibilityGraphLength } from './graph/reference';
import { createRouter, reachabilityIssues } from './router';
import { GRID, type Region } from './space/clip';
import type { ProfileName } from './types';

const root = join(import.meta.dirname, '../../..');
const shared = join(process.env.DAOYIN_DATA ?? join(root, '../shared/data'), 'hall/venue');
const halls = { shared, sample: join(root, 'floorplans/zhongshan') };
const PAIRS = 10;

function read(folder: string): Venue {
  const names = readdirSync(folder).filter((name) => name.endsWith('json'));
  const result = readVenue(new Map(names.map((name) => [name, readFileSync(join(folder, name))])));
  if (!result.ok) throw new Error(result.issues[0]!.message);
  return result.venue;
}

/** What a walker must keep clear of on a level: counters, machines, columns and shafts, as they stand in the archive. */
function obstaclesOf(venue: Venue, level: string): [Point, Point][] {
  const shafts = /^(column|structure|elevator|stairs|escalator|opentobelow|nonpublic)$/;
  const features = [
    ...venue.fixtures,
    ...venue.kiosks,
    ...venue.units.filter(({ category }) => shafts.test(category)),
  ];
  const rings = features
    .filter((feature) => feature.level === level)
    .flatMap(({ area }) => area.map(({ outer }) => outer));
  return rings.flatMap((ring) => [...ringEdges(ring)] as [Point, Point][]);
}

for (const [name, folder] of Object.entries(halls)) {
  describe.skipIf(!existsSync(folder))(`the ${name} hall`, () => {
    const venue = existsSync(folder) ? read(folder) : undefined!;
    const router = venue && createRouter(venue);

    const cases = (venue?.levels ?? []).flatMap(({ shortName }) =>
      (['walk', 'step-free'] as const).map((profile) => [shortName, profile] as const),
    );
    it.each(cases)(
      'on %s, %s: no way is shorter than the route, and none comes nearer than its clearance',
      (level, profile) => {
        const areas = router.walkable(level, profile);
        const region: Region = areas.flatMap(({ outer, holes }) =>
          [outer, ...holes].map((ring) =>
            ring.map(({ x, y }) => ({ x: Math.round(x * GRID), y: Math.round(y * GRID) })),
          ),
        );
        const shortest = visibilityGraphLength(region);
        const obstacles = obstaclesOf(venue, level);
        const clearance = profile === 'walk' ? 0.3 : 0.45;
        const random = seededRandom(7);
        for (let i = 0; i < PAIRS; i++) {
          const [from, to] = [pointIn(areas, random), pointIn(areas, random)];
          const found = router.find({ from: { ...from, level }, to: { ...to, level }, profile });
          if (!found.ok) {
            expect(pieceOf(areas, from)).not.toBe(pieceOf(areas, to));
            continue;
          }
          if (found.legs.length > 1) continue;
          expect(found.length).toBeCloseTo(lengthOf(found.path), 6);
          const better = shortest(inGrid(from), inGrid(to), (found.length - 0.001) * GRID);
          expect(better / GRID, JSON.stringify({ from, to })).toBeGreaterThan(found.length - 0.001);
          expect(leastDistance(found.path, obstacles)).toBeGreaterThan(clearance - 0.001);
        }
      },
    );

    it('every window is reached from the street, on foot and without steps', () => {
      expect(reachabilityIssues(venue, router).filter(({ severity }) => severity !== 'assumption')).toEqual(
        [],
      );
    });

    it('a route over storeys is never dearer than any other choice of its rides', () => {
      const random = seededRandom(3);
      for (let i = 0; i < 30; i++) {
        const [a, b] = [0, 1].map(() => venue.windows[Math.floor(random() * venue.windows.length)]!);
        const profile: ProfileName = i % 2 ? 'walk' : 'step-free';
        const best = router.find({ from: a!.at, to: b!.at, profile });
        for (const { id } of best.ok ? venue.connectors : []) {
          const without = router.find({ from: a!.at, to: b!.at, profile, closed: [id] });
          if (best.ok && without.ok) expect(without.duration).toBeGreaterThan(best.duration - 1e-6);
        }
      }
    });
  });
}

const pieceOf = (areas: MultiPolygon, point: Point): number =>
  areas.findIndex((area) => polygonContains(area, point));

const inGrid = ({ x, y }: Point): Point => ({ x: Math.round(x * GRID), y: Math.round(y * GRID) });

const lengthOf = (path: readonly Point[]): number =>
  path.slice(1).reduce((sum, point, i) => sum + distance(path[i]!, point), 0);

function pointIn(areas: MultiPolygon, random: () => number): Point {
  const ring = areas.flatMap(({ outer }) => outer);
  const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)];
  const within = (values: number[]) =>
    Math.min(...values) + random() * (Math.max(...values) - Math.min(...values));
  for (;;) {
    const point = { x: Math.round(within(xs) * GRID) / GRID, y: Math.round(within(ys) * GRID) / GRID };
    if (areas.some((area) => polygonContains(area, point))) return point;
  }
}

function leastDistance(path: readonly Point[], edges: readonly [Point, Point][]): number {
  let least = Infinity;
  path.slice(1).forEach((b, i) => {
    const a = path[i]!;
    for (const [p, q] of edges) {
      if (Math.min(p.x, q.x) - Math.max(a.x, b.x) > 1 || Math.min(a.x, b.x) - Math.max(p.x, q.x) > 1)
        continue;
      const ends = [
        distanceToSegment(a, p, q),
        distanceToSegment(b, p, q),
        distanceToSegment(p, a, b),
        distanceToSegment(q, a, b),
      ];
      least = Math.min(least, ...ends);
    }
  });
  return least;
}
