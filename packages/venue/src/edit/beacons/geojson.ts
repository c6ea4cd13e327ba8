import { venueFrame } from '@daoyin/geometry';
import { featureCollection, toPointGeometry } from '../../archive/draft';
import { isRecord, readCollections } from '../../archive/read-collections';
import { asLngLat } from '../../archive/read-geometry';
import { readBeaconRegister } from '../../beacons/read-register';
import type { ArchiveFiles, Beacon, BeaconRegister, BeaconRegisterResult, Venue } from '../../types';
import { uuidOf } from '../../uuid';

export const BEACON_EXTENSION = 'imdf:extension:daoyin:beacon#1.0.0';
export const BEACON_FILE = 'daoyin.beacon.geojson';
const FEATURE_TYPE = 'daoyin:beacon';

/** An archive with its beacons as features of an extension, which the manifest names; other readers pass over them. */
export function withBeaconExtension(
  files: ArchiveFiles,
  venue: Venue,
  register: BeaconRegister,
): ArchiveFiles {
  const manifest = readManifest(files);
  const extensions = Array.isArray(manifest.extensions) ? manifest.extensions : [];
  const named = { ...manifest, extensions: [...new Set([...extensions, BEACON_EXTENSION])] };
  return new Map([
    ...files,
    ['manifest.json', `${JSON.stringify(named, undefined, 2)}\n`],
    [BEACON_FILE, beaconExtension(venue, register)],
  ]);
}

/** That extension's file alone: a collection of features with a point each, and their storey by its id. */
export function beaconExtension(venue: Venue, register: BeaconRegister): string {
  const frame = venueFrame(venue.origin);
  const levelIds = new Map(venue.levels.map(({ shortName, id }) => [shortName, id]));
  const features = register.beacons.map(({ at, level, ...properties }) => ({
    id: uuidOf(`beacon ${venue.id} ${properties.id}`),
    type: 'Feature',
    feature_type: FEATURE_TYPE,
    geometry: at ? toPointGeometry(at, frame) : null,
    properties: { ...properties, level_id: levelIds.get(at?.level ?? level ?? '') ?? null },
  }));
  return featureCollection(features, { venue: register.venue });
}

/** The beacons of an archive's extension; undefined where it has none. */
export function readBeaconExtension(files: ArchiveFiles, venue: Venue): BeaconRegisterResult | undefined {
  const collections = readCollections(files, () => undefined);
  const found = [...collections].flatMap(([file, { members, values }]) => {
    const features = values.filter((value) => isRecord(value) && value.feature_type === FEATURE_TYPE);
    return features.length > 0 || file === BEACON_FILE ? [{ file, members, features }] : [];
  })[0];
  if (!found) return undefined;
  const frame = venueFrame(venue.origin);
  const levels = new Map(venue.levels.map(({ shortName, id }) => [id, shortName]));
  const beacons = found.features.map((feature) => {
    const { properties, geometry } = feature as Record<string, unknown>;
    const { level_id, ...fields } = isRecord(properties) ? properties : {};
    const lngLat = isRecord(geometry) ? asLngLat(geometry.coordinates) : undefined;
    const level = levels.get(String(level_id));
    return { ...fields, level, ...(lngLat && roundedPoint(frame.lngLatToVenue(lngLat))) };
  });
  const name = String((found.members as Record<string, unknown>).venue ?? '');
  return readBeaconRegister({ venue: name, beacons }, { venue, file: found.file });
}

/** Degrees hold a tenth of a millimetre; the studio keeps millimetres. */
const roundedPoint = ({ x, y }: NonNullable<Beacon['at']> | { x: number; y: number }) => ({
  x: Math.round(x * 1000) / 1000 + 0,
  y: Math.round(y * 1000) / 1000 + 0,
});

function readManifest(files: ArchiveFiles): Record<string, unknown> {
  const content = files.get('manifest.json');
  if (content === undefined) return {};
  try {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
