import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { place } from '../mesh/locate';
import { triangulate } from '../mesh/mesh';
import { difference, erode, GRID, type Region, unionOf } from '../space/clip';
import { createPlanner } from './planner';
import { visibilityGraphLength } from './reference';

/** A square hall with seeded desks and slanted walls, inset by the clearance. */
function randomHall(seed: number, obstacles: number, clearance: number, size = 30): Region {
  const random = seededRandom(seed);
  const ring = (cx: number, cy: number, rx: number, ry: number, n: number, turn: number) =>
    Array.from({ length: n }, (_, i) => {
      const angle = (2 * Math.PI * i) / n + turn;
      const [c, s] = [Math.cos(turn), Math.sin(turn)];
      const [x, y] = [rx * Math.cos(angle), ry * Math.sin(angle)];
      return { x: Math.round((cx + c * x - s * y) * GRID), y: Math.round((cy + s * x + c * y) * GRID) };
    });
  const desks = Array.from({ length: obstacles }, () =>
    ring(
      random() * size,
      random() * size,
      0.3 + 3 * random(),
      0.2 + random(),
      3 + Math.floor(random() * 5),
      random() * 6,
    ),
  );
  const outline = [0, 1, 2, 3].map((i) => ({
    x: (i === 1 || i === 2 ? size : 0) * GRID,
    y: (i > 1 ? size : 0) * GRID,
  }));
  const hall = difference([outline], unionOf([desks]));
  return clearance > 0 ? erode(hall, clearance) : hall;
}

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
