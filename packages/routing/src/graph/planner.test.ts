import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { place } from '../mesh/locate';
import { triangulate } from '../mesh/mesh';
import { GRID } from '../space/clip';
import { createPlanner } from './planner';
import { randomHall } from './random-hall.test-support';
import { visibilityGraphLength } from './reference';

describe('shortest paths on a level', () => {
  it.each([
    { seed: 1, obstacles: 25, clearance: 0, pairs: 60 },
    { seed: 2, obstacles: 40, clearance: 0, pairs: 60 },
    { seed: 3, obstacles: 70, clearance: 0, pairs: 60 },
    { seed: 4, obstacles: 7, clearance: 0.3, pairs: 40 },
    { seed: 5, obstacles: 9, clearance: 0.45, pairs: 40 },
  ])('are those of a plain visibility graph: $obstacles obstacles, $clearance m clearance', (hall) => {
    const free = randomHall(hall.seed, hall.obstacles, hall.clearance);
    const planner = createPlanner(triangulate(free));
    const reference = visibilityGraphLength(free);
    const random = seededRandom(100 + hall.seed);
    const at = () => place(planner.mesh, random() * 30 * GRID, random() * 30 * GRID, 5 * GRID)!;
    const pairs = Array.from({ length: hall.pairs }, () => [at(), at()] as const);
    // By search, while rows are worked out, then more and more by first moves.
    const asked = Array.from({ length: 12 }, () => pairs.map(([from, to]) => planner.shortest(from, to)));
    for (const [i, [from, to]] of pairs.entries()) {
      const expected = reference(from, to);
      for (const paths of asked) {
        expect(paths[i]?.length ?? Infinity, `${from.x},${from.y} to ${to.x},${to.y}`).toBeCloseTo(
          expected,
          3,
        );
        if (paths[i] !== undefined) expect(lengthOf(paths[i].points)).toBeCloseTo(expected, 3);
      }
      const look = planner.look(from);
      expect(planner.distanceBy(planner.tree(to), look)).toBeCloseTo(expected, 3);
    }
  });
});

describe('the nearest of several goals on a level', () => {
  it.each([
    { seed: 6, obstacles: 40, clearance: 0, goals: 12 },
    { seed: 7, obstacles: 70, clearance: 0, goals: 30 },
    { seed: 8, obstacles: 9, clearance: 0.3, goals: 1 },
  ])('is the one of the shortest path: $goals goals among $obstacles obstacles', (hall) => {
    const planner = createPlanner(triangulate(randomHall(hall.seed, hall.obstacles, hall.clearance)));
    const random = seededRandom(200 + hall.seed);
    const at = () => place(planner.mesh, random() * 30 * GRID, random() * 30 * GRID, 5 * GRID)!;
    const goals = Array.from({ length: hall.goals }, at);
    for (let i = 0; i < 150; i++) {
      const from = at();
      const lengths = goals.map((goal) => planner.shortest(from, goal)?.length ?? Infinity);
      const found = planner.nearest(from, goals);
      expect(found?.path.length ?? Infinity).toBeCloseTo(Math.min(...lengths), 3);
      if (found === undefined) continue;
      expect(lengths[found.index]).toBeCloseTo(found.path.length, 3);
      expect(lengthOf(found.path.points)).toBeCloseTo(found.path.length, 3);
      expect(found.path.points.slice(0, 2)).toEqual([from.x, from.y]);
      expect(found.path.points.slice(-2)).toEqual([goals[found.index]!.x, goals[found.index]!.y]);
    }
    expect(planner.nearest(at(), [])).toBeUndefined();
  });
});

function lengthOf(points: readonly number[]): number {
  let length = 0;
  for (let i = 2; i < points.length; i += 2)
    length += Math.hypot(points[i]! - points[i - 2]!, points[i + 1]! - points[i - 1]!);
  return length;
}
