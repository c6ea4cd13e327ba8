import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { place } from '../mesh/locate';
import { triangulate } from '../mesh/mesh';
import { difference, dilate, GRID, offsetSharp, type Region } from '../space/clip';
import { regionContains } from '../space/level-parts';
import { closedSight } from './closed-sight';
import { createPlanner } from './planner';
import { randomHall, ringAt } from './random-hall.test-support';
import { visibilityGraphLength } from './reference';
import { openSight } from './sight';
import { zoneHolds, zoneOf } from './zone';

/** Floor to shut in the hall: a slanted band or a square, with a walker's clearance around it. */
function zoneIn(seed: number): Region {
  const random = seededRandom(1000 + seed);
  const shut = ringAt(
    10 + 10 * random(),
    10 + 10 * random(),
    2 + 6 * random(),
    1 + 2 * random(),
    4,
    random(),
  );
  return dilate([shut], 0.3);
}

describe('floor that is shut', () => {
  it.each([1, 2, 3, 4])('hall %i: ways are as short as on the floor that is left', (seed) => {
    const hall = randomHall(seed, 12, 0.3);
    const zone = zoneIn(seed);
    const mesh = triangulate(hall);
    const sight = closedSight(mesh, openSight(mesh), { gates: [], zone: zoneOf(zone) });
    const planner = createPlanner(mesh, sight);
    const reference = visibilityGraphLength(difference(hall, zone));
    const random = seededRandom(seed);
    for (let i = 0; i < 25; i++) {
      const at = () => {
        for (;;) {
          const placed = place(mesh, random() * 30 * GRID, random() * 30 * GRID, 5 * GRID)!;
          if (!zoneHolds(zoneOf(zone), placed.x, placed.y)) return placed;
        }
      };
      const [from, to] = [at(), at()];
      const expected = reference(from, to);
      expect(
        planner.shortest(from, to)?.length ?? Infinity,
        `${from.x},${from.y} to ${to.x},${to.y}`,
      ).toBeCloseTo(expected, 0);
      expect(planner.distanceBy(planner.tree(to), planner.look(from))).toBeCloseTo(expected, 0);
    }
  });

  it('a path never enters it', () => {
    const mesh = triangulate(randomHall(5, 12, 0.3));
    const zone = zoneIn(5);
    const deep = offsetSharp(zone, -0.002);
    const planner = createPlanner(
      mesh,
      closedSight(mesh, openSight(mesh), { gates: [], zone: zoneOf(zone) }),
    );
    const random = seededRandom(5);
    for (let i = 0; i < 40; i++) {
      const at = () => place(mesh, random() * 30 * GRID, random() * 30 * GRID, 5 * GRID)!;
      const [from, to] = [at(), at()];
      if (zoneHolds(zoneOf(zone), from.x, from.y) || zoneHolds(zoneOf(zone), to.x, to.y)) continue;
      const points = planner.shortest(from, to)?.points ?? [];
      for (let k = 2; k < points.length; k += 2) {
        for (let t = 0.05; t < 1; t += 0.05) {
          const [x, y] = [0, 1].map((c) => points[k - 2 + c]! + t * (points[k + c]! - points[k - 2 + c]!));
          expect(regionContains(deep, { x: x! / GRID, y: y! / GRID })).toBe(false);
        }
      }
    }
  });
});
