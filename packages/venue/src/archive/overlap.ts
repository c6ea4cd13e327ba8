import {
  boundsOfAreas,
  distanceToSegment,
  type MultiPolygon,
  multiPolygonContains,
  polygonContains,
  ringEdges,
  segmentsCross,
} from '@daoyin/geometry';

/** Whether two areas share more than their edges: a vertex or middle of one inside the other, or edges that cross. */
export function areasOverlap(a: MultiPolygon, b: MultiPolygon): boolean {
  const [p, q] = [boundsOfAreas(a), boundsOfAreas(b)];
  if (p.minX >= q.maxX || q.minX >= p.maxX || p.minY >= q.maxY || q.minY >= p.maxY) return false;
  return hasPointInside(a, b) || hasPointInside(b, a) || edgesCross(a, b);
}

/** Whether two areas (or a line given as a ring) come within `tolerance` metres of each other. */
export function areasTouch(a: MultiPolygon, b: MultiPolygon, tolerance: number): boolean {
  const [p, q] = [boundsOfAreas(a), boundsOfAreas(b)];
  const apart =
    p.minX > q.maxX + tolerance ||
    q.minX > p.maxX + tolerance ||
    p.minY > q.maxY + tolerance ||
    q.minY > p.maxY + tolerance;
  if (apart) return false;
  return areasOverlap(a, b) || vertexNear(a, b, tolerance) || vertexNear(b, a, tolerance);
}

function hasPointInside(a: MultiPolygon, b: MultiPolygon): boolean {
  return a.some((polygon) => {
    const [first] = polygon.outer;
    const n = polygon.outer.length;
    const middle = {
      x: polygon.outer.reduce((sum, p) => sum + p.x, 0) / n,
      y: polygon.outer.reduce((sum, p) => sum + p.y, 0) / n,
    };
    if (polygonContains(polygon, middle) && multiPolygonContains(b, middle)) return true;
    return first !== undefined && polygon.outer.some((p) => isWellInside(b, p));
  });
}

function isWellInside(areas: MultiPolygon, point: { readonly x: number; readonly y: number }): boolean {
  if (!multiPolygonContains(areas, point)) return false;
  for (const polygon of areas) {
    for (const ring of [polygon.outer, ...polygon.holes]) {
      for (const [c, d] of ringEdges(ring)) if (distanceToSegment(point, c, d) < 0.05) return false;
    }
  }
  return true;
}

function edgesCross(a: MultiPolygon, b: MultiPolygon): boolean {
  for (const p of a) {
    for (const [s, t] of ringEdges(p.outer)) {
      for (const q of b) for (const [u, v] of ringEdges(q.outer)) if (segmentsCross(s, t, u, v)) return true;
    }
  }
  return false;
}

function vertexNear(a: MultiPolygon, b: MultiPolygon, tolerance: number): boolean {
  return a.some(({ outer }) =>
    outer.some((point) =>
      b.some((polygon) => {
        for (const [c, d] of ringEdges(polygon.outer))
          if (distanceToSegment(point, c, d) <= tolerance) return true;
        return false;
      }),
    ),
  );
}
