import { venueFrame } from '@daoyin/geometry';
import { isRecord, readCollections } from '../../archive/read-collections';
import { asLngLat } from '../../archive/read-geometry';
import { readBeaconRegister } from '../../beacons/read-register';
import type { ArchiveFiles, Beacon, BeaconRegisterResult, Venue } from '../../types';
import { BEACON_FILE, FEATURE_TYPE } from './write-geojson';

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
