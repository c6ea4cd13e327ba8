import type { Point } from '@daoyin/geometry';
import { bulgedLine, circlePoints, ellipsePoints, splinePoints, sweepBetween, type Vertex } from './curves';
import { type Group, numberOf } from './read-groups';

const POLYLINE = 2;
const RADIANS = Math.PI / 180;

/** The closed loops of a HATCH (DXF Reference, "Boundary Path Data"). */
export function hatchLoops(groups: readonly Group[]): readonly (readonly Point[])[] {
  const start = groups.findIndex(({ code }) => code === 91);
  if (start < 0) return [];
  const cursor = cursorOver(groups, start + 1);
  const loops: (readonly Point[])[] = [];
  for (let left = numberOf(groups[start]!); left > 0 && !cursor.isAtEnd(); left--) {
    const flags = cursor.read(92);
    if (flags === undefined) break;
    loops.push((flags & POLYLINE) !== 0 ? polylineLoop(cursor) : edgeLoop(cursor));
    while (cursor.isAt(97) || cursor.isAt(330)) cursor.skip(); // what it was drawn from
  }
  return loops.filter((loop) => loop.length >= 3);
}

type Cursor = ReturnType<typeof cursorOver>;

/** Reads groups in their order: `read` takes the next one only if it has the code. */
function cursorOver(groups: readonly Group[], from: number) {
  let at = from;
  const read = (code: number): number | undefined =>
    groups[at]?.code === code ? numberOf(groups[at++]!) : undefined;
  return {
    read,
    point: (code = 10): Point => ({ x: read(code) ?? 0, y: read(code + 10) ?? 0 }),
    isAt: (code: number) => groups[at]?.code === code,
    isAtEnd: () => at >= groups.length,
    skip: () => at++,
  };
}

function polylineLoop(cursor: Cursor): readonly Point[] {
  const hasBulges = cursor.read(72) === 1;
  cursor.read(73);
  const vertices: Vertex[] = [];
  for (let left = cursor.read(93) ?? 0; left > 0 && cursor.isAt(10); left--) {
    const point = cursor.point();
    vertices.push({ ...point, bulge: (hasBulges ? cursor.read(42) : undefined) ?? 0 });
  }
  return bulgedLine(vertices, true).points;
}

function edgeLoop(cursor: Cursor): readonly Point[] {
  const points: Point[] = [];
  for (let left = cursor.read(93) ?? 0; left > 0 && cursor.isAt(72); left--) points.push(...edgeOf(cursor));
  return points;
}

function edgeOf(cursor: Cursor): readonly Point[] {
  const type = cursor.read(72);
  if (type === 1) return [cursor.point(10), cursor.point(11)];
  if (type === 2) {
    const centre = cursor.point();
    const radius = cursor.read(40) ?? 0;
    const { start, sweep } = angles(cursor);
    return circlePoints(centre, radius, start, sweep);
  }
  if (type === 3) {
    const centre = cursor.point();
    const major = cursor.point(11);
    const ratio = cursor.read(40) ?? 1;
    const { start, sweep } = angles(cursor);
    return ellipsePoints(centre, major, { x: -major.y * ratio, y: major.x * ratio }, start, sweep);
  }
  return type === 4 ? splineEdge(cursor) : [];
}

/** Start and sweep of an arc's edge; where it goes clockwise, its angles are counted clockwise too. */
function angles(cursor: Cursor): { readonly start: number; readonly sweep: number } {
  const start = (cursor.read(50) ?? 0) * RADIANS;
  const end = (cursor.read(51) ?? 360) * RADIANS;
  const sweep = sweepBetween(start, end);
  return cursor.read(73) === 0 ? { start: -start, sweep: -sweep } : { start, sweep };
}

function splineEdge(cursor: Cursor): readonly Point[] {
  const degree = cursor.read(94) ?? 3;
  cursor.read(73);
  cursor.read(74);
  cursor.read(95);
  cursor.read(96);
  const knots: number[] = [];
  const control: Point[] = [];
  for (let knot = cursor.read(40); knot !== undefined; knot = cursor.read(40)) knots.push(knot);
  while (cursor.isAt(10)) {
    control.push(cursor.point());
    cursor.read(42);
  }
  for (let left = cursor.read(97) ?? 0; left > 0 && cursor.isAt(11); left--) cursor.point(11);
  return splinePoints(control, knots, degree);
}
