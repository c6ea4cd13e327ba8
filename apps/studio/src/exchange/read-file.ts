import type { StudioDocument } from '@daoyin/protocol';
import { readServices } from '@daoyin/services';
import {
  type ArchiveFiles,
  type DxfDrawing,
  type Issue,
  isDrawing,
  isZip,
  putStorey,
  readBeaconExtension,
  readBeaconRegister,
  readBeaconsCsv,
  readVenue,
  readZip,
} from '@daoyin/venue';
import type { DrawingChoice } from './DrawingLayers';
import type { Importer } from './importer';

/**
 * What a file holds, with what was found in it; `take` makes it part of a document, and is absent where there is nothing to take. A
 * drawing is read after somebody has said what is on its layers.
 */
export interface ReadFile {
  readonly take?: (document: StudioDocument) => StudioDocument;
  readonly drawing?: OpenDrawing;
  readonly kind: 'beacons' | 'plan' | 'drawing' | 'nothing';
  readonly issues: readonly Issue[];
}

/** A drawing whose layers wait to be named. */
export interface OpenDrawing {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly drawing: DxfDrawing;
}

const MOST_BYTES = 64 * 1024 * 1024;

/** Beacons of a CSV, `beacons.json` or the IMDF extension, or a plan of an IMDF zip, GeoJSON, OSM extract or DXF drawing. Nothing throws. */
export async function readFile(
  file: File,
  { venue, register }: StudioDocument,
  importer: Importer,
): Promise<ReadFile> {
  if (file.size > MOST_BYTES)
    return refuse('too-large', `${file.name} has ${Math.round(file.size / 1e6)} MB; over 64 MB are refused.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    if (isZip(bytes)) return readPlanZip(bytes);
    const text = textOf(bytes);
    if (/\.(csv|tsv|txt)$/i.test(file.name))
      return beaconsOf(readBeaconsCsv(text, { venue, file: file.name, known: register.beacons }));
    if (/^\s*\{[\s\S]{0,400}"beacons"\s*:/.test(text))
      return beaconsOf(readBeaconRegister(text, { venue, file: file.name }));
    if (text.includes('"daoyin:beacon"')) {
      const beacons = readBeaconExtension(new Map([['beacon.geojson', text]]), venue);
      if (beacons) return beaconsOf(beacons);
    }
    if (isPicture(bytes))
      return refuse('is-a-picture', `${file.name} is a picture: trace it, in the panel "Picture".`);
    if (isDrawing(bytes)) {
      const answer = await importer.layers(file.name, bytes);
      return answer.ok
        ? { kind: 'drawing', drawing: { name: file.name, bytes, drawing: answer.drawing }, issues: [] }
        : { kind: 'nothing', issues: [answer.issue] };
    }
    const imported = await importer.plan(file.name, bytes);
    return imported.ok
      ? readPlan(imported.files, imported.issues)
      : { kind: 'nothing', issues: imported.issues };
  } catch (error) {
    return refuse('unreadable', `${file.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A drawing by what somebody said of its layers: a plan of its own, or one storey of the present one. */
export async function readDrawing(
  { name, bytes }: OpenDrawing,
  { options, into }: DrawingChoice,
  importer: Importer,
): Promise<ReadFile> {
  const imported = await importer.plan(name, bytes, options);
  if (!imported.ok) return { kind: 'nothing', issues: imported.issues };
  if (into === 'whole') return readPlan(imported.files, imported.issues);
  const read = readVenue(imported.files);
  const issues = [...imported.issues, ...read.issues].filter(({ kind }) => kind !== 'place-assumed');
  if (!read.ok) return { kind: 'nothing', issues };
  return { kind: 'plan', issues, take: putStorey(read.venue, read.venue.levels[0]!.shortName) };
}

/** UTF-8, or else GB 18030, in which Excel in China saves a CSV (GB 18030-2022 holds GBK and GB 2312). */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x25, 0x50, 0x44, 0x46],
];

const isPicture = (bytes: Uint8Array): boolean =>
  PICTURES.some((start) => start.every((byte, i) => bytes[i] === byte));

const DIRECTORY_BYTES = 64 * 1024;

/** A spreadsheet's own format is a zip, too: the directory at its end names the workbook (ECMA-376-2). */
const isWorkbook = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(-DIRECTORY_BYTES)).includes('xl/workbook.xml');

function readPlanZip(bytes: Uint8Array): ReadFile {
  if (isWorkbook(bytes))
    return refuse('is-a-workbook', 'This is a spreadsheet: save its sheet as CSV first.');
  const zip = readZip(bytes);
  return zip.ok ? readPlan(zip.files, []) : { kind: 'nothing', issues: zip.issues };
}

function readPlan(files: ArchiveFiles, before: readonly Issue[]): ReadFile {
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
    take: (document) => ({
      ...document,
      venue: read.venue,
      ...(beacons?.ok && { register: beacons.register }),
      ...(catalogue?.ok && { catalogue: catalogue.services }),
    }),
  };
}

/** The beacons of a sheet take the place of those with their ids; the others stay. */
function beaconsOf(read: ReturnType<typeof readBeaconRegister>): ReadFile {
  if (!read.ok) return { kind: 'nothing', issues: read.issues };
  const fresh = new Map(read.register.beacons.map((beacon) => [beacon.id, beacon]));
  const take = (document: StudioDocument): StudioDocument => {
    const kept = document.register.beacons.map((beacon) => fresh.get(beacon.id) ?? beacon);
    const known = new Set(kept.map(({ id }) => id));
    const beacons = [...kept, ...read.register.beacons.filter(({ id }) => !known.has(id))];
    return { ...document, register: { ...document.register, beacons } };
  };
  return { kind: 'beacons', issues: read.issues, take };
}

const refuse = (kind: string, message: string): ReadFile => ({
  kind: 'nothing',
  issues: [{ severity: 'error', kind, message }],
});
