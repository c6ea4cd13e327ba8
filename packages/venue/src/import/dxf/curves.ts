import type { Point } from '@daoyin/geometry';

/** An arc of a circle: where it turns about, and its ends. A door's leaf swings along one. */
export interface Arc {
  readonly centre: Point;
  readonly from: Point;
  readonly to: Point;
}

const STEP = Math.PI / 36; // 5°: within 1 mm of a door's swing, 19 mm of a wall curved with a radius of 20 m
const FULL = 2 * Math.PI;

/** Points along an ellipse with centre `c` and half axes `u` and `v`, from parameter `start` by `sweep` radians, ends included. */
export function ellipsePoints(c: Point, u: Point, v: Point, start: number, sweep: number): readonly Point[] {
  const steps = Math.max(1, Math.ceil(Math.abs(sweep) / STEP - 1e-9));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = start + (sweep * i) / steps;
    return { x: c.x + u.x * Math.cos(t) + v.x * Math.sin(t), y: c.y + u.y * Math.cos(t) + v.y * Math.sin(t) };
  });
}

/** Points along a circle; a negative sweep is clockwise. */
export function circlePoints(c: Point, radius: number, start: number, sweep: number): readonly Point[] {
  return ellipsePoints(c, { x: radius, y: 0 }, { x: 0, y: radius }, start, sweep);
}

/** The counter-clockwise sweep from one angle to another, in (0, 2π]. */
export function sweepBetween(start: number, end: number): number {
  const sweep = (((end - start) % FULL) + FULL) % FULL;
  return sweep < 1e-9 ? FULL : sweep;
}

export interface Vertex extends Point {
  /** The tangent of a quarter of the angle of the arc to the next vertex; 0 is straight, negative is clockwise. */
  readonly bulge: number;
}

/** A polyline with its bulges as points, and the arcs that they are. */
export function bulgedLine(
  vertices: readonly Vertex[],
  closed: boolean,
): { readonly points: readonly Point[]; readonly arcs: readonly Arc[] } {
  const points: Point[] = [];
  const arcs: Arc[] = [];
  for (const [i, from] of vertices.entries()) {
    points.push({ x: from.x, y: from.y });
    const to = vertices[i + 1] ?? (closed ? vertices[0] : undefined);
    if (!to || Math.abs(from.bulge) < 1e-6 || (from.x === to.x && from.y === to.y)) continue;
    const centre = bulgeCentre(from, to);
    const radius = Math.hypot(from.x - centre.x, from.y - centre.y);
    const start = Math.atan2(from.y - centre.y, from.x - centre.x);
    points.push(...circlePoints(centre, radius, start, 4 * Math.atan(from.bulge)).slice(1, -1));
    arcs.push({ centre, from, to });
  }
  return { points, arcs };
}

function bulgeCentre(from: Vertex, to: Point): Point {
  const t = (1 - from.bulge * from.bulge) / (4 * from.bulge); // half of cot(angle / 2)
  return {
    x: (from.x + to.x) / 2 - t * (to.y - from.y),
    y: (from.y + to.y) / 2 + t * (to.x - from.x),
  };
}

/** Points along a B-spline (de Boor's algorithm); where its knots do not fit its control points, these themselves. */
export function splinePoints(
  control: readonly Point[],
  knots: readonly number[],
  degree: number,
): readonly Point[] {
  const n = control.length;
  if (degree < 1 || degree > 10 || n <= degree || knots.length !== n + degree + 1) return control;
  const [first, last] = [knots[degree]!, knots[n]!];
  const steps = Math.min(4 * n, 2000);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const u = first + ((last - first) * i) / steps;
    let span = degree;
    while (span < n - 1 && u >= knots[span + 1]!) span++;
    return deBoor(control, knots, degree, span, u);
  });
}

function deBoor(
  control: readonly Point[],
  knots: readonly number[],
  degree: number,
  span: number,
  u: number,
): Point {
  const d = control.slice(span - degree, span + 1);
  for (let r = 1; r <= degree; r++) {
    for (let j = degree; j >= r; j--) {
      const low = knots[j + span - degree]!;
      const width = knots[j + 1 + span - r]! - low;
      const t = width === 0 ? 0 : (u - low) / width;
      const [p, q] = [d[j - 1]!, d[j]!];
      d[j] = { x: p.x + t * (q.x - p.x), y: p.y + t * (q.y - p.y) };
    }
  }
  return d[degree]!;
}
