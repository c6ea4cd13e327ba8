import { venueFrame } from '@daoyin/geometry';
import { featureCollection, toPointGeometry } from '../../archive/draft';
import { isRecord } from '../../archive/read-collections';
import type { ArchiveFiles, BeaconRegister, Venue } from '../../types';
import { uuidOf } from '../../uuid';

export const BEACON_EXTENSION = 'imdf:extension:daoyin:beacon#1.0.0';
export const BEACON_FILE = 'daoyin.beacon.geojson';
export const FEATURE_TYPE = 'daoyin:beacon';

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
