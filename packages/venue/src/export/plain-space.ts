import type { VenueFrame } from '@daoyin/geometry';
import { unionOfAreas } from '../archive/boolean';
import { toAreaGeometry, toLineGeometry, toPointGeometry } from '../archive/draft';
import type { Labels, Level, Venue } from '../types';
import { type LevelId, labelsOrNull, listOrNull, type PlainFeature } from './plain-feature';

export function venueFeature(venue: Venue, frame: VenueFrame): PlainFeature {
  const outline = unionOfAreas(venue.levels.flatMap((level) => level.outline));
  return {
    id: venue.id,
    geometry: outline.length > 0 ? toAreaGeometry(outline, frame) : null,
    properties: {
      category: 'governmentfacility',
      restriction: null,
      name: labelsOrNull(venue.name),
      alt_name: null,
      hours: null,
      phone: null,
      website: null,
      display_point: { type: 'Point', coordinates: venue.origin },
      address_id: null,
    },
  };
}

export function levelFeatures(venue: Venue, frame: VenueFrame): readonly PlainFeature[] {
  return venue.levels.map((level) => ({
    id: level.id,
    geometry: level.outline.length > 0 ? toAreaGeometry(level.outline, frame) : null,
    properties: {
      category: 'unspecified',
      restriction: null,
      outdoor: level.outdoor,
      ordinal: level.ordinal,
      name: labelsOrNull(level.name),
      short_name: shortNamesOf(level),
      display_point: null,
      address_id: null,
      building_ids: level.buildingIds,
    },
  }));
}

/** The short names of the archive while one of them is the level's, else its new one in the languages of its name. */
function shortNamesOf({ shortName, shortNames = {}, name }: Level): Labels {
  if (Object.values(shortNames).includes(shortName)) return shortNames;
  const languages = [...new Set([...Object.keys(shortNames), ...Object.keys(name)])];
  return Object.fromEntries((languages.length > 0 ? languages : ['und']).map((tag) => [tag, shortName]));
}

export function unitFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.units.map((unit) => ({
    id: unit.id,
    geometry: toAreaGeometry(unit.area, frame),
    properties: {
      category: unit.category,
      restriction: unit.restriction ?? null,
      accessibility: listOrNull(unit.accessibility),
      name: labelsOrNull(unit.name),
      alt_name: null,
      level_id: level_id(unit.level),
      display_point: unit.displayPoint ? toPointGeometry(unit.displayPoint, frame) : null,
    },
  }));
}

export function openingFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
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
        accessibility: listOrNull(opening.accessibility),
        access_control: listOrNull(opening.accessControl),
        door,
        name: labelsOrNull(opening.name),
        alt_name: null,
        level_id: level_id(opening.level),
        display_point: null,
      },
    };
  });
}

export function detailFeatures(venue: Venue, frame: VenueFrame, level_id: LevelId): readonly PlainFeature[] {
  return venue.details.map(({ id, level, line }) => ({
    id,
    geometry: toLineGeometry(line, frame),
    properties: { level_id: level_id(level) },
  }));
}
