import type { Point, VenueFrame } from '@daoyin/geometry';
import type {
  Amenity,
  Anchor,
  Detail,
  FeatureId,
  Fixture,
  Kiosk,
  Occupant,
  Opening,
  Section,
  Unit,
} from '../types';
import type { Placement } from './placement';
import type { RawFeature, RawFeatures } from './read-features';
import { asLngLat, readAreas, readLine, readPoint } from './read-geometry';
import type { LevelIndex } from './read-levels';
import { decodeProperties, propertySchemas } from './schemas';

/** What reading the features of the levels needs. */
export interface ReadContext {
  readonly features: RawFeatures;
  readonly frame: VenueFrame;
  readonly levels: LevelIndex;
}

export function readUnits({ features, frame, levels }: ReadContext): readonly Unit[] {
  return readEach(features.get('unit')!, (feature) => {
    const properties = decodeProperties(propertySchemas.unit, feature);
    const level = properties && levels.levelOf(feature, properties.level_id);
    const area = level === undefined ? [] : readAreas(feature, frame);
    if (!properties || level === undefined || area.length === 0) return undefined;
    const displayPoint = displayPointOf(properties.display_point, feature, frame);
    return {
      id: feature.id,
      level,
      name: properties.name,
      category: properties.category,
      ...(properties.restriction && { restriction: properties.restriction.toLowerCase() }),
      accessibility: properties.accessibility,
      area,
      ...(displayPoint && { displayPoint }),
    };
  });
}

export function readOpenings({ features, frame, levels }: ReadContext): readonly Opening[] {
  return readEach(features.get('opening')!, (feature) => {
    const properties = decodeProperties(propertySchemas.opening, feature);
    const level = properties && levels.levelOf(feature, properties.level_id);
    const line = level === undefined ? [] : readLine(feature, frame);
    if (!properties || level === undefined || line.length === 0) return undefined;
    const { type, automatic } = properties.door ?? {};
    return {
      id: feature.id,
      level,
      name: properties.name,
      category: properties.category,
      accessibility: properties.accessibility,
      accessControl: properties.access_control,
      ...(type && { doorType: type.toLowerCase() }),
      ...(typeof automatic === 'boolean' && { automatic }),
      line,
    };
  });
}

export function readFixtures({ features, frame, levels }: ReadContext): readonly Fixture[] {
  return readEach(features.get('fixture')!, (feature) => {
    const properties = decodeProperties(propertySchemas.fixture, feature);
    const level = properties && levels.levelOf(feature, properties.level_id);
    const area = level === undefined ? [] : readAreas(feature, frame);
    if (!properties || level === undefined || area.length === 0) return undefined;
    const { name, category, anchor_id: anchorId } = properties;
    return { id: feature.id, level, name, category, area, ...(anchorId && { anchorId }) };
  });
}

export function readKiosks({ features, frame, levels }: ReadContext): readonly Kiosk[] {
  return readEach(features.get('kiosk')!, (feature) => {
    const properties = decodeProperties(propertySchemas.kiosk, feature);
    const level = properties && levels.levelOf(feature, properties.level_id);
    const area = level === undefined ? [] : readAreas(feature, frame);
    if (!properties || level === undefined || area.length === 0) return undefined;
    const { name, anchor_id: anchorId } = properties;
    return { id: feature.id, level, name, area, ...(anchorId && { anchorId }) };
  });
}

export function readSections({ features, frame, levels }: ReadContext): readonly Section[] {
  return readEach(features.get('section')!, (feature) => {
    const properties = decodeProperties(propertySchemas.section, feature);
    const level = properties && levels.levelOf(feature, properties.level_id);
    const area = level === undefined ? [] : readAreas(feature, frame);
    if (!properties || level === undefined || area.length === 0) return undefined;
    return { id: feature.id, level, name: properties.name, category: properties.category, area };
  });
}

export function readDetails({ features, frame, levels }: ReadContext): readonly Detail[] {
  return readEach(features.get('detail')!, (feature) => {
    const properties = decodeProperties(propertySchemas.detail, feature);
    const level = properties && levels.levelOf(feature, properties.level_id);
    const line = level === undefined ? [] : readLine(feature, frame);
    return level === undefined || line.length === 0 ? undefined : { id: feature.id, level, line };
  });
}

export function readAmenities({ features, frame }: ReadContext, placement: Placement): readonly Amenity[] {
  return readEach(features.get('amenity')!, (feature) => {
    const properties = decodeProperties(propertySchemas.amenity, feature);
    const point = properties && readPoint(feature, frame);
    const level = point && placement.levelAt(feature, point, properties.unit_ids);
    if (!properties || !point || level === undefined) return undefined;
    const { name, category, accessibility, unit_ids: unitIds, hours } = properties;
    return { id: feature.id, level, name, category, accessibility, point, unitIds, ...(hours && { hours }) };
  });
}

export function readAnchors({ features, frame }: ReadContext, placement: Placement): readonly Anchor[] {
  return readEach(features.get('anchor')!, (feature) => {
    const properties = decodeProperties(propertySchemas.anchor, feature);
    const point = properties && readPoint(feature, frame);
    const unitId = properties?.unit_id;
    const level = point && placement.levelAt(feature, point, unitId ? [unitId] : []);
    if (!point || level === undefined) return undefined;
    return { id: feature.id, ...(unitId && { unitId }), at: { ...point, level } };
  });
}

export function readOccupants(
  { features }: ReadContext,
  anchorIds: ReadonlySet<FeatureId>,
): readonly Occupant[] {
  return readEach(features.get('occupant')!, (feature) => {
    const properties = decodeProperties(propertySchemas.occupant, feature);
    if (!properties) return undefined;
    const { name, category, anchor_id: anchorId, hours } = properties;
    if (anchorId === undefined) {
      feature.report(
        'error',
        'no-anchor',
        '"anchor_id" is missing, so nobody can be led there; it is left out.',
      );
      return undefined;
    }
    if (!anchorIds.has(anchorId)) {
      const message = `"anchor_id" is "${anchorId}", which is no anchor of the archive.`;
      feature.report('error', 'dangling-reference', message);
    }
    return { id: feature.id, name, category, anchorId, ...(hours && { hours }) };
  });
}

function readEach<T>(
  features: readonly RawFeature[],
  read: (feature: RawFeature) => T | undefined,
): readonly T[] {
  return features.map(read).filter((value) => value !== undefined) as T[];
}

function displayPointOf(value: unknown, feature: RawFeature, frame: VenueFrame): Point | undefined {
  if (value === undefined) return undefined;
  const lngLat = asLngLat(value);
  if (lngLat) return frame.lngLatToVenue(lngLat);
  feature.report(
    'warning',
    'bad-coordinates',
    '"display_point" is not longitude and latitude; it is ignored.',
  );
  return undefined;
}
