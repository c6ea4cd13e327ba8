import { boundsOf, distanceToBoundary, type Point, type Polygon, polygonContains } from '@daoyin/geometry';
import { at } from './shapes';

const STEPS = 24;

/** A point well inside a polygon, for its label: the best of a grid, then of finer grids about the best. */
export function labelPoint(polygon: Polygon): Point {
  const { minX, minY, maxX, maxY } = boundsOf(polygon.outer);
  let best = { point: at((minX + maxX) / 2, (minY + maxY) / 2), depth: -1 };
  let [width, height] = [maxX - minX, maxY - minY];
  for (let pass = 0; pass < 3; pass++) {
    best = bestOfGrid(polygon, best, width, height);
    width /= STEPS / 2;
    height /= STEPS / 2;
  }
  return at(Math.round(best.point.x * 1000) / 1000, Math.round(best.point.y * 1000) / 1000);
}

interface Candidate {
  readonly point: Point;
  readonly depth: number;
}

function bestOfGrid(polygon: Polygon, start: Candidate, width: number, height: number): Candidate {
  let best = start;
  for (let i = 0; i <= STEPS; i++) {
    for (let j = 0; j <= STEPS; j++) {
      const point = at(start.point.x + width * (i / STEPS - 0.5), start.point.y + height * (j / STEPS - 0.5));
      const depth = polygonContains(polygon, point) ? distanceToBoundary(polygon, point) : -1;
      if (depth > best.depth + 1e-9) best = { point, depth };
    }
  }
  return best;
}
