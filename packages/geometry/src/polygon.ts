import type { Bounds, MultiPolygon, Point, Polygon, Ring } from './types';

/** Signed area in m²: positive for a counter-clockwise ring (shoelace formula). */
export function signedArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    twice += ring[j]!.x * ring[i]!.y - ring[i]!.x * ring[j]!.y;
  }
  return twice / 2;
}

/** Area in m² without the holes. */
export function polygonArea(polygon: Polygon): number {
  return polygon.holes.reduce(
    (area, hole) => area - Math.abs(signedArea(hole)),
    Math.abs(signedArea(polygon.outer)),
  );
}

/** A polygon with its outer ring counter-clockwise and its holes clockwise. */
export function orientPolygon(outer: Ring, holes: readonly Ring[]): Polygon {
  return { outer: orient(outer, 1), holes: holes.map((hole) => orient(hole, -1)) };
}

function orient(ring: Ring, sign: 1 | -1): Ring {
  return signedArea(ring) * sign < 0 ? [...ring].reverse() : ring;
}

/** Whether the point is inside the ring, by the even-odd rule; on the edge either answer may come. */
export function ringContains(ring: Ring, { x, y }: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

export function polygonContains(polygon: Polygon, point: Point): boolean {
  return ringContains(polygon.outer, point) && !polygon.holes.some((hole) => ringContains(hole, point));
}

export function multiPolygonContains(areas: MultiPolygon, point: Point): boolean {
  return areas.some((polygon) => polygonContains(polygon, point));
}

/** Bounds of points; infinite and inverted where there is none. */
export function boundsOf(points: Iterable<Point>): Bounds {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return { minX, minY, maxX, maxY };
}

export function boundsOfAreas(areas: MultiPolygon): Bounds {
  return boundsOf(areas.flatMap((polygon) => polygon.outer));
}

/** Centre of area; for a ring without area, the mean of its points. */
export function centroid(ring: Ring): Point {
  const area = signedArea(ring);
  if (Math.abs(area) < 1e-9) {
    const n = Math.max(1, ring.length);
    return { x: ring.reduce((s, p) => s + p.x, 0) / n, y: ring.reduce((s, p) => s + p.y, 0) / n };
  }
  let [x, y] = [0, 0];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!;
    const b = ring[i]!;
    const cross = a.x * b.y - b.x * a.y;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  }
  return { x: x / (6 * area), y: y / (6 * area) };
}
