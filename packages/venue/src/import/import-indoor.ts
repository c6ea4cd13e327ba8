import { isRecord } from '../archive/read-collections';
import { isZip, readZip } from '../archive/read-zip';
import { reasonOf } from '../archive/report';
import type { Issue } from '../types';
import type { DxfOptions } from './dxf/dxf-options';
import { importDxf } from './dxf/import-dxf';
import { isDrawing } from './dxf/read-groups';
import { type ImportResult, importOsm } from './import-osm';
import { parseGeoJson } from './parse-geojson';
import { parseOsmXml } from './parse-osm-xml';
import { parseOverpass } from './parse-overpass';

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The files of an IMDF archive from a foreign file, by what is in it: a zipped IMDF archive, one GeoJSON with IMDF features,
 * or indoor OpenStreetMap as GeoJSON, `.osm` or Overpass JSON, or a DXF drawing of a storey. The name of the file becomes the
 * venue's. It throws nothing.
 */
export function importIndoor(
  fileName: string,
  bytes: Uint8Array,
  { dxf }: { readonly dxf?: DxfOptions } = {},
): ImportResult {
  if (isZip(bytes)) {
    const zip = readZip(bytes);
    return zip.ok ? { ...zip, issues: [] } : zip;
  }
  if (bytes.length > MOST_BYTES) {
    return refused(
      'too-large',
      `${fileName} has ${bytes.length} bytes; more than ${MOST_BYTES} are refused.`,
    );
  }
  const name = (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '') || 'venue';
  if (isDrawing(bytes)) return importDxf(fileName, name, bytes, dxf);
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('<')) {
    const parsed = parseOsmXml(text);
    return parsed.elements.length === 0 && parsed.issues.length > 0
      ? { ok: false, issues: parsed.issues }
      : withIssues(importOsm(parsed.elements, name), parsed.issues);
  }
  return importJson(fileName, name, text);
}

function importJson(fileName: string, name: string, text: string): ImportResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = reasonOf(error);
    return refused('unknown-format', `${fileName} is no zip, no XML and no JSON (${reason}).`);
  }
  if (isImdf(json)) return { ok: true, files: new Map([[`${name}.geojson`, text]]), issues: [] };
  const overpass = isRecord(json) && Array.isArray(json.elements) ? (json.elements as unknown[]) : undefined;
  const parsed = overpass ? parseOverpass(overpass) : parseGeoJson(json);
  const broken = parsed.issues.some(({ severity }) => severity === 'error');
  return broken
    ? { ok: false, issues: parsed.issues }
    : withIssues(importOsm(parsed.elements, name), parsed.issues);
}

function isImdf(json: unknown): boolean {
  const features = isRecord(json) && Array.isArray(json.features) ? (json.features as unknown[]) : [];
  return features.some((feature) => isRecord(feature) && feature.feature_type === 'level');
}

function withIssues(result: ImportResult, issues: readonly Issue[]): ImportResult {
  return { ...result, issues: [...issues, ...result.issues] };
}

function refused(kind: string, message: string): ImportResult {
  return { ok: false, issues: [{ severity: 'error', kind, message }] };
}
