import type { StudioDocument } from '@daoyin/protocol';
import { readServices } from '@daoyin/services';
import {
  type ArchiveFiles,
  type Issue,
  importIndoor,
  isZip,
  readBeaconExtension,
  readBeaconRegister,
  readBeaconsCsv,
  readVenue,
  readZip,
} from '@daoyin/venue';

/** What a file would make of the document, with what was found in it; `document` is absent where it holds nothing to take. */
export interface ReadFile {
  readonly document?: StudioDocument;
  readonly kind: 'beacons' | 'plan' | 'nothing';
  readonly issues: readonly Issue[];
}

const MOST_BYTES = 64 * 1024 * 1024;

/** Beacons of a CSV or `beacons.json`, or a plan of an IMDF zip, GeoJSON or OSM extract. Nothing throws. */
export async function readFile(file: File, document: StudioDocument): Promise<ReadFile> {
  if (file.size > MOST_BYTES)
    return refuse('too-large', `${file.name} has ${Math.round(file.size / 1e6)} MB; over 64 MB are refused.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    if (isZip(bytes)) return readPlanZip(bytes, document);
    const text = new TextDecoder().decode(bytes);
    if (/\.(csv|tsv|txt)$/i.test(file.name))
      return beaconsOf(readBeaconsCsv(text, { venue: document.venue, file: file.name }), document);
    if (/^\s*\{[\s\S]{0,400}"beacons"\s*:/.test(text))
      return beaconsOf(readBeaconRegister(text, { venue: document.venue, file: file.name }), document);
    const imported = importIndoor(file.name, bytes);
    return imported.ok
      ? readPlan(imported.files, document, imported.issues)
      : { kind: 'nothing', issues: imported.issues };
  } catch (error) {
    return refuse('unreadable', `${file.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readPlanZip(bytes: Uint8Array, document: StudioDocument): ReadFile {
  const zip = readZip(bytes);
  return zip.ok ? readPlan(zip.files, document, []) : { kind: 'nothing', issues: zip.issues };
}

function readPlan(files: ArchiveFiles, document: StudioDocument, before: readonly Issue[]): ReadFile {
  const read = readVenue(files);
  const issues = [...before, ...read.issues];
  if (!read.ok) return { kind: 'nothing', issues };
  const beacons = readBeaconExtension(files, read.venue);
  const services = files.get('services.json');
  const catalogue =
    services === undefined
      ? undefined
      : readServices(typeof services === 'string' ? services : new TextDecoder().decode(services));
  return {
    kind: 'plan',
    issues: [...issues, ...(beacons?.issues ?? []), ...(catalogue?.issues ?? [])],
    document: {
      ...document,
      venue: read.venue,
      ...(beacons?.ok && { register: beacons.register }),
      ...(catalogue?.ok && { catalogue: catalogue.services }),
    },
  };
}

/** The beacons of a sheet take the place of those with their ids; the others stay. */
function beaconsOf(read: ReturnType<typeof readBeaconRegister>, document: StudioDocument): ReadFile {
  if (!read.ok) return { kind: 'nothing', issues: read.issues };
  const fresh = new Map(read.register.beacons.map((beacon) => [beacon.id, beacon]));
  const kept = document.register.beacons.map((beacon) => fresh.get(beacon.id) ?? beacon);
  const known = new Set(kept.map(({ id }) => id));
  const beacons = [...kept, ...read.register.beacons.filter(({ id }) => !known.has(id))];
  return {
    kind: 'beacons',
    issues: read.issues,
    document: { ...document, register: { ...document.register, beacons } },
  };
}

const refuse = (kind: string, message: string): ReadFile => ({
  kind: 'nothing',
  issues: [{ severity: 'error', kind, message }],
});
