import { boundsOf, type LngLat, venueFrame } from '@daoyin/geometry';
import { z } from 'zod';
import type { ArchiveFiles, Issue, Venue, VenueResult } from '../types';
import { assumeConnectors } from './assume-connectors';
import { checkArchive } from './check-archive';
import { completeOutlines } from './outlines';
import { withPassageHours } from './passage-hours';
import { placement } from './placement';
import { isRecord, readJson, stemOf } from './read-collections';
import { readConnectors } from './read-connectors';
import { type RawFeature, type RawFeatures, readFeatures } from './read-features';
import { asLngLat } from './read-geometry';
import { readLevels } from './read-levels';
import {
  type ReadContext,
  readAmenities,
  readAnchors,
  readDetails,
  readFixtures,
  readKiosks,
  readOccupants,
  readOpenings,
  readSections,
  readUnits,
} from './read-parts';
import { readWindows } from './read-windows';
import { type Report, shown } from './report';
import { decodeProperties, propertySchemas } from './schemas';

/** More positions than this are refused: no hall has them, and drawing and routing would take minutes. */
const MOST_POSITIONS = 1_000_000;

/**
 * The venue of an IMDF 1.0.0 archive (OGC 20-094), all geometry in the venue frame. Every problem is an issue that names the
 * file, the feature, the field and the value; one bad feature never loses another. It fails only where no venue can
 * be made: no venue feature, no level, no place on earth, or more than a million positions.
 */
export function readVenue(files: ArchiveFiles): VenueResult {
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push(issue);
  const manifest = readManifest(files, report);
  const features = readFeatures(files, report);
  const fatal = whatIsMissing(features);
  if (fatal) return { ok: false, issues: [...issues, fatal] };
  reportMissingFiles(files, features, report);
  checkArchive(features);
  const feature = features.get('venue')![0]!;
  for (const other of features.get('venue')!.slice(1)) {
    other.report('error', 'several-venues', `an archive has one venue; ${feature.id} is taken.`);
  }
  const origin = originOf(feature, features);
  if (!origin) return { ok: false, issues: [...issues, noPlace(feature)] };
  return { ok: true, venue: buildVenue(feature, features, origin, manifest.languages, report), issues };
}

function buildVenue(
  feature: RawFeature,
  features: RawFeatures,
  origin: LngLat,
  languages: readonly string[],
  report: Report,
): Venue {
  const frame = venueFrame(origin);
  const levels = readLevels(features, frame, languages);
  const context: ReadContext = { features, frame, levels };
  const units = readUnits(context);
  const relationships = features.get('relationship')!;
  const openings = withPassageHours(readOpenings(context), relationships);
  const fixtures = readFixtures(context);
  const kiosks = readKiosks(context);
  const place = placement(levels.levels, levels.byId, units, [...fixtures, ...kiosks]);
  const anchors = readAnchors(context, place);
  const occupants = readOccupants(context, new Set(anchors.map(({ id }) => id)));
  const given = readConnectors(relationships, levels.levels, units, openings);
  const assumed = assumeConnectors(given, levels.levels, units, report);
  return {
    id: feature.id,
    name: decodeProperties(propertySchemas.venue, feature)?.name ?? {},
    origin,
    levels: completeOutlines(levels.levels, units, report),
    units,
    openings,
    fixtures,
    kiosks,
    sections: readSections(context),
    amenities: readAmenities(context, place),
    anchors,
    occupants,
    details: readDetails(context),
    connectors: [...given, ...assumed],
    windows: readWindows(occupants, anchors, fixtures, report),
  };
}

const manifestSchema = z.object({ version: z.string(), language: z.string() });

