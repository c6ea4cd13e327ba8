import { seededRandom } from '@daoyin/geometry';
import { difference, erode, GRID, type Region, unionOf } from '../space/clip';

/** A square hall with seeded desks and slanted walls, inset by the clearance. */
export function randomHall(seed: number, obstacles: number, clearance: number, size = 30): Region {
  const random = seededRandom(seed);
  const desks = Array.from({ length: obstacles }, () =>
    ringAt(
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

/** A polygon of `n` corners on an ellipse of metres about (cx, cy), turned. */
export function ringAt(
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  n: number,
  turn: number,
): Region[number] {
  return Array.from({ length: n }, (_, i) => {
    const angle = (2 * Math.PI * i) / n + turn;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    const [x, y] = [rx * Math.cos(angle), ry * Math.sin(angle)];
    return { x: Math.round((cx + c * x - s * y) * GRID), y: Math.round((cy + s * x + c * y) * GRID) };
  });
}
