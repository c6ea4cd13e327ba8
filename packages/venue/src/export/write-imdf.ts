import { featureCollection } from '../archive/draft';
import { FEATURE_TYPES, type FeatureType } from '../archive/feature-type';
import { type Collection, readCollections } from '../archive/read-collections';
import { featuresOf, type RawFeature } from '../archive/read-features';
import { readVenue } from '../archive/read-venue';
import type { ArchiveFiles, FeatureId, Venue } from '../types';
import { uuidOf } from '../uuid';
import type { PlainFeature, PlainFeatures } from './plain-feature';
import { toFeatures } from './to-features';

export interface WriteOptions {
  /** The archive that the document was read from: what was not changed stays as it stands there, to the letter. */
  readonly base?: ArchiveFiles;
  /** When the archive is written, for the manifest of a new one. */
  readonly atMs?: number;
}

/**
 * The files of an IMDF 1.0.0 archive. With a `base` only what differs between it and the document is written: unread
 * properties, features that the document does not know, broken features and files beside IMDF are kept. Without one,
 * address, building and footprint are made up from the venue's name and outline.
 */
export function writeImdf(venue: Venue, { base = new Map(), atMs = 0 }: WriteOptions = {}): ArchiveFiles {
  const collections = readCollections(base, () => undefined);
  const raw = featuresOf(collections, () => undefined);
  const before = readVenue(base);
  const was: PlainFeatures = before.ok ? toFeatures(before.venue) : new Map();
  const now = toFeatures(venue);
  const merged = before.ok ? relationshipsBehind(before.venue) : new Map<FeatureId, FeatureId>();
  const edits: Edits = { replaced: new Map(), added: new Map() };
  for (const type of FEATURE_TYPES) {
    editType(edits, type, raw.get(type)!, was.get(type) ?? [], now.get(type) ?? [], merged);
  }
  const files = new Map(base);
  applyEdits(files, collections, edits);
  if (!before.ok) addSurroundings(files, venue, atMs);
  return files;
}

/** What is to change in the files: features as they stand, with what takes their place if anything does; new ones by file. */
interface Edits {
  readonly replaced: Map<unknown, object | undefined>;
  readonly added: Map<string, object[]>;
}

/** The further relationships of a shaft that became one connector, each with the id of that connector. */
function relationshipsBehind({ connectors }: Venue): ReadonlyMap<FeatureId, FeatureId> {
  return new Map(
    connectors.flatMap(({ id, relationshipIds = [] }) =>
      relationshipIds.filter((other) => other !== id).map((other) => [other, id] as const),
    ),
  );
}

function editType(
  { replaced, added }: Edits,
  type: FeatureType,
  given: readonly RawFeature[],
  was: readonly PlainFeature[],
  now: readonly PlainFeature[],
  merged: ReadonlyMap<FeatureId, FeatureId>,
): void {
  const before = new Map(was.map((feature) => [feature.id, feature]));
  const after = new Map(now.map((feature) => [feature.id, feature]));
  const shafts = new Set(merged.values());
  for (const feature of given) {
    const key = type === 'relationship' ? (merged.get(feature.id) ?? feature.id) : feature.id;
    const [old, current] = [before.get(key), after.get(key)];
    if (!old || isSame(old, current)) continue; // what the document does not know stays as it stands
    const gone = !current || key !== feature.id;
    replaced.set(feature.raw, gone ? undefined : changed(feature, old, current, shafts.has(key)));
  }
  const known = new Set(given.map(({ id }) => id));
  const news = now.filter(({ id }) => !known.has(id)).map((feature) => created(type, feature));
  const file = given[0]?.file ?? `${type}.geojson`;
  if (news.length > 0) added.set(file, [...(added.get(file) ?? []), ...news]);
}

/** Rewrites the files that an edit touches, and only those. */
function applyEdits(
  files: Map<string, Uint8Array | string>,
  collections: ReadonlyMap<string, Collection>,
  { replaced, added }: Edits,
): void {
  for (const file of new Set([...collections.keys(), ...added.keys()])) {
    const { members, values } = collections.get(file) ?? { members: {}, values: [] };
    const news = added.get(file) ?? [];
    if (news.length === 0 && !values.some((value) => replaced.has(value))) continue;
    const kept = values.flatMap((value) => (replaced.has(value) ? (replaced.get(value) ?? []) : [value]));
    files.set(file, featureCollection([...kept, ...news], members));
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The feature of the base with what the document changed. `whole` writes all fields: a shaft's first relationship says
 * nothing of the storeys that the others gave.
 */
function changed(feature: RawFeature, old: PlainFeature, current: PlainFeature, whole: boolean): object {
  const fields = Object.entries(current.properties).filter(
    ([key, value]) => !isSame(value, old.properties[key]),
  );
  const moved = !isSame(old.geometry, current.geometry);
  return {
    ...feature.raw,
    ...(moved && { geometry: current.geometry }),
    properties: { ...feature.properties, ...(whole ? current.properties : Object.fromEntries(fields)) },
  };
}

function created(type: FeatureType, { id, geometry, properties }: PlainFeature): object {
  return { id, type: 'Feature', feature_type: type, geometry, properties };
}

/** What IMDF asks for around the levels, for an archive that did not exist before. Buildings that levels name keep their ids. */
function addSurroundings(files: Map<string, Uint8Array | string>, venue: Venue, atMs: number): void {
  const [address, building, footprint] = ['address', 'building', 'footprint'].map((type) =>
    uuidOf(`${type} ${venue.id}`),
  ) as [FeatureId, FeatureId, FeatureId];
  const name = Object.values(venue.name)[0] ?? venue.id;
  const plain = toFeatures(venue);
  const place = plain.get('venue')![0]!;
  const put = (type: FeatureType, ...features: PlainFeature[]) =>
    files.set(`${type}.geojson`, featureCollection(features.map((feature) => created(type, feature))));
  const where = { address: name, unit: null, locality: name, province: null, country: 'ZZ' };
  put('address', { id: address, geometry: null, properties: where });
  const levels = plain.get('level')!.map((level, i) => {
    const named = venue.levels[i]!.buildingIds;
    return {
      ...level,
      properties: { ...level.properties, building_ids: named.length > 0 ? named : [building] },
    };
  });
  put('level', ...levels);
  const buildings = [...new Set(levels.flatMap(({ properties }) => properties.building_ids))];
  const shared = { ...place.properties, category: 'unspecified', address_id: address };
  put('building', ...buildings.map((id) => ({ id, geometry: null, properties: shared })));
  const ground = { category: 'ground', name: null, building_ids: buildings };
  put('footprint', { id: footprint, geometry: place.geometry, properties: ground });
  put('venue', {
    id: venue.id,
    geometry: place.geometry,
    properties: { ...place.properties, address_id: address },
  });
  const language = Object.keys(venue.name)[0] ?? 'und';
  const manifest = {
    version: '1.0.0',
    created: new Date(atMs).toISOString(),
    generated_by: 'daoyin',
    language,
  };
  files.set('manifest.json', `${JSON.stringify(manifest, undefined, 2)}\n`);
}
