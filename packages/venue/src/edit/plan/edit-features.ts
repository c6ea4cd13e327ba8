import type { MultiPolygon, Point } from '@daoyin/geometry';
import type { FeatureId, Venue } from '../../types';
import {
  type CollectionName,
  type Entity,
  entitiesOf,
  VENUE_COLLECTIONS,
  type VenueCollection,
  withEntities,
} from '../collections';
import type { Action, HallDocument } from '../document';

/** A feature as its collection holds it. */
export type FeatureOf<C extends VenueCollection> = Venue[C][number];

/** Adds features to their collections; one whose id is taken is left out. */
export function addFeatures(features: { readonly [C in VenueCollection]?: readonly FeatureOf<C>[] }): Action {
  return (document) => {
    const lists = new Map<CollectionName, readonly Entity[]>();
    for (const [name, added] of Object.entries(features) as unknown as [
      VenueCollection,
      readonly Entity[],
    ][]) {
      const present = entitiesOf(document, name);
      const taken = new Set(present.map(({ id }) => id));
      const fresh = added.filter(({ id }) => !taken.has(id));
      if (fresh.length > 0) lists.set(name, [...present, ...fresh]);
    }
    return withEntities(document, lists);
  };
}

/** Changes the features of one collection whose ids are given. */
export function editFeatures<C extends VenueCollection>(
  collection: C,
  ids: Iterable<FeatureId>,
  edit: (feature: FeatureOf<C>) => FeatureOf<C>,
): Action {
  const chosen = new Set(ids);
  return (document) => {
    const present = entitiesOf(document, collection) as unknown as readonly FeatureOf<C>[];
    const edited = present.map((feature) => (chosen.has(feature.id) ? edit(feature) : feature));
    if (edited.every((feature, i) => feature === present[i])) return document;
    return withEntities(document, new Map([[collection, edited as unknown as readonly Entity[]]]));
  };
}

/** Types fields of features; `undefined` takes a field away. */
export function setFeatures<C extends VenueCollection>(
  collection: C,
  ids: Iterable<FeatureId>,
  fields: { readonly [K in keyof FeatureOf<C>]?: FeatureOf<C>[K] | undefined },
): Action {
  return editFeatures(collection, ids, (feature) => {
    const names = Object.keys(fields) as (keyof FeatureOf<C>)[];
    if (names.every((name) => feature[name] === fields[name])) return feature;
    const entries = Object.entries({ ...feature, ...fields }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as unknown as FeatureOf<C>;
  });
}

/** Deletes features with what cannot stand without them: the place and the window of a counter, the flight of a lift that serves one storey. */
export function deleteFeatures(ids: Iterable<FeatureId>): Action {
  const gone = new Set(ids);
  return (document) => {
    const { venue } = document;
    for (const { id, anchorId } of [...venue.fixtures, ...venue.kiosks])
      if (gone.has(id) && anchorId && !isUsed(venue, anchorId, gone)) gone.add(anchorId);
    for (const { id, anchorId } of venue.occupants) if (gone.has(anchorId)) gone.add(id);
    const lists = new Map<CollectionName, readonly Entity[]>();
    for (const name of collectionsWithFeatures) {
      const present = entitiesOf(document, name);
      const kept = present
        .filter(({ id }) => !gone.has(id as string))
        .map((entity) => withoutReferences(name, entity, gone))
        .filter((entity) => entity !== undefined);
      if (kept.length !== present.length || kept.some((entity, i) => entity !== present[i]))
        lists.set(name, kept);
    }
    return withEntities(document, lists);
  };
}

const collectionsWithFeatures: readonly CollectionName[] = [
  ...VENUE_COLLECTIONS.filter((name) => name !== 'levels'),
  'closures',
];

function isUsed({ fixtures, kiosks }: Venue, anchorId: FeatureId, gone: ReadonlySet<FeatureId>): boolean {
  return [...fixtures, ...kiosks].some((feature) => feature.anchorId === anchorId && !gone.has(feature.id));
}

/** An entity without what it says of features that are gone; undefined where nothing is left of it. */
function withoutReferences(
  collection: CollectionName,
  entity: Entity,
  gone: ReadonlySet<FeatureId>,
): Entity | undefined {
  const { unitId, anchorId } = entity;
  if (collection === 'anchors' && typeof unitId === 'string' && gone.has(unitId))
    return omit(entity, 'unitId');
  const isCounter = collection === 'fixtures' || collection === 'kiosks';
  if (isCounter && typeof anchorId === 'string' && gone.has(anchorId)) return omit(entity, 'anchorId');
  const lists = { amenities: 'unitIds', connectors: 'unitIds', closures: 'featureIds' } as const;
  const field = lists[collection as keyof typeof lists];
  if (field === undefined) return entity;
  const named = entity[field] as readonly FeatureId[];
  const kept = named.filter((id) => !gone.has(id));
  if (kept.length === named.length) return entity;
  const least = { amenities: 0, connectors: 2, closures: 1 }[collection as keyof typeof lists];
  return kept.length < least ? undefined : { ...entity, [field]: kept };
}

function omit(entity: Entity, field: string): Entity {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => name !== field));
}

export function mapArea(area: MultiPolygon, map: (point: Point) => Point): MultiPolygon {
  return area.map(({ outer, holes }) => ({
    outer: outer.map(map),
    holes: holes.map((hole) => hole.map(map)),
  }));
}

/** The collection that a feature is in; undefined where the document has none of that id. */
export function collectionOf({ venue }: HallDocument, id: FeatureId): VenueCollection | undefined {
  return VENUE_COLLECTIONS.find((name) => venue[name].some((feature) => feature.id === id));
}
