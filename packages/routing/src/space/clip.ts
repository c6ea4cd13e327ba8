import type { MultiPolygon, Point, Polygon, Polyline, Ring } from '@daoyin/geometry';
import {
  Clipper,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type Path64,
  type Paths64,
  type PolyPath64,
  PolyTree64,
} from 'clipper2-ts';

/** Polygons in whole tenths of a millimetre, outer rings counter-clockwise, holes clockwise. */
export type Region = Paths64;

/** Units of a region in a metre. On whole numbers every predicate of the mesh is exact up to 2 km from the origin. */
export const GRID = 10_000;

/** What an arc may be off the true circle, in metres. */
const ARC_TOLERANCE = 0.001;

/** Coordinates beyond this are no place in a venue (50 km). */
const LIMIT = 50_000;

function toGrid(metres: number): number {
  return Math.round(metres * GRID);
}

function toPath(points: readonly Point[]): Path64 {
  return points
    .filter(({ x, y }) => Math.abs(x) < LIMIT && Math.abs(y) < LIMIT)
    .map(({ x, y }) => ({ x: toGrid(x), y: toGrid(y) }));
}

/** A feature's area as a region: rings that cross themselves are resolved, slivers without area dropped. */
export function regionOf(areas: MultiPolygon): Region {
  const rings = areas.flatMap(({ outer, holes }) => [
    oriented(outer, true),
    ...holes.map((hole) => oriented(hole, false)),
  ]);
  return Clipper.union(
    rings.filter((ring) => ring.length > 2),
    FillRule.NonZero,
  );
}

function oriented(ring: Ring, positive: boolean): Path64 {
  const path = toPath(ring);
  return Clipper.isPositive(path) === positive ? path : path.reverse();
}

export function unionOf(regions: readonly Region[]): Region {
  return Clipper.union(regions.flat(), FillRule.NonZero);
}

export function difference(subject: Region, clip: Region): Region {
  if (subject.length === 0 || clip.length === 0) return subject;
  return Clipper.difference(subject, clip, FillRule.NonZero);
}

export function intersection(subject: Region, clip: Region): Region {
  if (subject.length === 0 || clip.length === 0) return [];
  return Clipper.intersect(subject, clip, FillRule.NonZero);
}

/** Grown (or, where `metres` is negative, shrunk) with sharp corners; for distances that nobody sees. */
export function offsetSharp(region: Region, metres: number): Region {
  return Clipper.inflatePaths(region, metres * GRID, JoinType.Miter, EndType.Polygon, 2);
}

/**
 * What is left of a region for the centre of a disc of radius `metres`. Arcs are polygons whose corners lie 0.4 ARC_TOLERANCE
 * outside the true circle and whose edges come 0.6 ARC_TOLERANCE inside it.
 */
export function erode(region: Region, metres: number): Region {
  if (region.length === 0) return [];
  const delta = -(metres + 0.4 * ARC_TOLERANCE) * GRID;
  return Clipper.inflatePaths(region, delta, JoinType.Round, EndType.Polygon, 2, ARC_TOLERANCE * GRID);
}

/** Where the centre of a disc of radius `metres` cannot be without touching the region; its arcs are those of `erode`. */
export function dilate(region: Region, metres: number): Region {
  if (region.length === 0) return [];
  const delta = (metres + 0.4 * ARC_TOLERANCE) * GRID;
  return Clipper.inflatePaths(region, delta, JoinType.Round, EndType.Polygon, 2, ARC_TOLERANCE * GRID);
}

/** The band of `metres` on either side of a line, cut square at its ends. */
export function bandOf(line: Polyline, metres: number): Region {
  return Clipper.inflatePaths([toPath(line)], metres * GRID, JoinType.Miter, EndType.Butt, 4);
}

export function areaOf(region: Region): number {
  return Clipper.areaPaths(region) / (GRID * GRID);
}

/** The region's separate pieces, each an outer ring with its holes. */
export function piecesOf(region: Region): Region[] {
  const tree = new PolyTree64();
  Clipper.booleanOpWithPolyTree(ClipType.Union, region, null, tree, FillRule.NonZero);
  const pieces: Region[] = [];
  const visit = (outer: PolyPath64): void => {
    const holes = childrenOf(outer);
    pieces.push([outer.poly ?? [], ...holes.map((hole) => hole.poly ?? [])]);
    for (const hole of holes) childrenOf(hole).forEach(visit);
  };
  childrenOf(tree).forEach(visit);
  return pieces;
}

function childrenOf(node: PolyTree64 | PolyPath64): PolyPath64[] {
  return Array.from({ length: node.count }, (_, i) => node.child(i) as PolyPath64);
}

/** A region in metres, as drawable areas. */
export function areasOf(region: Region): Polygon[] {
  const toRing = (path: Path64): Ring => path.map(({ x, y }) => ({ x: x / GRID, y: y / GRID }));
  return piecesOf(region).map(([outer, ...holes]) => ({ outer: toRing(outer!), holes: holes.map(toRing) }));
}
