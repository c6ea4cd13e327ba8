import {
  distance,
  type LngLat,
  type MultiPolygon,
  orientPolygon,
  type Point,
  type Polygon,
  type Polyline,
  type Ring,
  signedArea,
  type VenueFrame,
} from '@daoyin/geometry';
import { isTangled, untangle } from './boolean';
import { isRecord } from './read-collections';
import type { RawFeature } from './read-features';
import { shown } from './report';

const SAME_POINT = 0.001; // m; neighbours nearer than this are one vertex
const LEAST_AREA = 1e-4; // m²; a ring below it encloses nothing
const FARTHEST = 100_000; // m from the venue's origin; beyond it a coordinate is a slip of the pen

/** The Polygon or MultiPolygon of a feature in the venue frame; empty, and reported, where it has none that encloses an area. */
export function readAreas(feature: RawFeature, frame: VenueFrame): MultiPolygon {
  const { type, coordinates } = geometryOf(feature);
  if (type === undefined) return [];
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(polygons)) return wrongGeometry(feature, 'Polygon or MultiPolygon', []);
  const areas = polygons.flatMap((rings) => readPolygon(rings, feature, frame));
  if (areas.length === 0) {
    feature.report('error', 'degenerate-geometry', 'its geometry encloses no area; it is left out.');
  }
  return areas;
}

/** The LineString of a feature (the longest of a MultiLineString), at least two points; empty and reported otherwise. */
export function readLine(feature: RawFeature, frame: VenueFrame): Polyline {
  const { type, coordinates } = geometryOf(feature);
  if (type === undefined) return [];
  if (type !== 'LineString' && type !== 'MultiLineString') return wrongGeometry(feature, 'LineString', []);
  const lines = (type === 'LineString' ? [coordinates] : coordinates) as unknown;
  const candidates = (Array.isArray(lines) ? lines : []).map((line) => readPoints(line, feature, frame));
  const longest = candidates.sort((a, b) => lineLength(b) - lineLength(a))[0] ?? [];
  if (longest.length >= 2) return longest;
  feature.report(
    'error',
    'degenerate-geometry',
    'its line has fewer than two different points; it is left out.',
  );
  return [];
}

/** The Point of a feature; of a Polygon, the mean of its vertices, and reported. */
export function readPoint(feature: RawFeature, frame: VenueFrame): Point | undefined {
  const { type, coordinates } = geometryOf(feature);
  if (type === undefined) return undefined;
  if (type === 'Point') {
    const [point] = readPoints([coordinates], feature, frame);
    return point;
  }
  if (type === 'Polygon' && Array.isArray(coordinates)) {
    const ring = readPoints(coordinates[0], feature, frame);
    feature.report('warning', 'wrong-geometry', 'expected a Point, got a Polygon; its middle is taken.');
    return ring.length > 0 ? mean(ring) : undefined;
  }
  return wrongGeometry(feature, 'Point', undefined);
}

/** A GeoJSON position: two numbers in the range of degrees, no pole, where no way is east; a third is the height, which is not used. */
export function asLngLat(value: unknown): LngLat | undefined {
  if (!Array.isArray(value)) return undefined;
  const [lng, lat] = value as unknown[];
  const valid =
    typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) < 90;
  return valid ? [lng, lat] : undefined;
}

/** Without closing point and repeated vertices. */
export function cleanRing(points: readonly Point[]): Ring {
  const ring = points.filter((point, i) => i === 0 || distance(point, points[i - 1]!) >= SAME_POINT);
  while (ring.length > 1 && distance(ring[0]!, ring.at(-1)!) < SAME_POINT) ring.pop();
  return ring;
}

function geometryOf(feature: RawFeature): {
  readonly type: string | undefined;
  readonly coordinates: unknown;
} {
  const { geometry } = feature;
  if (isRecord(geometry) && typeof geometry.type === 'string') {
    return { type: geometry.type, coordinates: geometry.coordinates };
  }
  const message = `"geometry" is ${shown(geometry)}; but the feature needs a place.`;
  feature.report('error', 'no-geometry', message);
  return { type: undefined, coordinates: undefined };
}

function wrongGeometry<T>(feature: RawFeature, expected: string, instead: T): T {
  const message = `expected a ${expected}, got ${shown(feature.geometry)}; it is left out.`;
  feature.report('error', 'wrong-geometry', message);
  return instead;
}

function readPolygon(rings: unknown, feature: RawFeature, frame: VenueFrame): readonly Polygon[] {
  if (!Array.isArray(rings)) return wrongGeometry(feature, 'list of rings', []);
  const [outer, ...holes] = rings.map((ring, i) => readRing(ring, i, feature, frame));
  if (!outer) return [];
  const polygon = orientPolygon(
    outer,
    holes.filter((hole) => hole !== undefined),
  );
  if (!isTangled(polygon)) return [polygon];
  const mended = untangle(polygon);
  const message = `its outline crosses itself; it is mended into ${mended.length} by the even-odd rule.`;
  feature.report('warning', 'self-intersection', message);
  return mended;
}

function readRing(value: unknown, index: number, feature: RawFeature, frame: VenueFrame): Ring | undefined {
  const points = readPoints(value, feature, frame);
  const ring = cleanRing(points);
  if (points.length > 2 && distance(points[0]!, points.at(-1)!) > SAME_POINT) {
    feature.report('warning', 'ring-not-closed', `ring ${index} does not end where it starts; it is closed.`);
  }
  // The lobes of a figure of eight may cancel: it encloses an area all the same.
  const encloses = Math.abs(signedArea(ring)) >= LEAST_AREA || isTangled({ outer: ring, holes: [] });
  if (ring.length >= 3 && encloses) return ring;
  feature.report('warning', 'degenerate-ring', `ring ${index} encloses no area; it is left out.`);
  return undefined;
}

/** The positions that can be read; the others are said once, since an archive in another frame has thousands. */
function readPoints(value: unknown, feature: RawFeature, frame: VenueFrame): readonly Point[] {
  if (!Array.isArray(value)) return wrongGeometry(feature, 'list of positions', []);
  const bad: string[] = [];
  const points = value.flatMap((position, i) => {
    const lngLat = asLngLat(position);
    const point = lngLat && frame.lngLatToVenue(lngLat);
    if (point && Math.hypot(point.x, point.y) <= FARTHEST) return [point];
    bad.push(`position ${i} is ${shown(position)}, ${faultOf(position)}`);
    return [];
  });
  if (bad.length > 0) {
    const more = bad.length > 1 ? `, and ${bad.length - 1} more like it` : '';
    feature.report('error', 'bad-coordinates', `${bad[0]}${more}; left out.`);
  }
  return points;
}

function faultOf(position: unknown): string {
  if (asLngLat(position)) return 'more than 100 km from the venue';
  const swapped = Array.isArray(position) && asLngLat([position[1], position[0]]);
  return swapped
    ? 'which is latitude first: GeoJSON has longitude first'
    : 'not longitude and latitude in degrees';
}

function mean(points: readonly Point[]): Point {
  return {
    x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
    y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
  };
}

function lineLength(line: Polyline): number {
  return line.slice(1).reduce((sum, point, i) => sum + distance(line[i]!, point), 0);
}
