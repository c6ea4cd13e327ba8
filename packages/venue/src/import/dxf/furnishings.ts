import { distance, type MultiPolygon, orientPolygon, type Polygon, polygonArea } from '@daoyin/geometry';
import { bufferLines, isTangled, offsetAreas, unionOfAreas, untangle } from '../../archive/boolean';
import type { LayerRole } from './layer-roles';
import { hullOf, lineOf, type PlanPath } from './plan-shapes';

const CLOSE = 0.02; // m between the ends of a path that is meant to be closed
const LEAST = 0.02; // m²
const TREADS = 0.17; // m: half of what lies between two treads of a flight
const LINE = 0.05; // m: half the thickness of what is only a line

/** A path that encloses an area, as one or more polygons. */
export function areaOf(path: PlanPath): MultiPolygon {
  const [first, last] = [path.points[0]!, path.points.at(-1)!];
  if (path.points.length < 3 || !(path.closed || path.filled || distance(first, last) < CLOSE)) return [];
  const polygon = orientPolygon(path.points, []);
  const area = isTangled(polygon) ? untangle(polygon) : [polygon];
  return area.filter((part) => polygonArea(part) >= LEAST);
}

/** What stands on the floor: closed outlines, blocks by their hull, and, of counters, lines as well. */
export function furnishings(paths: readonly PlanPath[], role: LayerRole): readonly Polygon[] {
  const own = paths.filter((path) => path.role === role);
  const blocks = new Map<number, PlanPath[]>();
  for (const path of own) {
    if (path.part) blocks.set(path.part.id, [...(blocks.get(path.part.id) ?? []), path]);
  }
  const hulls = [...blocks.values()].map((parts) =>
    orientPolygon(hullOf(parts.flatMap(({ points }) => points)), []),
  );
  const loose = own.filter(({ part }) => !part);
  const areas = loose.flatMap(areaOf);
  const lines = role === 'counter' ? loose.filter((path) => areaOf(path).length === 0).map(lineOf) : [];
  const all = [...hulls, ...areas, ...bufferLines(lines, LINE)];
  return unionOfAreas(all.filter(({ outer }) => outer.length >= 3)).filter(
    (area) => polygonArea(area) >= LEAST,
  );
}

/** The area of stairs, lifts or escalators: closed outlines, and treads that lie beside each other. */
export function shaftAreas(paths: readonly PlanPath[], role: LayerRole): readonly Polygon[] {
  const own = paths.filter((path) => path.role === role);
  if (own.length === 0) return [];
  const strips = bufferLines(own.map(lineOf), TREADS).map(({ outer }) => ({ outer, holes: [] }));
  return offsetAreas(unionOfAreas(strips), -TREADS).filter((area) => polygonArea(area) >= 1);
}
