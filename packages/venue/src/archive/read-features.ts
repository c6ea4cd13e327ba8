import type { ArchiveFiles, FeatureId } from '../types';
import { asFeatureType, FEATURE_TYPES, type FeatureType } from './feature-type';
import { type Collection, isRecord, readCollections, stemOf } from './read-collections';
import { type FeatureReport, type Report, shown } from './report';

/** One feature as it stands in a file: still foreign, but with an id that is unique in the archive. */
export interface RawFeature {
  readonly type: FeatureType;
  readonly id: FeatureId;
  readonly file: string;
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  /** The feature as it stands in the file, with everything that is not read. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly report: FeatureReport;
}

export type RawFeatures = ReadonlyMap<FeatureType, readonly RawFeature[]>;

/**
 * All features of an archive by type. What is no feature is reported and left out, and never takes another with it.
 * A feature is what its `feature_type` says; without one, what the file's name says.
 */
export function readFeatures(files: ArchiveFiles, report: Report): RawFeatures {
  return featuresOf(readCollections(files, report), report);
}

/** The features of collections by type. */
export function featuresOf(collections: ReadonlyMap<string, Collection>, report: Report): RawFeatures {
  const features = new Map<FeatureType, RawFeature[]>(FEATURE_TYPES.map((type) => [type, []]));
  const taken = new Set<FeatureId>();
  for (const [file, { values }] of collections) {
    const unknown = values.filter((value) => isRecord(value) && !typeOf(value.feature_type, file));
    if (unknown.length > 0) reportUnknown(file, unknown, report);
    for (const [index, value] of values.entries()) {
      const feature = readFeature(value, file, index, taken, report);
      if (feature) features.get(feature.type)!.push(feature);
    }
  }
  return features;
}

function readFeature(
  value: unknown,
  file: string,
  index: number,
  taken: Set<FeatureId>,
  report: Report,
): RawFeature | undefined {
  if (!isRecord(value)) {
    const message = `${file}: feature ${index} is ${shown(value)}, not an object.`;
    report({ severity: 'error', kind: 'not-a-feature', file, message });
    return undefined;
  }
  const type = typeOf(value.feature_type, file);
  if (!type) return undefined;
  reportMisfiled(value.feature_type, type, file, index, report);
  const id = uniqueId(value.id, file, index, taken, report);
  const featureReport: FeatureReport = (severity, kind, message) =>
    report({ severity, kind, message: `${type} ${id}: ${message}`, file, featureId: id });
  if (!isRecord(value.properties)) {
    featureReport('warning', 'no-properties', `"properties" is ${shown(value.properties)}, not an object.`);
  }
  const properties = isRecord(value.properties) ? value.properties : {};
  return { type, id, file, geometry: value.geometry, properties, raw: value, report: featureReport };
}

/** The feature type that a feature says, else that of its file; undefined for what is no part of IMDF. */
function typeOf(value: unknown, file: string): FeatureType | undefined {
  const named = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return asFeatureType(named) ?? asFeatureType(stemOf(file));
}

function reportMisfiled(
  value: unknown,
  type: FeatureType,
  file: string,
  index: number,
  report: Report,
): void {
  const byFile = asFeatureType(stemOf(file));
  if (value === type && (!byFile || type === byFile)) return;
  const message = `${file}: feature ${index} has feature_type ${shown(value)}; it is read as ${type}.`;
  report({ severity: 'warning', kind: 'feature-type', file, message });
}

/** Features of extensions (`provider:type`) are nobody's fault; others are said once for each file. */
function reportUnknown(file: string, unknown: readonly unknown[], report: Report): void {
  const types = new Set(unknown.map((value) => shown(isRecord(value) ? value.feature_type : value)));
  if ([...types].every((type) => type.includes(':'))) return;
  const message = `${file}: ${unknown.length} features of type ${[...types].slice(0, 5).join(', ')} are not of IMDF 1.0.0; they are left out.`;
  report({ severity: 'warning', kind: 'feature-type', file, message });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function uniqueId(
  value: unknown,
  file: string,
  index: number,
  taken: Set<FeatureId>,
  report: Report,
): FeatureId {
  const given = (typeof value === 'string' && value !== '') || typeof value === 'number';
  const wanted = given ? String(value) : `${file}#${index}`;
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}~${n}`;
  taken.add(id);
  if (!given) {
    const message = `${file}: feature ${index} has id ${shown(value)}; it is called ${id} here.`;
    report({ severity: 'warning', kind: 'missing-id', file, featureId: id, message });
  } else if (id !== wanted) {
    const message = `${file}: feature ${index} repeats the id ${wanted}; it is called ${id} here, and references mean the first.`;
    report({ severity: 'error', kind: 'duplicate-id', file, featureId: wanted, message });
  } else if (!UUID.test(id)) {
    const message = `${file}: the id ${id} is not a UUID, as IMDF wants; it is accepted.`;
    report({ severity: 'warning', kind: 'id-not-uuid', file, featureId: id, message });
  }
  return id;
}
