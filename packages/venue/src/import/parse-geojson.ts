import type { LngLat } from '@daoyin/geometry';
import { isRecord } from '../archive/read-collections';
import { asLngLat } from '../archive/read-geometry';
import { shown } from '../archive/report';
import type { Issue } from '../types';
import { isAreaByTags, type OsmElement, type OsmResult, type Tags } from './osm-element';

/** The elements of a GeoJSON extract of OpenStreetMap, tags flat in `properties` or under `properties.tags`. */
export function parseGeoJson(json: unknown): OsmResult {
  const issues: Issue[] = [];
  if (!isRecord(json) || !Array.isArray(json.features)) {
    const message = `The file is no GeoJSON FeatureCollection: got ${shown(json)}.`;
    return { elements: [], issues: [{ severity: 'error', kind: 'not-a-feature-collection', message }] };
  }
  const elements = json.features.flatMap((feature: unknown, index) => {
    const id = idOf(feature, index);
    const shapes = isRecord(feature) ? shapesOf(feature.geometry, tagsOf(feature.properties)) : [];
    if (shapes.length === 0) {
      const message = `${id}: its geometry is ${shown(isRecord(feature) ? feature.geometry : feature)}; it is left out.`;
      issues.push({ severity: 'warning', kind: 'bad-geometry', featureId: id, message });
    }
    const tags = isRecord(feature) ? tagsOf(feature.properties) : {};
    return shapes.map((shape, i): OsmElement => ({ id: i === 0 ? id : `${id}:${i}`, tags, ...shape }));
  });
  return { elements, issues };
}

type Shape = OsmElement extends infer E ? (E extends OsmElement ? Omit<E, 'id' | 'tags'> : never) : never;

function shapesOf(geometry: unknown, tags: Tags): readonly Shape[] {
  if (!isRecord(geometry)) return [];
  const { type, coordinates } = geometry;
  if (type === 'GeometryCollection' && Array.isArray(geometry.geometries)) {
    return geometry.geometries.flatMap((part) => shapesOf(part, tags));
  }
  if (!Array.isArray(coordinates)) return [];
  switch (type) {
    case 'Point':
      return asPoints([coordinates]).map((at) => ({ kind: 'point', at }));
    case 'MultiPoint':
      return asPoints(coordinates).map((at) => ({ kind: 'point', at }));
    case 'LineString':
      return asLineOrArea(asPoints(coordinates), tags);
    case 'MultiLineString':
      return coordinates.flatMap((line) => asLineOrArea(asPoints(line), tags));
    case 'Polygon':
      return asArea([coordinates]);
    case 'MultiPolygon':
      return asArea(coordinates);
    default:
      return [];
  }
}

function asLineOrArea(line: readonly LngLat[], tags: Tags): readonly Shape[] {
  const [first, last] = [line[0], line.at(-1)];
  const closed = line.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  if (closed && isAreaByTags(tags)) return [{ kind: 'area', polygons: [[line]] }];
  return line.length >= 2 ? [{ kind: 'line', line }] : [];
}

function asArea(polygons: readonly unknown[]): readonly Shape[] {
  const valid = polygons
    .map((rings) => (Array.isArray(rings) ? rings.map(asPoints).filter((ring) => ring.length >= 3) : []))
    .filter((rings) => rings.length > 0);
  return valid.length === 0 ? [] : [{ kind: 'area', polygons: valid }];
}

function asPoints(value: unknown): readonly LngLat[] {
  return Array.isArray(value)
    ? value.flatMap((position) => [asLngLat(position)].filter((p) => p !== undefined))
    : [];
}

function tagsOf(properties: unknown): Tags {
  if (!isRecord(properties)) return {};
  const source = isRecord(properties.tags) ? properties.tags : properties;
  const texts = Object.entries(source).filter(
    ([, value]) => typeof value === 'string' || typeof value === 'number',
  );
  return Object.fromEntries(texts.map(([key, value]) => [key, String(value)]));
}

function idOf(feature: unknown, index: number): string {
  const id = isRecord(feature)
    ? (feature.id ?? (isRecord(feature.properties) ? feature.properties['@id'] : undefined))
    : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : `feature/${index}`;
}
