import { distance, nearestOnSegment, type Point } from '@daoyin/geometry';
import type { Zone } from '../graph/zone';
import { type Placed, placeExactly } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import { GRID, type Region } from '../space/clip';

/** How often the next nearest edge is tried where rounding leaves no grid point beside the nearest. */
const ATTEMPTS = 8;

/** A placed point as it is, or, where it is inside shut floor, the nearest place outside of it; `reach` in metres. */
export function placeOutside(
  mesh: Mesh,
  zone: Zone,
  free: () => Region,
  { x, y }: Point,
  placed: Placed,
  reach: number,
): Placed | undefined {
  if (!zone.holds(placed.x, placed.y)) return placed;
  const from = { x: x * GRID, y: y * GRID };
  const nearest = free()
    .flatMap((ring) => ring.map((b, i) => nearestOnSegment(from, ring.at(i - 1)!, b).point))
    .map((point) => ({ point, distance: distance(from, point) }))
    .filter((candidate) => candidate.distance <= reach * GRID)
    .sort((a, b) => a.distance - b.distance);
  for (const { point } of nearest.slice(0, ATTEMPTS)) {
    const found = besidePoint(mesh, zone, point);
    if (found !== undefined) return { ...found, moved: distance(found, from) };
  }
  return undefined;
}

function besidePoint(mesh: Mesh, zone: Zone, { x, y }: Point): Placed | undefined {
  const [rx, ry] = [Math.round(x), Math.round(y)];
  for (const i of [0, 1, -1, 2, -2]) {
    for (const j of [0, 1, -1, 2, -2]) {
      const placed = placeExactly(mesh, rx + i, ry + j);
      if (placed !== undefined && !zone.holds(placed.x, placed.y)) return placed;
    }
  }
  return undefined;
}
