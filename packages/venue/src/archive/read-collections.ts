import type { ArchiveFiles } from '../types';
import { asFeatureType } from './feature-type';
import { type Report, reasonOf, shown } from './report';

/** The parsed feature collections of an archive by file. */
export function readCollections(files: ArchiveFiles, report: Report): ReadonlyMap<string, Collection> {
  const collections = new Map<string, Collection>();
  for (const [file, content] of files) {
    if (isFeatureFile(file)) collections.set(file, readCollection(file, content, report));
  }
  return collections;
}

/** A file's features, whatever they are, with the members of the collection around them. */
export interface Collection {
  readonly members: Readonly<Record<string, unknown>>;
  readonly values: readonly unknown[];
}

/** `*.geojson`, or a feature type's own name with `.json`; any case. */
function isFeatureFile(file: string): boolean {
  return /\.geojson$/i.test(file) || (/\.json$/i.test(file) && asFeatureType(stemOf(file)) !== undefined);
}

/** The name of a file without its ending, in lower case. */
export function stemOf(file: string): string {
  return file.replace(/\.(geo)?json$/i, '').toLowerCase();
}

/** The JSON in a file, or a report that names the file and what the parser said. */
export function readJson(file: string, content: Uint8Array | string, report: Report): unknown {
  try {
    const text = typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content);
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = reasonOf(error);
    report({
      severity: 'error',
      kind: 'broken-json',
      file,
      message: `${file} is not valid JSON: ${reason}.`,
    });
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readCollection(file: string, content: Uint8Array | string, report: Report): Collection {
  const json = readJson(file, content, report);
  if (isRecord(json) && Array.isArray(json.features)) return { members: json, values: json.features };
  if (isRecord(json) && json.type === 'Feature') return { members: {}, values: [json] };
  if (json !== undefined) {
    const message = `${file} has no "features" list: expected a GeoJSON FeatureCollection, got ${shown(json)}.`;
    report({ severity: 'error', kind: 'not-a-feature-collection', file, message });
  }
  return { members: {}, values: [] };
}
