import { type CategoryList, isCategory } from '../categories';
import type { FeatureId } from '../types';
import type { RawFeature, RawFeatures } from './read-features';
import { shown } from './report';

/**
 * What the document does not keep but IMDF 1.0.0 asks for: categories of the features around the plan, spelling of all
 * categories, labels by language, references to buildings and addresses.
 */
export function checkArchive(features: RawFeatures): void {
  const ids = new Set([...features.values()].flatMap((list) => list.map(({ id }) => id)));
  for (const list of features.values()) {
    for (const feature of list) {
      checkSpelling(feature);
      checkLabels(feature);
      checkReferences(feature, ids);
    }
  }
  for (const type of ['venue', 'building', 'footprint', 'geofence', 'level', 'relationship'] as const) {
    for (const feature of features.get(type)!) checkCategory(feature, type);
  }
}

function checkCategory(feature: RawFeature, list: CategoryList): void {
  const { category } = feature.properties;
  if (typeof category === 'string' && isCategory(list, category.trim().toLowerCase())) return;
  feature.report(
    'warning',
    'unknown-category',
    `"category" is ${shown(category)}, which IMDF 1.0.0 does not list.`,
  );
}

function checkSpelling(feature: RawFeature): void {
  const { category } = feature.properties;
  if (typeof category !== 'string' || category === category.trim().toLowerCase()) return;
  const read = category.trim().toLowerCase();
  feature.report(
    'assumption',
    'category-spelling',
    `"category" is ${shown(category)}; it is read as "${read}".`,
  );
}

function checkLabels(feature: RawFeature): void {
  for (const field of ['name', 'short_name', 'alt_name']) {
    const value = feature.properties[field];
    if (typeof value !== 'string') continue;
    const message = `"${field}" is the text ${shown(value)}, not texts by language; it is read as of no known language.`;
    feature.report('warning', 'label-without-language', message);
  }
}

const REFERENCES = ['address_id', 'building_ids'] as const;

function checkReferences(feature: RawFeature, ids: ReadonlySet<FeatureId>): void {
  for (const field of REFERENCES) {
    const value = feature.properties[field];
    for (const id of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof id !== 'string' || ids.has(id)) continue;
      feature.report('warning', 'dangling-reference', `"${field}" is "${id}", which is not in the archive.`);
    }
  }
}
