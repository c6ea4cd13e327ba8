import type { Venue } from '../types';
import type { HallDocument } from './document';
import { settled } from './settle';

/** The collections of a venue that are edited; its windows follow from them. */
export const VENUE_COLLECTIONS = [
  'levels',
  'units',
  'openings',
  'fixtures',
  'kiosks',
  'sections',
  'amenities',
  'anchors',
  'occupants',
  'details',
  'connectors',
] as const satisfies readonly (keyof Venue)[];

export type VenueCollection = (typeof VENUE_COLLECTIONS)[number];

/** One list of keyed entities of a document; `hall` has one entity, of what there is one of. */
export type CollectionName = VenueCollection | 'hall' | 'beacons' | 'closures' | `catalogue.${string}`;

/** A feature, beacon, closure or record of the catalogue as fields. */
export type Entity = Readonly<Record<string, unknown>>;

const CATALOGUE = 'catalogue.';
const HALL_KEY = 'hall';
const KEYS = ['id', 'number', 'letter', 'featureId'] as const;

/** What an entity is known by in its collection: its `id`, else a window's number, a series' letter, a door's feature; '' where it has none. */
export function keyOf(collection: CollectionName, entity: Entity): string {
  if (collection === 'hall') return HALL_KEY;
  const key = entity[KEYS.find((name) => entity[name] !== undefined) ?? 'id'];
  return typeof key === 'string' || typeof key === 'number' ? String(key) : '';
}

/** The names of all collections of a document. */
export function collectionsOf({ catalogue }: HallDocument): readonly CollectionName[] {
  const lists = Object.entries(catalogue ?? {}).filter(([, value]) => isKeyedList(value));
  return [
    'hall',
    ...VENUE_COLLECTIONS,
    'beacons',
    'closures',
    ...lists.map(([name]) => `${CATALOGUE}${name}` as const),
  ];
}

/** The entities of a collection in their order; the very same list as long as nothing in it changes, but for `hall`. */
export function entitiesOf(document: HallDocument, collection: CollectionName): readonly Entity[] {
  const { venue, register, closures, catalogue } = document;
  if (collection === 'hall') return [hallOf(document)];
  if (collection === 'beacons') return asEntities(register.beacons);
  if (collection === 'closures') return asEntities(closures);
  if (collection.startsWith(CATALOGUE)) {
    const list = (catalogue as Entity | null)?.[collection.slice(CATALOGUE.length)];
    return isKeyedList(list) ? list : [];
  }
  return asEntities(venue[collection as VenueCollection]).filter(isGiven);
}

/** A document with some of its collections replaced, and what follows from them made anew. */
export function withEntities<D extends HallDocument>(
  document: D,
  lists: ReadonlyMap<CollectionName, readonly Entity[]>,
): D {
  if (lists.size === 0) return document;
  const venue: Record<string, unknown> = {};
  const catalogue: Record<string, unknown> = {};
  let next: HallDocument = document;
  for (const [name, list] of lists) {
    if (name === 'hall') next = withHall(next, list[0] ?? {});
    else if (name === 'beacons') next = { ...next, register: { ...next.register, beacons: list as never } };
    else if (name === 'closures') next = { ...next, closures: list as never };
    else if (name.startsWith(CATALOGUE)) catalogue[name.slice(CATALOGUE.length)] = list;
    else venue[name] = list;
  }
  if (Object.keys(venue).length > 0) next = { ...next, venue: { ...next.venue, ...venue } };
  if (Object.keys(catalogue).length > 0) next = { ...next, catalogue: { ...next.catalogue, ...catalogue } };
  return settled(document, next as D);
}

/** What a document has one of, as the fields of one entity: those of the venue, the register, and the catalogue's `hours`, … */
function hallOf({ venue, register, catalogue }: HallDocument): Entity {
  const plain = Object.entries(catalogue ?? {}).filter(([, value]) => !isKeyedList(value));
  return {
    id: venue.id,
    name: venue.name,
    origin: venue.origin,
    registerVenue: register.venue,
    calibration: register.calibration,
    ...Object.fromEntries(plain.map(([name, value]) => [`${CATALOGUE}${name}`, value])),
  };
}

function withHall(document: HallDocument, fields: Entity): HallDocument {
  const { calibration: _, ...register } = document.register;
  const plain = Object.entries(fields).filter(
    ([name, value]) => name.startsWith(CATALOGUE) && value !== undefined,
  );
  const kept = Object.entries(document.catalogue ?? {}).flatMap(([name, value]) =>
    Array.isArray(value) ? [[name, isKeyedList(value) ? value : []] as const] : [],
  ); // a list whose last entry went is empty, not absent
  const entries = [...kept, ...plain.map(([name, value]) => [name.slice(CATALOGUE.length), value] as const)];
  return {
    ...document,
    venue: {
      ...document.venue,
      id: fields.id as string,
      name: fields.name as Venue['name'],
      origin: fields.origin as Venue['origin'],
    },
    register: {
      ...register,
      venue: String(fields.registerVenue ?? ''),
      ...(fields.calibration !== undefined && { calibration: fields.calibration }),
    },
    catalogue: document.catalogue === null && entries.length === 0 ? null : Object.fromEntries(entries),
  };
}

/** A list whose records have keys: merged by entity. Others, such as the days of a holiday, are one field. */
function isKeyedList(value: unknown): value is readonly Entity[] {
  return (
    Array.isArray(value) &&
    value.every(
      (entry) =>
        typeof entry === 'object' && entry !== null && KEYS.some((key) => typeof entry[key] === 'string'),
    )
  );
}

const asEntities = (list: readonly object[]): readonly Entity[] => list as readonly Entity[];

/** A connector that was assumed follows from the units, and is nobody's edit. */
const isGiven = (entity: Entity): boolean => entity.assumed !== true;
