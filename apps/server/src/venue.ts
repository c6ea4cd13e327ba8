import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StudioDocument, VenueBundle } from '@daoyin/protocol';
import { hallClock, readServices } from '@daoyin/services';
import {
  type ArchiveFiles,
  type Issue,
  readBeaconRegister,
  readVenue,
  type VenueResult,
} from '@daoyin/venue';

export type BundleResult =
  | { readonly ok: true; readonly bundle: VenueBundle; readonly archive: ArchiveFiles }
  | { readonly ok: false; readonly message: string };

/** The plan of a folder, decoded. */
export function loadVenue(folder: string): VenueResult {
  return readVenue(readFolder(folder));
}

/** A plan, its beacons and its catalogue as one version; on a fault, one line that names the file and the feature. */
export function loadBundle(folder: string, beaconsFile: string): BundleResult {
  for (const path of [folder, beaconsFile]) {
    if (!existsSync(path)) return { ok: false, message: `There is no ${path}.` };
  }
  if (!statSync(folder).isDirectory()) return { ok: false, message: `${folder} is no folder.` };
  const files = readFolder(folder);
  const venue = readVenue(files);
  if (!venue.ok) return { ok: false, message: firstError(folder, venue.issues) };
  const register = readBeaconRegister(readFileSync(beaconsFile, 'utf8'));
  if (!register.ok) return { ok: false, message: firstError(beaconsFile, register.issues) };
  const text = files.get('services.json');
  const services = text === undefined ? undefined : readServices(text);
  if (services !== undefined && !services.ok)
    return { ok: false, message: firstError(folder, services.issues) };
  const content = { venue: venue.venue, register: register.register, services: services?.services ?? null };
  return { ok: true, bundle: { version: versionOf(content), ...content }, archive: files };
}

/** What of a bundle the studio edits. */
export function documentOf({ venue, register, services, closures = [] }: VenueBundle): StudioDocument {
  return { venue, register, closures, catalogue: services };
}

/** A document as pages load it. */
export function bundleOf({ venue, register, closures, catalogue }: StudioDocument): VenueBundle {
  const content = { venue, register, services: catalogue, ...(closures.length > 0 && { closures }) };
  return { version: versionOf(content), ...content };
}

/** The bundle with its hours, for pages that lead by the clock. */
export function withClock(bundle: VenueBundle, timeZone: string, year: number): VenueBundle {
  const clock = hallClock(bundle.venue, bundle.services, { timeZone, year, closures: bundle.closures ?? [] });
  return { ...bundle, clock, version: versionOf([bundle.version, clock]) };
}

const versionOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);

function readFolder(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(geojson|json)$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function firstError(source: string, issues: readonly Issue[]): string {
  const errors = issues.filter((issue) => issue.severity === 'error');
  const [first] = errors;
  if (first === undefined) return `${source} could not be read.`;
  const where = [first.file, first.featureId].filter((part) => part !== undefined).join(' ');
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more: daoyin validate)` : '';
  return `${source}${where === '' ? '' : `: ${where}`}: ${first.message}${more}`;
}
