import {
  type MultiPolygon,
  orientPolygon,
  type Point,
  type Polygon,
  type Polyline,
  polygonArea,
  ringEdges,
} from '@daoyin/geometry';
import {
  areaPathsD,
  booleanOpDWithPolyTree,
  ClipType,
  differenceD,
  EndType,
  FillRule,
  inflatePathsD,
  intersectD,
  JoinType,
  type PathsD,
  type PolyPathD,
  PolyTreeD,
} from 'clipper2-ts';

const DECIMALS = 3; // of metres: one vertex a millimetre

/** The area in m² that two areas share. */
export function sharedArea(a: MultiPolygon, b: MultiPolygon): number {
  return Math.abs(areaPathsD(intersectD(pathsOf(a), pathsOf(b), FillRule.NonZero, DECIMALS)));
}

/** The area in m² of `a` that is outside `b`. */
export function areaOutside(a: MultiPolygon, b: MultiPolygon): number {
  return Math.abs(areaPathsD(differenceD(pathsOf(a), pathsOf(b), FillRule.NonZero, DECIMALS)));
}

/** The part of `a` that is outside `b`. */
export function subtractAreas(a: MultiPolygon, b: MultiPolygon): MultiPolygon {
  return unite(differenceD(pathsOf(a), pathsOf(b), FillRule.NonZero, DECIMALS), FillRule.NonZero);
}

/** Area in m² of all polygons together. */
export function totalArea(areas: MultiPolygon): number {
  return areas.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
}

/** The areas as one, without overlaps. */
export function unionOfAreas(areas: MultiPolygon): MultiPolygon {
  return unite(pathsOf(areas), FillRule.NonZero);
}

/** A polygon whose rings cross, as the simple polygons that the even-odd rule gives. */
export function untangle(polygon: Polygon): MultiPolygon {
  return unite(pathsOf([polygon]), FillRule.EvenOdd);
}

/** Whether two edges of a polygon's rings cross at a point inside both. Sweeps by x, so that a ring of thousands is quick. */
export function isTangled(polygon: Polygon): boolean {
  const edges = [polygon.outer, ...polygon.holes]
    .flatMap((ring) => [...ringEdges(ring)])
    .map(([a, b]) => ({ a, b, minX: Math.min(a.x, b.x), maxX: Math.max(a.x, b.x) }))
    .sort((p, q) => p.minX - q.minX);
  return edges.some((edge, i) => {
    for (let j = i + 1; j < edges.length && edges[j]!.minX <= edge.maxX; j++) {
      if (crossProperly(edge.a, edge.b, edges[j]!.a, edges[j]!.b)) return true;
    }
    return false;
  });
}

const ROUNDING = 1e-9; // m²; below it a vertex lies on the line

function crossProperly(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  const [c1, d1, a1, b1] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (Math.min(Math.abs(c1), Math.abs(d1), Math.abs(a1), Math.abs(b1)) < ROUNDING) return false;
  return c1 * d1 < 0 && a1 * b1 < 0;
}

function pathsOf(areas: MultiPolygon): PathsD {
  return areas.flatMap(({ outer, holes }) =>
    [outer, ...holes].map((ring) => ring.map(({ x, y }) => ({ x, y }))),
  );
}

function unite(paths: PathsD, rule: FillRule): MultiPolygon {
  const tree = new PolyTreeD();
  booleanOpDWithPolyTree(ClipType.Union, paths, null, tree, rule, DECIMALS);
  return polygonsOf(tree);
}

/** Outer rings are the odd depths of a polygon tree, their holes the children. */
function polygonsOf(parent: PolyPathD): MultiPolygon {
  return children(parent).flatMap((outer) => {
    const holes = children(outer);
    const polygon = orientPolygon(ringOf(outer), holes.map(ringOf));
    return [polygon, ...holes.flatMap(polygonsOf)];
  });
}

function children(path: PolyPathD): readonly PolyPathD[] {
  return Array.from({ length: path.count }, (_, i) => path.child(i));
}

function ringOf(path: PolyPathD): readonly Point[] {
  return (path.poly ?? []).map(({ x, y }) => ({ x, y }));
}

/** The areas with gaps and slots narrower than twice `metres` filled: grown, joined, and shrunk back. */
export function closeGaps(areas: MultiPolygon, metres: number): MultiPolygon {
  const grown = inflatePathsD(pathsOf(areas), metres, JoinType.Miter, EndType.Polygon, 2, DECIMALS);
  const joined = pathsOf(unite(grown, FillRule.NonZero));
  return unite(
    inflatePathsD(joined, -metres, JoinType.Miter, EndType.Polygon, 2, DECIMALS),
    FillRule.NonZero,
  );
}

/** The areas grown by `metres`, or shrunk where it is negative, with sharp corners; what overlaps then is one. */
export function offsetAreas(areas: MultiPolygon, metres: number): MultiPolygon {
  const moved = inflatePathsD(pathsOf(areas), metres, JoinType.Miter, EndType.Polygon, 2, DECIMALS);
  return unite(moved, FillRule.NonZero);
}

/** What two areas share. */
export function intersectAreas(a: MultiPolygon, b: MultiPolygon): MultiPolygon {
  return unite(intersectD(pathsOf(a), pathsOf(b), FillRule.NonZero, DECIMALS), FillRule.NonZero);
}

/** The strips along lines, `halfWidth` metres to either side and past their ends, as one area. */
export function bufferLines(lines: readonly Polyline[], halfWidth: number): MultiPolygon {
  const paths = lines.map((line) => line.map(({ x, y }) => ({ x, y })));
  const strips = inflatePathsD(paths, halfWidth, JoinType.Miter, EndType.Square, 2, DECIMALS);
  return unite(strips, FillRule.NonZero);
}

/** The strip along a line, `halfWidth` metres to either side. */
export function bufferLine(line: Polyline, halfWidth: number): MultiPolygon {
  const path = line.map(({ x, y }) => ({ x, y }));
  const strip = inflatePathsD([path], halfWidth, JoinType.Miter, EndType.Butt, 2, DECIMALS);
  return unite(strip, FillRule.NonZero);
}