function readManifest(files: ArchiveFiles, report: Report): { readonly languages: readonly string[] } {
  const file = 'manifest.json';
  const content = files.get(file);
  const languages = ['zh', 'en'];
  if (content === undefined) {
    report({
      severity: 'warning',
      kind: 'missing-file',
      file,
      message: `${file} is missing; IMDF 1.0.0 is assumed.`,
    });
    return { languages };
  }
  const manifest = readJson(file, content, report);
  if (!isRecord(manifest)) return { languages };
  for (const issue of manifestSchema.safeParse(manifest).error?.issues ?? []) {
    const key = String(issue.path[0]);
    const message = `${file}: "${key}" is ${shown(manifest[key])} (${issue.message}).`;
    report({ severity: 'warning', kind: 'bad-manifest', file, message });
  }
  if (typeof manifest.version === 'string' && !/^1\.0(\.|$)/.test(manifest.version)) {
    const message = `${file}: "version" is ${shown(manifest.version)}; it is read as 1.0.0.`;
    report({ severity: 'warning', kind: 'manifest-version', file, message });
  }
  return { languages: typeof manifest.language === 'string' ? [manifest.language, ...languages] : languages };
}

function whatIsMissing(features: RawFeatures): Issue | undefined {
  for (const type of ['venue', 'level'] as const) {
    if (features.get(type)!.length > 0) continue;
    const file = `${type}.geojson`;
    const message = `The archive has no ${type} feature: ${file} is missing, empty or broken, so there is no venue to show.`;
    return { severity: 'error', kind: `no-${type}`, file, message };
  }
  let positions = 0;
  for (const list of features.values())
    for (const { geometry } of list) positions += countPositions(geometry);
  if (positions <= MOST_POSITIONS) return undefined;
  const message = `The archive has ${positions} positions; more than ${MOST_POSITIONS} are refused.`;
  return { severity: 'error', kind: 'too-large', message };
}

function countPositions(geometry: unknown): number {
  const count = (value: unknown): number => {
    if (!Array.isArray(value)) return 0;
    return typeof value[0] === 'number' ? 1 : value.reduce((sum: number, part) => sum + count(part), 0);
  };
  return isRecord(geometry) ? count(geometry.coordinates) : 0;
}

const NEEDED = ['building', 'unit', 'opening'] as const;

function reportMissingFiles(files: ArchiveFiles, features: RawFeatures, report: Report): void {
  for (const type of NEEDED) {
    const file = `${type}.geojson`;
    if (features.get(type)!.length > 0 || [...files.keys()].some((name) => stemOf(name) === type)) continue;
    const severity = type === 'unit' ? 'error' : 'warning';
    report({
      severity,
      kind: 'missing-file',
      file,
      message: `${file} is missing; the venue is read without.`,
    });
  }
}

function originOf(venue: RawFeature, features: RawFeatures): LngLat | undefined {
  const point = isRecord(venue.properties.display_point)
    ? venue.properties.display_point.coordinates
    : undefined;
  const displayed = asLngLat(point);
  if (displayed && Math.abs(displayed[1]) < 90) return displayed;
  const middle = [venue, ...features.get('level')!].map(({ geometry }) => middleOf(geometry)).find(Boolean);
  if (middle) {
    const instead = `[${middle.map((degrees) => degrees.toFixed(6)).join(', ')}]`;
    const message = `"display_point" is ${shown(venue.properties.display_point)}; the middle of its outline, ${instead}, is the origin.`;
    venue.report('assumption', 'no-display-point', message);
  }
  return middle;
}

function middleOf(geometry: unknown): LngLat | undefined {
  const positions: LngLat[] = [];
  const collect = (value: unknown): void => {
    const lngLat = asLngLat(value);
    if (lngLat) positions.push(lngLat);
    else if (Array.isArray(value)) value.forEach(collect);
  };
  if (isRecord(geometry)) collect(geometry.coordinates);
  if (positions.length === 0) return undefined;
  const bounds = boundsOf(positions.map(([x, y]) => ({ x, y })));
  return [(bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2];
}

function noPlace(venue: RawFeature): Issue {
  const message = `venue ${venue.id}: neither "display_point" nor any outline has coordinates, so there is no place to build on.`;
  return { severity: 'error', kind: 'no-place', message, file: venue.file, featureId: venue.id };
}
