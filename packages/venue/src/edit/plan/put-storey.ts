import { boundsOfAreas, type MultiPolygon, type Point } from '@daoyin/geometry';
import { STOREY_HEIGHT } from '../../archive/read-levels';
import type { FeatureId, Level, Venue } from '../../types';
import { uuidOf } from '../../uuid';
import { VENUE_COLLECTIONS, type VenueCollection, withEntities } from '../collections';
import { type Action, type HallDocument, sequence } from '../document';
import { addFeatures, deleteFeatures, mapArea } from './edit-features';
import { neat } from './sound-polygon';

/**
 * Puts the storey of another plan into this one: in place of the level of that name, else as a new one, its middle where that of the old
 * level or, for a new one, of the ground storey was. What else there is of either plan stays as it is; an id that is taken elsewhere in
 * this plan becomes another.
 */
export function putStorey(from: Venue, level: string): Action {
  return (document) => {
    const { levels } = document.venue;
    const source = from.levels.find(({ shortName }) => shortName === level);
    if (!source) return document;
    const old = levels.find(({ shortName }) => shortName === level);
    const to = shiftBetween(source.outline, (old ?? groundOf(levels))?.outline ?? []);
    const outline = mapArea(source.outline, to);
    const gone = idsOf(storeyOf(document.venue, level));
    const put = sequence(
      deleteFeatures(gone),
      putLevel(old ? { ...old, outline } : newLevel({ ...source, outline }, levels)),
      addStorey(moved(storeyOf(from, level), to), level),
    );
    return put(document);
  };
}

/** What stands on a level, or is done there. */
type Storey = { readonly [C in Exclude<VenueCollection, 'levels' | 'connectors'>]: Venue[C] };

function storeyOf(venue: Venue, level: string): Storey {
  const isOn = (feature: { readonly level: string }) => feature.level === level;
  const anchors = venue.anchors.filter(({ at }) => at.level === level);
  const anchorIds = new Set(anchors.map(({ id }) => id));
  return {
    units: venue.units.filter(isOn),
    openings: venue.openings.filter(isOn),
    fixtures: venue.fixtures.filter(isOn),
    kiosks: venue.kiosks.filter(isOn),
    sections: venue.sections.filter(isOn),
    amenities: venue.amenities.filter(isOn),
    details: venue.details.filter(isOn),
    anchors,
    occupants: venue.occupants.filter(({ anchorId }) => anchorIds.has(anchorId)),
  };
}

const idsOf = (storey: Storey): readonly FeatureId[] =>
  Object.values(storey).flatMap((list: readonly { readonly id: FeatureId }[]) => list.map(({ id }) => id));

function moved(storey: Storey, to: (point: Point) => Point): Storey {
  const areas = <T extends { readonly area: MultiPolygon }>(features: readonly T[]): readonly T[] =>
    features.map((feature) => ({ ...feature, area: mapArea(feature.area, to) }));
  const units = storey.units.map((unit) => ({
    ...unit,
    ...(unit.displayPoint && { displayPoint: to(unit.displayPoint) }),
  }));
  return {
    ...storey,
    units: areas(units),
    fixtures: areas(storey.fixtures),
    kiosks: areas(storey.kiosks),
    sections: areas(storey.sections),
    openings: storey.openings.map((opening) => ({ ...opening, line: opening.line.map(to) })),
    details: storey.details.map((detail) => ({ ...detail, line: detail.line.map(to) })),
    amenities: storey.amenities.map((amenity) => ({ ...amenity, point: to(amenity.point) })),
    anchors: storey.anchors.map((anchor) => ({ ...anchor, at: { ...anchor.at, ...to(anchor.at) } })),
  };
}

/** Importers name rooms by their place in the drawing, so that two drawings may give one id to two rooms. */
function addStorey(storey: Storey, level: string): Action {
  return (document) => addFeatures(renamed(storey, level, idsTaken(document)))(document);
}

function idsTaken({ venue }: HallDocument): ReadonlySet<FeatureId> {
  const lists = VENUE_COLLECTIONS.map((name): readonly { readonly id: FeatureId }[] => venue[name]);
  return new Set(lists.flatMap((list) => list.map(({ id }) => id)));
}

function renamed(storey: Storey, level: string, taken: ReadonlySet<FeatureId>): Storey {
  const clashes = idsOf(storey).filter((id) => taken.has(id));
  if (clashes.length === 0) return storey;
  const names = new Map(clashes.map((id) => [id, freeId(id, level, taken)]));
  const other = (value: unknown) => names.get(value as FeatureId) ?? value;
  const rename = (entity: object) =>
    Object.fromEntries(
      Object.entries(entity).map(([field, value]) => [
        field,
        Array.isArray(value) ? value.map(other) : other(value),
      ]),
    );
  const lists = Object.entries(storey).map(([name, list]) => [name, list.map(rename)]);
  return Object.fromEntries(lists) as Storey;
}

function freeId(id: FeatureId, level: string, taken: ReadonlySet<FeatureId>): FeatureId {
  let next = uuidOf(`${id} on ${level}`);
  while (taken.has(next)) next = uuidOf(next);
  return next;
}

function putLevel(level: Level): Action {
  return (document) => {
    const others = document.venue.levels.filter(({ shortName }) => shortName !== level.shortName);
    const id = others.some((other) => other.id === level.id)
      ? freeId(level.id, level.shortName, idsTaken(document))
      : level.id;
    return withEntities(document, new Map([['levels', [...others, { ...level, id }] as never]]));
  };
}

/** A storey more in the building of the ground; above all others where there is one at its height already. */
function newLevel(level: Level, levels: readonly Level[]): Level {
  const buildingIds = groundOf(levels)?.buildingIds ?? level.buildingIds;
  const top = levels.at(-1);
  const ordinal = (top?.ordinal ?? 0) + 1;
  if (!top || levels.every(({ ordinal }) => ordinal !== level.ordinal)) return { ...level, buildingIds };
  return { ...level, buildingIds, ordinal, elevation: ordinal * STOREY_HEIGHT };
}

const groundOf = (levels: readonly Level[]): Level | undefined =>
  levels.reduce<Level | undefined>(
    (a, b) => (a && Math.abs(a.ordinal) <= Math.abs(b.ordinal) ? a : b),
    undefined,
  );

/** Moves the middle of one area to that of another; where there is none, nowhere. */
function shiftBetween(from: MultiPolygon, to: MultiPolygon): (point: Point) => Point {
  if (from.length === 0 || to.length === 0) return neat;
  const [a, b] = [boundsOfAreas(from), boundsOfAreas(to)];
  const [dx, dy] = [(b.minX + b.maxX - a.minX - a.maxX) / 2, (b.minY + b.maxY - a.minY - a.maxY) / 2];
  return ({ x, y }) => neat({ x: x + dx, y: y + dy });
}
