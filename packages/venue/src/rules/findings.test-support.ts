import { readVenue } from '../archive/read-venue';
import { featureOf, type TinyFeatures, tinyArchive, tinyRegister } from '../tiny-archive.test-support';
import type { BeaconRegister, Issue } from '../types';
import { validateVenue } from './validate-venue';

/** All findings about the tiny archive after a change. */
export function findings(
  change?: (features: TinyFeatures) => void,
  register: BeaconRegister = tinyRegister(),
): readonly Issue[] {
  const result = readVenue(tinyArchive(change));
  return result.ok ? validateVenue({ ...result, register }) : result.issues;
}

/** Severity, kind and feature of each finding. */
export function summary(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ severity, kind, featureId }) => `${severity} ${kind} ${featureId}`);
}

/** Sets properties of a feature. */
export const properties = (name: string, fields: Record<string, unknown>) => (features: TinyFeatures) => {
  Object.assign(featureOf(features, name).properties, fields);
};

/** Sets the coordinates of a feature. */
export const coordinates = (name: string, value: unknown) => (features: TinyFeatures) => {
  featureOf(features, name).geometry!.coordinates = value;
};
