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
    for (let i = 0; i < hall.pairs; i++) {
      const at = () => place(planner.mesh, random() * 30 * GRID, random() * 30 * GRID, 5 * GRID)!;
      const [from, to] = [at(), at()];
      const length = planner.shortest(from, to)?.length ?? Infinity;
      const expected = reference(from, to);
      expect(length, `${from.x},${from.y} to ${to.x},${to.y}`).toBeCloseTo(expected, 3);
      const look = planner.look(from);
      expect(planner.distanceBy(planner.tree(to), look)).toBeCloseTo(expected, 3);
    }
  });
});
