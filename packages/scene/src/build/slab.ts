import { cross, type Point, type Ring, signedArea } from '@daoyin/geometry';

/** A rectangle that may be turned: centre, unit vector along its length, half length and half width in metres. */
export interface Slab {
  readonly centre: Point;
  readonly along: Point;
  readonly halfLength: number;
  readonly halfWidth: number;
}

/** The corners of a rectangle, counter-clockwise. */
export function slabRing({ centre, along, halfLength, halfWidth }: Slab): Ring {
  const across = { x: -along.y, y: along.x };
  const corner = (u: number, v: number): Point => ({
    x: centre.x + along.x * u * halfLength + across.x * v * halfWidth,
    y: centre.y + along.y * u * halfLength + across.y * v * halfWidth,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** A point of a rectangle's own frame: metres along and across from its centre. */
export function slabPoint({ centre, along }: Slab, u: number, v: number): Point {
  return { x: centre.x + along.x * u - along.y * v, y: centre.y + along.y * u + along.x * v };
}

/** The rectangle of least area around a ring, by trying each edge's direction; the length is the longer side. */
export function slabAround(ring: Ring): Slab {
  let best: Slab | undefined;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!;
    const b = ring[i]!;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length < 1e-6) continue;
    const fit = slabAlong(ring, { x: (b.x - a.x) / length, y: (b.y - a.y) / length });
    if (!best || fit.halfLength * fit.halfWidth < best.halfLength * best.halfWidth - 1e-9) best = fit;
  }
  if (!best) throw new RangeError(`Expected a ring with an edge, got ${ring.length} points.`);
  return best;
}

/** Whether a ring is, within 3 % of its area, the rectangle around it. */
export function isRectangle(ring: Ring, slab: Slab): boolean {
  return Math.abs(signedArea(ring)) > 0.97 * 4 * slab.halfLength * slab.halfWidth;
}

function slabAlong(ring: Ring, along: Point): Slab {
  const us = ring.map((p) => p.x * along.x + p.y * along.y);
  const vs = ring.map((p) => p.y * along.x - p.x * along.y);
  const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  const centre = { x: u * along.x - v * along.y, y: u * along.y + v * along.x };
  const [half, halfAcross] = [(u1 - u0) / 2, (v1 - v0) / 2];
  return half >= halfAcross
    ? { centre, along, halfLength: half, halfWidth: halfAcross }
    : { centre, along: { x: -along.y, y: along.x }, halfLength: halfAcross, halfWidth: half };
}

/** The convex hull, counter-clockwise (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): Ring {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const chain = (ordered: readonly Point[]): Point[] => {
    const kept: Point[] = [];
    for (const p of ordered) {
      while (kept.length > 1 && cross(kept.at(-2)!, kept.at(-1)!, p) <= 0) kept.pop();
      kept.push(p);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}
