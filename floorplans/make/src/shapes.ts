import { type MultiPolygon, orientPolygon, type Point, type Polygon, type Ring } from '@daoyin/geometry';
import {
  Clipper,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';

const MILLIMETRES = 1000;

/** A point in metres. */
export const at = (x: number, y: number): Point => ({ x, y });

/** The rectangle between two corners, counter-clockwise. */
export function rect(x0: number, y0: number, x1: number, y1: number): Ring {
  const [left, right] = x0 < x1 ? [x0, x1] : [x1, x0];
  const [bottom, top] = y0 < y1 ? [y0, y1] : [y1, y0];
  return [at(left, bottom), at(right, bottom), at(right, top), at(left, top)];
}

/** A regular polygon about a centre; with `turn` = ½ its first edge is upright on the right. */
export function disc(centre: Point, radius: number, corners = 16, turn = 0.5): Ring {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * (i + turn)) / corners;
    return at(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
  });
}

/** Points of an arc from `a` to `b` that bulges by `sagitta` metres to the right of the way from a to b; ends included. */
export function arc(a: Point, b: Point, sagitta: number, pieces: number): readonly Point[] {
  const centre = arcCentre(a, b, sagitta);
  const radius = Math.hypot(a.x - centre.x, a.y - centre.y);
  const start = Math.atan2(a.y - centre.y, a.x - centre.x);
  const turn = 2 * Math.asin(Math.min(1, Math.hypot(b.x - a.x, b.y - a.y) / (2 * radius)));
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const angle = start + (turn * i) / pieces;
    return at(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
  });
}

/** The centre of the arc of `arc`, left of the way from a to b. An arc is at most a half circle. */
export function arcCentre(a: Point, b: Point, sagitta: number): Point {
  const chord = Math.hypot(b.x - a.x, b.y - a.y);
  const radius = (chord * chord) / (8 * sagitta) + sagitta / 2;
  const depth = (radius - sagitta) / chord; // from the chord to the centre, in chords
  return at((a.x + b.x) / 2 - (b.y - a.y) * depth, (a.y + b.y) / 2 + (b.x - a.x) * depth);
}

/** A stadium: the rectangle with half circles at its west and east ends. */
export function stadium(x0: number, y0: number, x1: number, y1: number, pieces = 12): Ring {
  const radius = (y1 - y0) / 2;
  return [
    ...arc(at(x1 - radius, y0), at(x1 - radius, y1), radius, pieces),
    ...arc(at(x0 + radius, y1), at(x0 + radius, y0), radius, pieces),
  ];
}

const toPath = (ring: Ring): Path64 =>
  ring.map(({ x, y }) => ({ x: Math.round(x * MILLIMETRES), y: Math.round(y * MILLIMETRES) }));
const toRing = (path: Path64): Ring => path.map(({ x, y }) => at(x / MILLIMETRES, y / MILLIMETRES));
const toPaths = (areas: MultiPolygon): Path64[] =>
  areas.flatMap(({ outer, holes }) => [outer, ...holes].map(toPath));

/** An area of one ring, to the millimetre. */
export const areaOf = (ring: Ring): MultiPolygon => [orientPolygon(toRing(toPath(ring)), [])];

/** What of `areas` is in none of `cuts`, to the millimetre. */
export const subtract = (areas: MultiPolygon, cuts: readonly MultiPolygon[]): MultiPolygon =>
  combine(ClipType.Difference, areas, cuts.flat());

export const intersect = (areas: MultiPolygon, clip: MultiPolygon): MultiPolygon =>
  combine(ClipType.Intersection, areas, clip);

export const unite = (areas: readonly MultiPolygon[]): MultiPolygon =>
  combine(ClipType.Union, areas.flat(), []);

/** An area grown by `metres` (shrunk where negative), with round corners. */
export function offset(areas: MultiPolygon, metres: number): MultiPolygon {
  const paths = Clipper.inflatePaths(toPaths(areas), metres * MILLIMETRES, JoinType.Round, EndType.Polygon);
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, paths, [], tree, FillRule.NonZero);
  return polygonsOf(tree);
}

function combine(type: ClipType, subject: MultiPolygon, clip: MultiPolygon): MultiPolygon {
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(type, toPaths(subject), toPaths(clip), tree, FillRule.NonZero);
  return polygonsOf(tree);
}

function polygonsOf(node: PolyPath64): Polygon[] {
  return children(node).flatMap((outer) => {
    const holes = children(outer);
    return [
      orientPolygon(
        ring(outer),
        holes.map((hole) => ring(hole)),
      ),
      ...holes.flatMap(polygonsOf),
    ];
  });
}

const ring = (node: PolyPath64): Ring => toRing(node.polygon ?? []);
const children = (node: PolyPath64): PolyPath64[] =>
  Array.from({ length: node.count }, (_, i) => node.child(i));
