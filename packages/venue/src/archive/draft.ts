import type { LngLat, MultiPolygon, Point, Polyline, Ring, VenueFrame } from '@daoyin/geometry';
import type { ArchiveFiles, FeatureId } from '../types';
import { uuidOf } from '../uuid';
import type { FeatureType } from './feature-type';

export interface GeoJsonGeometry {
  readonly type: string;
  readonly coordinates: unknown;
}

/** An archive in the making: features are added by a name, which gives the same UUID each time. */
export interface ArchiveDraft {
  readonly add: (
    type: FeatureType,
    name: string,
    geometry: GeoJsonGeometry | null,
    properties: Readonly<Record<string, unknown>>,
  ) => FeatureId;
  readonly files: (manifest: Readonly<Record<string, unknown>>) => ArchiveFiles;
}

export function archiveDraft(): ArchiveDraft {
  const collections = new Map<FeatureType, object[]>();
  return {
    add(type, name, geometry, properties) {
      const id = uuidOf(`${type} ${name}`);
      const feature = { id, type: 'Feature', feature_type: type, geometry, properties };
      const collection = collections.get(type);
      if (collection) collection.push(feature);
      else collections.set(type, [feature]);
      return id;
    },
    files(manifest) {
      const files = [...collections].map(([type, features]) => {
        return [`${type}.geojson`, featureCollection(features)] as const;
      });
      return new Map([['manifest.json', `${JSON.stringify(manifest, undefined, 2)}\n`], ...files]);
    },
  };
}

/** A FeatureCollection with one feature a line, so that a change shows as a diff; `members` beside the features. */
export function featureCollection(
  features: readonly unknown[],
  members: Readonly<Record<string, unknown>> = {},
): string {
  const { features: _, ...others } = { ...members, type: 'FeatureCollection' } as Record<string, unknown>;
  const head = JSON.stringify({ type: 'FeatureCollection', ...others }).slice(0, -1);
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `${head},"features":[\n${lines}\n]}\n`;
}

const DECIMALS = 1e9; // of degrees: a tenth of a millimetre

function toPosition(point: Point, frame: VenueFrame): LngLat {
  const [lng, lat] = frame.venueToLngLat(point);
  return [Math.round(lng * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS];
}

export function toPointGeometry(point: Point, frame: VenueFrame): GeoJsonGeometry {
  return { type: 'Point', coordinates: toPosition(point, frame) };
}

export function toLineGeometry(line: Polyline, frame: VenueFrame): GeoJsonGeometry {
  return { type: 'LineString', coordinates: line.map((point) => toPosition(point, frame)) };
}

/** A Polygon, or a MultiPolygon where there are several; rings closed, outer counter-clockwise (RFC 7946 3.1.6). */
export function toAreaGeometry(areas: MultiPolygon, frame: VenueFrame): GeoJsonGeometry {
  const closed = (ring: Ring) => [...ring, ring[0]!].map((point) => toPosition(point, frame));
  const polygons = areas.map(({ outer, holes }) => [closed(outer), ...holes.map(closed)]);
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
}
