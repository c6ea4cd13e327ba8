import OpeningHours from 'opening_hours';
import { reasonOf } from '../archive/report';
import { type CategoryList, isCategory } from '../categories';
import { primaryLanguage } from '../labels';
import type { FeatureId, Labels, Venue } from '../types';
import { issueOf, type Rule } from './rule';

/** Hours are in OpenStreetMap's opening_hours syntax: an error where a window stands on them. */
export const hoursParse: Rule = function* ({ venue }) {
  const windows = new Set(venue.windows.map(({ occupantId }) => occupantId));
  const verdicts = new Map<string, string | undefined>();
  const fields: readonly (readonly [
    string,
    readonly { readonly id: FeatureId; readonly hours?: string }[],
  ])[] = [
    ['occupant', venue.occupants],
    ['amenity', venue.amenities],
    ['relationship', venue.connectors],
    ['opening', venue.openings],
  ];
  for (const [type, features] of fields) {
    for (const { id, hours } of features) {
      if (hours === undefined) continue;
      if (!verdicts.has(hours)) verdicts.set(hours, problemOfHours(hours));
      const problem = verdicts.get(hours);
      const severity = windows.has(id) ? 'error' : 'warning';
      if (problem) yield issueOf(type, id, severity, 'bad-hours', `"hours" is "${hours}": ${problem}.`);
    }
  }
};

/** Categories are those of IMDF 1.0.0. */
export const categoriesAreKnown: Rule = function* ({ venue }) {
  for (const [list, features] of categorised(venue)) {
    for (const { id, category } of features) {
      if (isCategory(list, category)) continue;
      const message = `"category" is "${category}", which IMDF 1.0.0 does not list.`;
      yield issueOf(list, id, 'warning', 'unknown-category', message);
    }
  }
  for (const { id, restriction } of venue.units) {
    if (restriction === undefined || isCategory('restriction', restriction)) continue;
    const message = `"restriction" is "${restriction}", which IMDF 1.0.0 does not list.`;
    yield issueOf('unit', id, 'warning', 'unknown-category', message);
  }
};

/** What has a name has it in every language in which the venue has one. */
export const namesAreTranslated: Rule = function* ({ venue }) {
  const languages = new Set(Object.keys(venue.name).map(primaryLanguage));
  languages.delete('und');
  for (const [type, features] of named(venue)) {
    for (const { id, name } of features) {
      const present = new Set(Object.keys(name).map(primaryLanguage));
      if (present.size === 0) continue;
      const missing = [...languages].filter((language) => !present.has(language));
      if (missing.length === 0) continue;
      const message = `its name has no text in ${missing.join(', ')}, as the venue's has.`;
      yield issueOf(type, id, 'warning', 'missing-translation', message);
    }
  }
};

/** Whoever serves and every level has a name. */
export const namesArePresent: Rule = function* ({ venue }) {
  const needed = [['level', venue.levels] as const, ['occupant', venue.occupants] as const];
  for (const [type, features] of needed) {
    for (const { id, name } of features) {
      if (Object.keys(name).length === 0)
        yield issueOf(type, id, 'warning', 'missing-name', 'it has no name.');
    }
  }
};

/** `null` instead of a country: holidays are looked up by whoever evaluates the hours, not here. */
function problemOfHours(hours: string): string | undefined {
  try {
    new OpeningHours(hours, null);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

type Categorised = readonly { readonly id: FeatureId; readonly category: string }[];

function categorised(venue: Venue): readonly (readonly [CategoryList, Categorised])[] {
  return [
    ['unit', venue.units],
    ['opening', venue.openings],
    ['fixture', venue.fixtures],
    ['section', venue.sections],
    ['amenity', venue.amenities],
  ];
}

function named(
  venue: Venue,
): readonly (readonly [string, readonly { readonly id: FeatureId; readonly name: Labels }[]])[] {
  return [
    ['level', venue.levels],
    ['unit', venue.units],
    ['opening', venue.openings],
    ['fixture', venue.fixtures],
    ['kiosk', venue.kiosks],
    ['section', venue.sections],
    ['amenity', venue.amenities],
    ['occupant', venue.occupants],
  ];
}
