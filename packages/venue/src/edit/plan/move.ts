import type { MultiPolygon, Point, Ring } from '@daoyin/geometry';
import type { FeatureId, Venue } from '../../types';
import { type CollectionName, type Entity, withEntities } from '../collections';
import type { Action } from '../document';
import { mapArea } from './edit-features';
import { neat, soundPolygon } from './sound-polygon';

type Move = (point: Point) => Point;

/** Moves features by metres; the places of windows go with their counters. */
export function moveFeatures(ids: Iterable<FeatureId>, right: number, up: number): Action {
  return transform(ids, ({ x, y }) => ({ x: x + right, y: y + up }));
}

/** Turns features about a point, by radians counter-clockwise. */
export function rotateFeatures(ids: Iterable<FeatureId>, about: Point, angle: number): Action {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return transform(ids, ({ x, y }) => ({
    x: about.x + (x - about.x) * cos - (y - about.y) * sin,
    y: about.y + (x - about.x) * sin + (y - about.y) * cos,
  }));
}

function transform(ids: Iterable<FeatureId>, move: Move): Action {
  return (document) => {
    const { venue } = document;
    const chosen = withAnchors(venue, ids);
    const to: Move = (point) => neat(move(point));
    const lists = new Map<CollectionName, readonly Entity[]>();
    const edit = <F extends { readonly id: FeatureId }>(
      name: CollectionName,
      list: readonly F[],
      moved: (f: F) => F,
    ) => {
      if (!list.some(({ id }) => chosen.has(id))) return;
      const edited = list.map((feature) => (chosen.has(feature.id) ? moved(feature) : feature));
      lists.set(name, edited as unknown as readonly Entity[]);
    };
    edit('units', venue.units, (unit) => ({
      ...unit,
      area: mapArea(unit.area, to),
      ...(unit.displayPoint && { displayPoint: to(unit.displayPoint) }),
    }));
    for (const name of ['fixtures', 'kiosks', 'sections'] as const) {
      edit(name, venue[name] as readonly Venue['kiosks'][number][], (f) => ({
        ...f,
        area: mapArea(f.area, to),
      }));
    }
    edit('openings', venue.openings, (opening) => ({ ...opening, line: opening.line.map(to) }));
    edit('details', venue.details, (detail) => ({ ...detail, line: detail.line.map(to) }));
    edit('amenities', venue.amenities, (amenity) => ({ ...amenity, point: to(amenity.point) }));
    edit('anchors', venue.anchors, (anchor) => ({
      ...anchor,
      at: { ...to(anchor.at), level: anchor.at.level },
    }));
    return withEntities(document, lists);
  };
}

/** The features with the anchors of those among them that have one. */
function withAnchors(
  { fixtures, kiosks, occupants }: Venue,
  ids: Iterable<FeatureId>,
): ReadonlySet<FeatureId> {
  const chosen = new Set(ids);
  for (const { id, anchorId } of [...fixtures, ...kiosks, ...occupants])
    if (chosen.has(id) && anchorId) chosen.add(anchorId);
  return chosen;
}

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

function editPoints({ id, ring }: Pick<VertexRef, 'id' | 'ring'>, edit: PointsEdit): Action {
  return (document) => {
    const { venue } = document;
    for (const name of ['units', 'fixtures', 'kiosks', 'sections'] as const) {
      const index = venue[name].findIndex((feature) => feature.id === id);
      const feature = venue[name][index];
      if (!feature) continue;
      const area = editArea(feature.area, ring, edit);
      if (!area) return document;
      const list = (venue[name] as readonly object[]).with(index, { ...feature, area });
      return withEntities(document, new Map([[name, list as readonly Entity[]]]));
    }
    for (const name of ['openings', 'details'] as const) {
      const index = venue[name].findIndex((feature) => feature.id === id);
      const feature = venue[name][index];
      if (!feature || ring !== 0) continue;
      const list = (venue[name] as readonly object[]).with(index, {
        ...feature,
        line: edit(feature.line, 2),
      });
      return withEntities(document, new Map([[name, list as readonly Entity[]]]));
    }
    return document;
  };
}

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
    if (edited === points) return undefined;
    const [newOuter, ...newHoles] = rings.with(at, edited);
    const polygon = soundPolygon(newOuter!, newHoles);
    return polygon && area.with(i, polygon);
  }
  return undefined;
}
