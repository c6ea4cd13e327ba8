import {
  type MultiPolygon,
  type Point,
  type Polygon,
  polygonArea,
  type Ring,
  type VenueFrame,
} from '@daoyin/geometry';
import type { Name } from './elements';
import { idOf } from './ids';

/** GeoJSON as IMDF 1.0.0 (OGC 20-094) uses it. Positions to nine decimals: a tenth of a millimetre. */

export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };
type Position = readonly [number, number];

export interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly feature_type: string;
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

export function feature(
  type: string,
  key: string,
  geometry: Geometry | null,
  properties: Feature['properties'],
): Feature {
  return { type: 'Feature', id: idOf(`${type}/${key}`), feature_type: type, geometry, properties };
}

export const labels = (name: Name | undefined): Readonly<Record<string, string>> | null =>
  name ? { 'zh-Hans': name.zh, en: name.en } : null;

/** The geometries of one venue's frame. */
export function geometries({ venueToLngLat }: VenueFrame) {
  const position = (point: Point): Position => {
    const [lng, lat] = venueToLngLat(point);
    return [round(lng), round(lat)];
  };
  const closed = (ring: Ring): Position[] => [...ring, ring[0]!].map(position);
  const rings = ({ outer, holes }: Polygon) => [outer, ...holes].map(closed);
  return {
    point: (point: Point): Geometry => ({ type: 'Point', coordinates: position(point) }),
    line: (points: readonly Point[]): Geometry => ({ type: 'LineString', coordinates: points.map(position) }),
    area: (areas: MultiPolygon): Geometry =>
      areas.length === 1
        ? { type: 'Polygon', coordinates: rings(areas[0]!) }
        : { type: 'MultiPolygon', coordinates: areas.map(rings) },
  };
}

const round = (degrees: number): number => Math.round(degrees * 1e9) / 1e9;

/** The largest part of an area. */
export const largest = (areas: MultiPolygon): Polygon =>
  areas.reduce((a, b) => (polygonArea(b) > polygonArea(a) ? b : a));
