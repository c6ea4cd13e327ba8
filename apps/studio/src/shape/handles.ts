import type { Point } from '@daoyin/geometry';

/** What can be taken hold of on a feature's outline: a corner, or the middle of an edge, which becomes a corner. */
export interface Handle {
  readonly kind: 'corner' | 'middle';
  /** As `VertexRef` counts; a middle lies after its vertex. */
  readonly ring: number;
  readonly vertex: number;
  readonly point: Point;
}

/** The rings or the line of one feature. */
export interface Outline {
  readonly rings: readonly (readonly Point[])[];
  readonly isRing: boolean;
}

/** All corners, and the middles of the edges that are longer than `least` metres. */
export function handlesOf({ rings, isRing }: Outline, least: number): readonly Handle[] {
  return rings.flatMap((points, ring) => [
    ...points.map((point, vertex): Handle => ({ kind: 'corner', ring, vertex, point })),
    ...points.flatMap((a, vertex): readonly Handle[] => {
      const b = points[vertex + 1] ?? (isRing ? points[0] : undefined);
      if (!b || Math.hypot(b.x - a.x, b.y - a.y) < least) return [];
      return [{ kind: 'middle', ring, vertex, point: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } }];
    }),
  ]);
}

/** The handle at a place; a corner before a middle. */
export function handleAt(handles: readonly Handle[], at: Point, reach: number): Handle | undefined {
  const metresTo = ({ point }: Handle) => Math.hypot(point.x - at.x, point.y - at.y);
  const near = handles.filter((handle) => metresTo(handle) <= reach);
  const rank = (handle: Handle) => metresTo(handle) + (handle.kind === 'middle' ? reach : 0);
  return near.reduce<Handle | undefined>((a, b) => (a && rank(a) <= rank(b) ? a : b), undefined);
}

/**
 * Where a corner of a ring goes so that its neighbours get right angles, both if both are within `reach` metres; undefined where neither
 * is. `guides` are the edges that then stand square.
 */
export function squareCorner(
  ring: readonly Point[],
  vertex: number,
  at: Point,
  reach: number,
): { readonly point: Point; readonly guides: readonly (readonly [Point, Point])[] } | undefined {
  const { length } = ring;
  if (length < 4) return undefined;
  const corner = (by: number) => ring[(vertex + by + length) % length]!;
  const lines = [normalAt(corner(-2), corner(-1)), normalAt(corner(2), corner(1))].filter(
    (line) => line !== undefined,
  );
  const [p, q] = lines;
  const both = p && q && crossing(p, q);
  if (both && apart(both, at) <= reach) {
    return { point: both, guides: lines.map(({ through }) => [through, both] as const) };
  }
  const feet = lines.map((line) => ({ line, foot: footOn(line, at) }));
  const near = feet.filter(({ foot }) => apart(foot, at) <= reach);
  const [best] = near.toSorted((a, b) => apart(a.foot, at) - apart(b.foot, at));
  return best && { point: best.foot, guides: [[best.line.through, best.foot]] };
}

interface Line {
  readonly through: Point;
  readonly along: Point;
}

/** The line through the end of an edge at a right angle to it. */
function normalAt(from: Point, through: Point): Line | undefined {
  const metres = apart(from, through);
  if (metres === 0) return undefined;
  return { through, along: { x: -(through.y - from.y) / metres, y: (through.x - from.x) / metres } };
}

function footOn({ through, along }: Line, at: Point): Point {
  const t = (at.x - through.x) * along.x + (at.y - through.y) * along.y;
  return { x: through.x + t * along.x, y: through.y + t * along.y };
}

function crossing(p: Line, q: Line): Point | undefined {
  const cross = p.along.x * q.along.y - p.along.y * q.along.x;
  if (Math.abs(cross) < 1e-6) return undefined;
  const [dx, dy] = [q.through.x - p.through.x, q.through.y - p.through.y];
  const t = (dx * q.along.y - dy * q.along.x) / cross;
  return { x: p.through.x + t * p.along.x, y: p.through.y + t * p.along.y };
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
