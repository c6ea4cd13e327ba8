import type { MultiPolygon, Point, Ring } from '@daoyin/geometry';
import type { FeatureId } from '../../types';
import { type Entity, withEntities } from '../collections';
import type { Action, HallDocument } from '../document';
import { atLength } from '../geometry/right-angles';
import { neat, soundPolygon } from './sound-polygon';

/** One vertex of a feature: `ring` counts outer rings and holes through all its polygons, in order; a line has ring 0. */
export interface VertexRef {
  readonly id: FeatureId;
  readonly ring: number;
  readonly vertex: number;
}

/** Moves one vertex. */
export function moveVertex(at: VertexRef, to: Point): Action {
  return editPoints(at, (points) => points.map((point, i) => (i === at.vertex ? neat(to) : point)));
}

/** Adds a vertex after one. */
export function insertVertex(after: VertexRef, point: Point): Action {
  return editPoints(after, (points) => points.toSpliced(after.vertex + 1, 0, neat(point)));
}

/** Takes a vertex away, as long as an area keeps three and a line two. */
export function deleteVertex(at: VertexRef): Action {
  return editPoints(at, (points, least) => (points.length > least ? points.toSpliced(at.vertex, 1) : points));
}

/** Replaces the points of one ring or line of a feature. */
export function setPoints(at: Pick<VertexRef, 'id' | 'ring'>, points: readonly Point[]): Action {
  return editPoints(at, (_, least) => (points.length < least ? _ : points.map(neat)));
}

/** The ring or line that a vertex is of, with whether it closes on itself; undefined where there is none. */
export function pointsAt(
  { venue }: HallDocument,
  { id, ring }: Pick<VertexRef, 'id' | 'ring'>,
): { readonly points: readonly Point[]; readonly isRing: boolean } | undefined {
  for (const name of AREAS) {
    const feature = venue[name].find((one) => one.id === id);
    if (!feature) continue;
    const points = ringsOf(areaOf(feature))[ring];
    return points && { points, isRing: true };
  }
  const line = LINES.flatMap((name) => venue[name].find((one) => one.id === id) ?? [])[0]?.line;
  return line && ring === 0 ? { points: line, isRing: false } : undefined;
}

/** All rings of an area, as `VertexRef` counts them. */
export const ringsOf = (area: MultiPolygon): readonly Ring[] =>
  area.flatMap(({ outer, holes }) => [outer, ...holes]);

/**
 * Makes the edge that begins at a vertex so many metres long: its end goes along, and with it the next edge where that stands at a right
 * angle, so that a rectangle stays one.
 */
export function setEdgeLength(at: VertexRef, metres: number): Action {
  return (document) => {
    const shape = pointsAt(document, at);
    if (!shape || metres <= 0) return document;
    const { points, isRing } = shape;
    const { length } = points;
    const [a, b] = [points[at.vertex], points[isRing ? (at.vertex + 1) % length : at.vertex + 1]];
    if (!a || !b) return document;
    const end = atLength(a, b, metres);
    const [dx, dy] = [end.x - b.x, end.y - b.y];
    const next = (at.vertex + 2) % length;
    const c = isRing && length > 3 ? points[next] : undefined;
    const goesAlong = c !== undefined && isSquare(a, b, c);
    const moved = points.map((point, i) => {
      const goes = i === (at.vertex + 1) % length || (goesAlong && i === next);
      return goes ? { x: point.x + dx, y: point.y + dy } : point;
    });
    return setPoints(at, moved)(document);
  };
}

const SQUARE = 0.02; // of the cosine between two edges: 1°

function isSquare(a: Point, b: Point, c: Point): boolean {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, c.x - b.x, c.y - b.y];
  return Math.abs(ux * vx + uy * vy) <= SQUARE * Math.hypot(ux, uy) * Math.hypot(vx, vy);
}

const AREAS = ['levels', 'units', 'fixtures', 'kiosks', 'sections'] as const;
const LINES = ['openings', 'details'] as const;

const areaOf = (
  feature: { readonly area: MultiPolygon } | { readonly outline: MultiPolygon },
): MultiPolygon => ('outline' in feature ? feature.outline : feature.area);

function editPoints({ id, ring }: Pick<VertexRef, 'id' | 'ring'>, edit: PointsEdit): Action {
  return (document) => {
    const { venue } = document;
    for (const name of AREAS) {
      const index = venue[name].findIndex((feature) => feature.id === id);
      const feature = venue[name][index];
      if (!feature) continue;
      const area = editArea(areaOf(feature), ring, edit);
      const field = name === 'levels' ? 'outline' : 'area';
      return area ? replaced(document, name, index, { ...feature, [field]: area }) : document;
    }
    for (const name of LINES) {
      const index = venue[name].findIndex((feature) => feature.id === id);
      const feature = venue[name][index];
      if (!feature || ring !== 0) continue;
      const line = edit(feature.line, 2);
      return isMoved(feature.line, line) ? replaced(document, name, index, { ...feature, line }) : document;
    }
    return document;
  };
}

function replaced<D extends HallDocument>(
  document: D,
  name: (typeof AREAS)[number] | (typeof LINES)[number],
  index: number,
  feature: object,
): D {
  const list = (document.venue[name] as readonly object[]).with(index, feature);
  return withEntities(document, new Map([[name, list as readonly Entity[]]]));
}

const SAME = 0.0005; // metres: the studio keeps millimetres

const isMoved = (before: readonly Point[], after: readonly Point[]): boolean =>
  before.length !== after.length ||
  before.some(({ x, y }, i) => Math.max(Math.abs(x - after[i]!.x), Math.abs(y - after[i]!.y)) >= SAME);

type PointsEdit = (points: readonly Point[], least: number) => readonly Point[];

/** An area with one of its rings edited; undefined where that changes nothing or makes no sound polygon. */
function editArea(area: MultiPolygon, ring: number, edit: PointsEdit): MultiPolygon | undefined {
  let first = 0;
  for (const [i, { outer, holes }] of area.entries()) {
    const rings: Ring[] = [outer, ...holes];
    const at = ring - first;
    first += rings.length;
    const points = at < 0 ? undefined : rings[at];
    if (!points) continue;
    const edited = edit(points, 3);
    if (!isMoved(points, edited)) return undefined;
    const [newOuter, ...newHoles] = rings.with(at, edited);
    const polygon = soundPolygon(newOuter!, newHoles);
    return polygon && area.with(i, polygon);
  }
  return undefined;
}
