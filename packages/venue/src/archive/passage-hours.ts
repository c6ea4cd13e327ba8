import type { FeatureId, Opening } from '../types';
import type { RawFeature } from './read-features';
import { decodeProperties, propertySchemas } from './schemas';

/**
 * The openings with the hours of the `traversal` relationships that lead over them: IMDF gives hours to a way, not to a
 * door. Of several ways over one opening the first with hours counts.
 */
export function withPassageHours(
  openings: readonly Opening[],
  relationships: readonly RawFeature[],
): readonly Opening[] {
  const hoursOf = new Map<FeatureId, string>();
  for (const feature of relationships) {
    const properties = decodeProperties(propertySchemas.relationship, feature);
    if (!properties?.hours || !/^traversal\b/.test(properties.category)) continue;
    for (const end of [properties.origin, ...properties.intermediary, properties.destination]) {
      if (end && !hoursOf.has(end.id)) hoursOf.set(end.id, properties.hours);
    }
  }
  if (hoursOf.size === 0) return openings;
  return openings.map((opening) => {
    const hours = hoursOf.get(opening.id);
    return hours === undefined ? opening : { ...opening, hours };
  });
}
