import { cross, distance, nearestOnSegment, type Point } from '@daoyin/geometry';
import { type Zone, zoneEdgesNear, zoneHolds } from '../graph/zone';
import { next } from '../mesh/half-edges';
import { type Placed, placeExactly } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import { GRID } from '../space/clip';

type Edge = readonly [Point, Point];

/** Points nearer than this (in grid units) are tried once. */
const SAME = 0.5;

/** A placed point as it is, or, where it is inside shut floor, the nearest place outside of it; `reach` in metres. */
export function placeOutside(
  mesh: Mesh,
  zone: Zone,
  { x, y }: Point,
  placed: Placed,
  reach: number,
): Placed | undefined {
  if (!zoneHolds(zone, placed.x, placed.y)) return placed;
  const from = { x: x * GRID, y: y * GRID };
  const nearest = edgePoints(mesh, zone, from, reach * GRID)
    .map((point) => ({ point, distance: distance(from, point) }))
    .filter((candidate) => candidate.distance <= reach * GRID)
    .sort((a, b) => a.distance - b.distance);
  for (const [i, { point }] of nearest.entries()) {
    // Corners come twice and more: the feet of both edges, and crossings.
    if (nearest.some((other, k) => k < i && distance(other.point, point) < SAME)) continue;
    const found = besidePoint(mesh, zone, point);
    if (found !== undefined) return { ...found, moved: distance(found, from) };
  }
  return undefined;
}

/**
 * Points of which one is the nearest of the floor that is left: it lies on the edge of the shut floor or of the free floor, at the foot
 * of a perpendicular, at a corner, or where two edges cross.
 */
function edgePoints(mesh: Mesh, zone: Zone, from: Point, reach: number): Point[] {
  const isNear = ([a, b]: Edge) => distance(from, nearestOnSegment(from, a, b).point) <= reach;
  const shut = zoneEdgesNear(zone, from.x, from.y, reach).filter(isNear);
  const walls = wallsWithin(mesh, from, reach);
  const feet = [...shut, ...walls].map(([a, b]) => nearestOnSegment(from, a, b).point);
  const crossings = shut.flatMap((edge) => walls.flatMap((wall) => crossingOf(edge, wall) ?? []));
  return [...feet, ...crossings];
}

function wallsWithin(
  { xs, ys, corners, boundary, boundaryIndex }: Mesh,
  { x, y }: Point,
  reach: number,
): Edge[] {
  const at = (v: number): Point => ({ x: xs[v]!, y: ys[v]! });
  const found = boundaryIndex?.search(x - reach, y - reach, x + reach, y + reach) ?? [];
  return found.map((i) => [at(corners[boundary[i]!]!), at(corners[next(boundary[i]!)]!)]);
}

function crossingOf([a, b]: Edge, [p, q]: Edge): Point | undefined {
  const [atP, atQ] = [cross(a, b, p), cross(a, b, q)];
  const [atA, atB] = [cross(p, q, a), cross(p, q, b)];
  if (atP * atQ > 0 || atA * atB > 0 || atP === atQ) return undefined;
  const t = atP / (atP - atQ);
  return { x: p.x + t * (q.x - p.x), y: p.y + t * (q.y - p.y) };
}

function besidePoint(mesh: Mesh, zone: Zone, { x, y }: Point): Placed | undefined {
  const [rx, ry] = [Math.round(x), Math.round(y)];
  for (const i of [0, 1, -1, 2, -2]) {
    for (const j of [0, 1, -1, 2, -2]) {
      const placed = placeExactly(mesh, rx + i, ry + j);
      if (placed !== undefined && !zoneHolds(zone, placed.x, placed.y)) return placed;
    }
  }
  return undefined;
}
