import type { Point } from '@daoyin/geometry';
import type { FeatureId, Venue } from '../../types';
import { type CollectionName, type Entity, withEntities } from '../collections';
import type { Action } from '../document';
import { mapArea } from './edit-features';
import { neat } from './sound-polygon';

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
