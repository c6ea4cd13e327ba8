/** The feature types of IMDF 1.0.0 (OGC 20-094). */
export const FEATURE_TYPES = [
  'address',
  'amenity',
  'anchor',
  'building',
  'detail',
  'fixture',
  'footprint',
  'geofence',
  'kiosk',
  'level',
  'occupant',
  'opening',
  'relationship',
  'section',
  'unit',
  'venue',
] as const;

export type FeatureType = (typeof FEATURE_TYPES)[number];

/** The feature type of a name in lower case, if it is one. */
export function asFeatureType(name: string): FeatureType | undefined {
  return FEATURE_TYPES.find((type) => type === name);
}
