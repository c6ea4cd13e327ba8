import type { VenueFrame } from '@daoyin/geometry';
import { toAreaGeometry, toPointGeometry } from '../archive/draft';
import type { Connector, Venue } from '../types';
import { type LevelId, labelsOrNull, listOrNull, type PlainFeature } from './plain-feature';

export function fixtureFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.fixtures.map((fixture) => ({
    id: fixture.id,
    geometry: toAreaGeometry(fixture.area, frame),
    properties: {
      category: fixture.category,
      name: labelsOrNull(fixture.name),
      alt_name: null,
      anchor_id: fixture.anchorId ?? null,
      level_id: level_id(fixture.level),
      display_point: null,
    },
  }));
}

export function kioskFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.kiosks.map((kiosk) => ({
    id: kiosk.id,
    geometry: toAreaGeometry(kiosk.area, frame),
    properties: {
      name: labelsOrNull(kiosk.name),
      alt_name: null,
      anchor_id: kiosk.anchorId ?? null,
      level_id: level_id(kiosk.level),
      display_point: null,
    },
  }));
}

export function sectionFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.sections.map((section) => ({
    id: section.id,
    geometry: toAreaGeometry(section.area, frame),
    properties: {
      category: section.category,
      restriction: null,
      accessibility: null,
      name: labelsOrNull(section.name),
      alt_name: null,
      level_id: level_id(section.level),
      display_point: null,
      address_id: null,
      correlation_id: null,
      parents: null,
    },
  }));
}

/** Where no unit says the level, `level_id` does, as other exporters have it. */
export function amenityFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.amenities.map((amenity) => ({
    id: amenity.id,
    geometry: toPointGeometry(amenity.point, frame),
    properties: {
      category: amenity.category,
      accessibility: listOrNull(amenity.accessibility),
      name: labelsOrNull(amenity.name),
      alt_name: null,
      hours: amenity.hours ?? null,
      phone: null,
      website: null,
      unit_ids: amenity.unitIds,
      address_id: null,
      correlation_id: null,
      ...(amenity.unitIds.length === 0 && { level_id: level_id(amenity.level) }),
    },
  }));
}

export function anchorFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.anchors.map(({ id, at, unitId }) => ({
    id,
    geometry: toPointGeometry(at, frame),
    properties: {
      address_id: null,
      unit_id: unitId ?? null,
      ...(unitId === undefined && { level_id: level_id(at.level) }),
    },
  }));
}

export function occupantFeatures(venue: Venue): readonly PlainFeature[] {
  return venue.occupants.map(({ id, name, category, anchorId, hours }) => ({
    id,
    geometry: null,
    properties: {
      name: labelsOrNull(name),
      category,
      anchor_id: anchorId,
      hours: hours ?? null,
      phone: null,
      website: null,
      validity: null,
      correlation_id: null,
    },
  }));
}

export function relationshipFeature({ id, kind, unitIds, direction, hours }: Connector): PlainFeature {
  const ends = unitIds.map((unitId) => ({ id: unitId, feature_type: 'unit' }));
  if (direction === 'down') ends.reverse();
  return {
    id,
    geometry: null,
    properties: {
      category: kind,
      direction: direction === 'both' ? 'undirected' : 'directed',
      origin: ends[0] ?? null,
      intermediary: listOrNull(ends.slice(1, -1)),
      destination: ends.at(-1) ?? null,
      hours: hours ?? null,
    },
  };
}
