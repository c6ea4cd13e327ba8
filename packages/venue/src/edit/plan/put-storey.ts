import { boundsOfAreas, type MultiPolygon, type Point } from '@daoyin/geometry';
import type { Venue } from '../../types';
import { type CollectionName, type Entity, withEntities } from '../collections';
import type { Action } from '../document';
import { mapArea } from './edit-features';
import { neat } from './sound-polygon';

/**
 * Puts the storey of another plan into this one: in place of the level of that name, else as a new one, its middle where that of the old
 * level or, for a new one, of the ground storey was. What else there is of either plan stays as it is.
 */
export function putStorey(from: Venue, level: string): Action {
  return (document) => {
    const { venue } = document;
    const source = from.levels.find(({ shortName }) => shortName === level);
    if (!source) return document;
    const old = venue.levels.find(({ shortName }) => shortName === level);
    const ground = venue.levels.reduce<Venue['levels'][number] | undefined>(
      (a, b) => (a && Math.abs(a.ordinal) <= Math.abs(b.ordinal) ? a : b),
      undefined,
    );
    const to = shiftBetween(source.outline, (old ?? ground)?.outline ?? []);
    const gone = new Set(venue.units.filter((unit) => unit.level === level).map(({ id }) => id));
    const goneAnchors = new Set(venue.anchors.filter(({ at }) => at.level === level).map(({ id }) => id));
    const lists = new Map<CollectionName, readonly Entity[]>();
    const put = <T extends object>(name: CollectionName, kept: readonly T[], fresh: readonly T[]) =>
      lists.set(name, [...kept, ...fresh] as unknown as readonly Entity[]);
    const outline = mapArea(source.outline, to);
    const buildingIds = old?.buildingIds ?? ground?.buildingIds ?? source.buildingIds;
    const fresh = old ? { ...old, outline } : { ...source, outline, buildingIds };
    put(
      'levels',
      venue.levels.filter((one) => one !== old),
      [fresh],
    );
    for (const name of ['units', 'fixtures', 'kiosks', 'sections'] as const) {
      const moved = (from[name] as readonly Venue['kiosks'][number][])
        .filter((feature) => feature.level === level)
        .map((feature) => ({ ...feature, area: mapArea(feature.area, to) }));
      put(name, elsewhere(venue[name] as readonly Venue['kiosks'][number][], level), moved);
    }
    for (const name of ['openings', 'details'] as const) {
      const moved = (from[name] as readonly Venue['details'][number][])
        .filter((feature) => feature.level === level)
        .map((feature) => ({ ...feature, line: feature.line.map(to) }));
      put(name, elsewhere(venue[name] as readonly Venue['details'][number][], level), moved);
    }
    const amenities = from.amenities.filter((amenity) => amenity.level === level);
    put(
      'amenities',
      elsewhere(venue.amenities, level),
      amenities.map((amenity) => ({ ...amenity, point: to(amenity.point) })),
    );
    const anchors = from.anchors.filter(({ at }) => at.level === level);
    const anchorIds = new Set(anchors.map(({ id }) => id));
    put(
      'anchors',
      venue.anchors.filter(({ id }) => !goneAnchors.has(id)),
      anchors.map((anchor) => ({ ...anchor, at: { ...to(anchor.at), level } })),
    );
    put(
      'occupants',
      venue.occupants.filter(({ anchorId }) => !goneAnchors.has(anchorId)),
      from.occupants.filter(({ anchorId }) => anchorIds.has(anchorId)),
    );
    const joined = venue.connectors.flatMap((connector) => {
      const unitIds = connector.unitIds.filter((id) => !gone.has(id));
      return unitIds.length < 2
        ? []
        : [unitIds.length < connector.unitIds.length ? { ...connector, unitIds } : connector];
    });
    lists.set('connectors', joined as unknown as readonly Entity[]);
    return withEntities(document, lists);
  };
}

const elsewhere = <T extends { readonly level: string }>(
  features: readonly T[],
  level: string,
): readonly T[] => features.filter((feature) => feature.level !== level);

/** Moves the middle of one area to that of another; where there is none, nowhere. */
function shiftBetween(from: MultiPolygon, to: MultiPolygon): (point: Point) => Point {
  if (from.length === 0 || to.length === 0) return neat;
  const [a, b] = [boundsOfAreas(from), boundsOfAreas(to)];
  const [dx, dy] = [(b.minX + b.maxX - a.minX - a.maxX) / 2, (b.minY + b.maxY - a.minY - a.maxY) / 2];
  return ({ x, y }) => neat({ x: x + dx, y: y + dy });
}
