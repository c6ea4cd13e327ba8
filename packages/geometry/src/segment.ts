import type { Point, Polygon, Ring } from './types';

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The point of the segment ab that is nearest to p, with its parameter t in [0, 1]. */
export function nearestOnSegment(
  p: Point,
  a: Point,
  b: Point,
): { readonly point: Point; readonly t: number } {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared));
  return { point: { x: a.x + t * dx, y: a.y + t * dy }, t };
}

export function distanceToSegment(p: Point, a: Point, b: Point): number {
  return distance(p, nearestOnSegment(p, a, b).point);
}

/** Twice the signed area of abc: positive when c is left of ab. */
export function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Whether ab and cd cross at a point that is inside both; touching ends do not count. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0;
}

/** The edges of a ring, closing edge included. */
export function* ringEdges(ring: Ring): Generator<readonly [Point, Point]> {
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) yield [ring[j]!, ring[i]!];
}

/** Distance in metres from a point to the nearest edge of a polygon, holes included. */
export function distanceToBoundary(polygon: Polygon, point: Point): number {
  let nearest = Infinity;
  for (const ring of [polygon.outer, ...polygon.holes]) {
    for (const [a, b] of ringEdges(ring)) nearest = Math.min(nearest, distanceToSegment(point, a, b));
  }
  return nearest;
}
