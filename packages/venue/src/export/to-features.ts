import { venueFrame } from '@daoyin/geometry';
import type { FeatureType } from '../archive/feature-type';
import type { Venue } from '../types';
import type { PlainFeature, PlainFeatures } from './plain-feature';
import {
  amenityFeatures,
  anchorFeatures,
  fixtureFeatures,
  kioskFeatures,
  occupantFeatures,
  relationshipFeature,
  sectionFeatures,
} from './plain-services';
import { detailFeatures, levelFeatures, openingFeatures, unitFeatures, venueFeature } from './plain-space';

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
    ['amenity', amenityFeatures(venue, frame, level_id)],
    ['anchor', anchorFeatures(venue, frame, level_id)],
    ['occupant', occupantFeatures(venue)],
    ['detail', detailFeatures(venue, frame, level_id)],
    ['relationship', venue.connectors.filter(({ assumed }) => !assumed).map(relationshipFeature)],
  ]);
}
