import { type Point, type Ring, ringEdges } from '@daoyin/geometry';
import type { Level, Unit } from '@daoyin/venue';

const PARALLEL = 0.01; // radians

const NEAR = 0.06; // metres between lines that are one wall

export const SHORTEST = 0.03;

interface Edge {
  readonly a: Point;
  readonly b: Point;
  /** Undefined for the outline of the level. */
  readonly unit: Unit | undefined;
  readonly angle: number;
}

export interface Line {
  readonly at: Point;
  readonly along: Point;
  readonly edges: Edge[];
}

export function edgesOf(level: Level, units: readonly Unit[]): Edge[] {
  const edges: Edge[] = [];
  const add = (ring: Ring, unit: Unit | undefined) => {
    for (const [a, b] of ringEdges(ring)) {
      if (Math.hypot(b.x - a.x, b.y - a.y) < SHORTEST) continue;
      const angle = Math.atan2(b.y - a.y, b.x - a.x);
      edges.push({ a, b, unit, angle: ((angle % Math.PI) + Math.PI) % Math.PI });
    }
  };
  for (const polygon of level.outline)
    for (const ring of [polygon.outer, ...polygon.holes]) add(ring, undefined);
  for (const unit of units) {
    for (const polygon of unit.area) for (const ring of [polygon.outer, ...polygon.holes]) add(ring, unit);
  }
  return edges;
}

/** Edges that lie on one line, long ones first so that they give the direction. */
export function collinear(edges: readonly Edge[]): Line[] {
  const lines: Line[] = [];
  const buckets = new Map<string, Line[]>();
  const byLength = [...edges].sort((p, q) => span(q) - span(p));
  for (const edge of byLength) {
    const line = nearbyLines(buckets, edge).find((candidate) => liesOn(candidate, edge));
    if (line) line.edges.push(edge);
    else lines.push(newLine(buckets, edge));
  }
  return lines;
}

function span({ a, b }: Edge): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** A line's bucket is its direction to 3°; a candidate may lie one bucket off. */
function bucketOf(angle: number): number {
  return Math.floor((angle / Math.PI) * 60) % 60;
}

function nearbyLines(buckets: Map<string, Line[]>, edge: Edge): Line[] {
  const bucket = bucketOf(edge.angle);
  return [59, 0, 1].flatMap((step) => buckets.get(String((bucket + step) % 60)) ?? []);
}

function newLine(buckets: Map<string, Line[]>, edge: Edge): Line {
  const length = span(edge);
  const along = { x: (edge.b.x - edge.a.x) / length, y: (edge.b.y - edge.a.y) / length };
  const line = { at: edge.a, along, edges: [edge] };
  const key = String(bucketOf(edge.angle));
  buckets.set(key, [...(buckets.get(key) ?? []), line]);
  return line;
}

function liesOn(line: Line, { a, b }: Edge): boolean {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const sine = Math.abs(line.along.x * (b.y - a.y) - line.along.y * (b.x - a.x)) / length;
  return (
    (sine < PARALLEL || sine * length < NEAR / 2) &&
    Math.abs(offset(line, a)) < NEAR &&
    Math.abs(offset(line, b)) < NEAR
  );
}

export function offset({ at, along }: Line, p: Point): number {
  return (p.y - at.y) * along.x - (p.x - at.x) * along.y;
}

export function parameter({ at, along }: Line, p: Point): number {
  return (p.x - at.x) * along.x + (p.y - at.y) * along.y;
}

export function pointOn({ at, along }: Line, t: number): Point {
  return { x: at.x + along.x * t, y: at.y + along.y * t };
}
