import type { FeatureId, Venue } from '../types';
import { issueOf, type Rule } from './rule';

/** Every id is used once in the whole archive. */
export const idsAreUnique: Rule = function* ({ venue }) {
  const typeOf = new Map<FeatureId, string>();
  for (const [type, id] of allIds(venue)) {
    const other = typeOf.get(id);
    if (other) yield issueOf(type, id, 'error', 'duplicate-id', `the id is also that of another ${other}.`);
    typeOf.set(id, type);
  }
};

/** Every reference names something that is there. */
export const referencesResolve: Rule = function* (context) {
  const ids = new Set([...allIds(context.venue)].map(([, id]) => id));
  for (const [type, id, field, target] of references(context.venue)) {
    if (ids.has(target)) continue;
    const message = `"${field}" is "${target}", which is not in the archive.`;
    yield issueOf(type, id, 'error', 'dangling-reference', message);
  }
};

/** Everything stands on a level that there is. */
export const levelsExist: Rule = function* ({ venue, levelByName }) {
  for (const [type, features] of onLevels(venue)) {
    for (const { id, level } of features) {
      if (levelByName.has(level)) continue;
      yield issueOf(type, id, 'error', 'unknown-level', `its level "${level}" is none of the venue's.`);
    }
  }
};

type OnLevels = readonly (readonly [string, readonly { readonly id: FeatureId; readonly level: string }[]])[];

function onLevels(venue: Venue): OnLevels {
  return [
    ['unit', venue.units],
    ['opening', venue.openings],
    ['fixture', venue.fixtures],
    ['kiosk', venue.kiosks],
    ['section', venue.sections],
    ['amenity', venue.amenities],
    ['detail', venue.details],
    ['anchor', venue.anchors.map(({ id, at }) => ({ id, level: at.level }))],
  ];
}

function* allIds(venue: Venue): Generator<readonly [string, FeatureId]> {
  yield ['venue', venue.id];
  for (const { id } of venue.levels) yield ['level', id];
  for (const [type, features] of onLevels(venue)) for (const { id } of features) yield [type, id];
  for (const { id } of venue.occupants) yield ['occupant', id];
  for (const { id, assumed } of venue.connectors) if (!assumed) yield ['relationship', id];
}

function* references(venue: Venue): Generator<readonly [string, FeatureId, string, FeatureId]> {
  for (const { id, unitId } of venue.anchors) if (unitId) yield ['anchor', id, 'unit_id', unitId];
  for (const { id, anchorId } of venue.fixtures) if (anchorId) yield ['fixture', id, 'anchor_id', anchorId];
  for (const { id, anchorId } of venue.kiosks) if (anchorId) yield ['kiosk', id, 'anchor_id', anchorId];
  for (const { id, anchorId } of venue.occupants) yield ['occupant', id, 'anchor_id', anchorId];
  for (const { id, unitIds } of venue.amenities) {
    for (const unitId of unitIds) yield ['amenity', id, 'unit_ids', unitId];
  }
  for (const { id, unitIds } of venue.connectors) {
    for (const unitId of unitIds) yield ['relationship', id, 'unit', unitId];
  }
}
