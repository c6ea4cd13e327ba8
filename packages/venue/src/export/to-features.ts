import { type VenueFrame, venueFrame } from '@daoyin/geometry';
import { unionOfAreas } from '../archive/boolean';
import { type GeoJsonGeometry, toAreaGeometry, toLineGeometry, toPointGeometry } from '../archive/draft';
import type { FeatureType } from '../archive/read-features';
import type { Connector, FeatureId, Labels, Venue } from '../types';

/** A feature as the document alone would write it. */
export interface PlainFeature {
  readonly id: FeatureId;
  readonly geometry: GeoJsonGeometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type PlainFeatures = ReadonlyMap<FeatureType, readonly PlainFeature[]>;

/** All features of a document by type, with every property that IMDF 1.0.0 asks for and the document has. */
export function toFeatures(venue: Venue): PlainFeatures {
  const frame = venueFrame(venue.origin);
  const levelIds = new Map(venue.levels.map(({ shortName, id }) => [shortName, id]));
  const level_id = (level: string) => levelIds.get(level) ?? null;
  return new Map<FeatureType, readonly PlainFeature[]>([
    ['venue', [venueFeature(venue, frame)]],
    ['level', levelFeatures(venue, frame)],
    ['unit', unitFeatures(venue, frame, level_id)],
    ['opening', openingFeatures(venue, frame, level_id)],
    ['fixture', fixtureFeatures(venue, frame, level_id)],
    ['kiosk', kioskFeatures(venue, frame, level_id)],
    ['section', sectionFeatures(venue, frame, level_id)],
    ['amenity', amenityFeatures(venue, frame)],
    ['anchor', anchorFeatures(venue, frame)],
    ['occupant', occupantFeatures(venue)],
    ['detail', detailFeatures(venue, frame, level_id)],
    ['relationship', venue.connectors.filter(({ assumed }) => !assumed).map(relationshipFeature)],
  ]);
}

type LevelId = (level: string) => FeatureId | null;

const labels = (name: Labels) => (Object.keys(name).length > 0 ? name : null);
const list = <T>(items: readonly T[]) => (items.length > 0 ? items : null);

function venueFeature(venue: Venue, frame: VenueFrame): PlainFeature {
  const outline = unionOfAreas(venue.levels.flatMap((level) => level.outline));
  return {
    id: venue.id,
    geometry: outline.length > 0 ? toAreaGeometry(outline, frame) : null,
    properties: {
      category: 'governmentfacility',
      restriction: null,
      name: labels(venue.name),
      alt_name: null,
      hours: null,
      phone: null,
      website: null,
      display_point: { type: 'Point', coordinates: venue.origin },
      address_id: null,
    },
  };
}

function levelFeatures(venue: Venue, frame: VenueFrame): readonly PlainFeature[] {
  return venue.levels.map((level) => ({
    id: level.id,
    geometry: level.outline.length > 0 ? toAreaGeometry(level.outline, frame) : null,
    properties: {
      category: 'unspecified',
      restriction: null,
      outdoor: level.outdoor,
      ordinal: level.ordinal,
      name: labels(level.name),
      short_name: Object.fromEntries(languagesOf(level.name).map((language) => [language, level.shortName])),
      display_point: null,
      address_id: null,
      building_ids: level.buildingIds,
    },
  }));
}

function languagesOf(name: Labels): readonly string[] {
  const languages = Object.keys(name);
  return languages.length > 0 ? languages : ['und'];
}

function unitFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.units.map((unit) => ({
    id: unit.id,
    geometry: toAreaGeometry(unit.area, frame),
    properties: {
      category: unit.category,
      restriction: unit.restriction ?? null,
      accessibility: list(unit.accessibility),
      name: labels(unit.name),
      alt_name: null,
      level_id: level_id(unit.level),
      display_point: unit.displayPoint ? toPointGeometry(unit.displayPoint, frame) : null,
    },
  }));
}

function openingFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.openings.map((opening) => {
    const { doorType, automatic } = opening;
    const door =
      doorType === undefined && automatic === undefined
        ? null
        : { type: doorType ?? null, automatic, material: null };
    return {
      id: opening.id,
      geometry: toLineGeometry(opening.line, frame),
      properties: {
        category: opening.category,
        accessibility: list(opening.accessibility),
        access_control: list(opening.accessControl),
        door,
        name: labels(opening.name),
        alt_name: null,
        level_id: level_id(opening.level),
        display_point: null,
      },
    };
  });
}

function fixtureFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.fixtures.map((fixture) => ({
    id: fixture.id,
    geometry: toAreaGeometry(fixture.area, frame),
    properties: {
      category: fixture.category,
      name: labels(fixture.name),
      alt_name: null,
      anchor_id: fixture.anchorId ?? null,
      level_id: level_id(fixture.level),
      display_point: null,
    },
  }));
}

function kioskFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.kiosks.map((kiosk) => ({
    id: kiosk.id,
    geometry: toAreaGeometry(kiosk.area, frame),
    properties: {
      name: labels(kiosk.name),
      alt_name: null,
      anchor_id: kiosk.anchorId ?? null,
      level_id: level_id(kiosk.level),
      display_point: null,
    },
  }));
}

function sectionFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.sections.map((section) => ({
    id: section.id,
    geometry: toAreaGeometry(section.area, frame),
    properties: {
      category: section.category,
      restriction: null,
      accessibility: null,
      name: labels(section.name),
      alt_name: null,
      level_id: level_id(section.level),
      display_point: null,
      address_id: null,
      correlation_id: null,
      parents: null,
    },
  }));
}

function amenityFeatures(venue: Venue, frame: VenueFrame): readonly PlainFeature[] {
  return venue.amenities.map((amenity) => ({
    id: amenity.id,
    geometry: toPointGeometry(amenity.point, frame),
    properties: {
      category: amenity.category,
      accessibility: list(amenity.accessibility),
      name: labels(amenity.name),
      alt_name: null,
      hours: amenity.hours ?? null,
      phone: null,
      website: null,
      unit_ids: amenity.unitIds,
      address_id: null,
      correlation_id: null,
    },
  }));
}

function anchorFeatures(venue: Venue, frame: VenueFrame): readonly PlainFeature[] {
  return venue.anchors.map(({ id, at, unitId }) => ({
    id,
    geometry: toPointGeometry(at, frame),
    properties: { address_id: null, unit_id: unitId ?? null },
  }));
}

function occupantFeatures(venue: Venue): readonly PlainFeature[] {
  return venue.occupants.map(({ id, name, category, anchorId, hours }) => ({
    id,
    geometry: null,
    properties: {
      name: labels(name),
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

function detailFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.details.map(({ id, level, line }) => ({
    id,
    geometry: toLineGeometry(line, frame),
    properties: { level_id: level_id(level) },
  }));
}

function relationshipFeature({ id, kind, unitIds, direction, hours }: Connector): PlainFeature {
  const ends = unitIds.map((unitId) => ({ id: unitId, feature_type: 'unit' }));
  if (direction === 'down') ends.reverse();
  return {
    id,
    geometry: null,
    properties: {
      category: kind,
      direction: direction === 'both' ? 'undirected' : 'directed',
      origin: ends[0] ?? null,
      intermediary: list(ends.slice(1, -1)),
      destination: ends.at(-1) ?? null,
      hours: hours ?? null,
    },
  };
}
