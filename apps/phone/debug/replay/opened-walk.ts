import type { RecordedWalk } from '@daoyin/protocol';
import { decodeTruthLine, mergeLines } from '@daoyin/traces';
import {
  type BeaconRegister,
  isZip,
  readBeaconRegister,
  readVenue,
  readZip,
  type Venue,
} from '@daoyin/venue';

/** A walk that can be played: its register is read. */
export interface PlayableWalk {
  readonly walk: RecordedWalk;
  readonly register: BeaconRegister;
}

/** What files gave a walk, or in English why they did not. */
export type OpenedWalk =
  | { readonly ok: true; readonly value: PlayableWalk }
  | { readonly ok: false; readonly problem: string };

/** Bytes of a file by its name. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A walk from files as they lie in a folder of recordings: readings.jsonl (and inertial.jsonl), truth.jsonl, beacons.json, a plan as an IMDF zip or
 * its GeoJSON files. What is missing of register and plan is taken from `hall`.
 */
export function openWalk(files: readonly OpenedFile[], hall?: PlayableWalk): OpenedWalk {
  const lines = mergeLines(...files.filter(({ name }) => /(?<!truth)\.jsonl$/i.test(name)).map(jsonLines));
  if (lines.length === 0) return { ok: false, problem: 'readings.jsonl is missing, or has no line' };
  const truth = files
    .filter(({ name }) => /truth\.jsonl$/i.test(name))
    .flatMap(({ bytes }) => truthIn(textOf(bytes)));
  const venue = venueIn(files);
  if (!venue.ok) return venue;
  const beacons = files.find(({ name }) => /beacons.*\.json$/i.test(name));
  const register = beacons
    ? readBeaconRegister(beacons.bytes, venue.value ? { venue: venue.value } : {})
    : undefined;
  if (register && !register.ok) return { ok: false, problem: `beacons.json: ${register.issues[0]?.message}` };
  const known = register?.register ?? hall?.register;
  if (!known) return { ok: false, problem: 'beacons.json is missing' };
  const plan = venue.value ?? (beacons ? null : (hall?.walk.venue ?? null));
  const walk = {
    name: files.map(({ name }) => name).join(', '),
    beacons: null,
    venue: plan,
    occupancy: null,
    lines,
    truth,
  };
  return { ok: true, value: { walk, register: known } };
}

/** A walk that the server gave. */
export function playable(walk: RecordedWalk): OpenedWalk {
  const read = readBeaconRegister(JSON.stringify(walk.beacons), walk.venue ? { venue: walk.venue } : {});
  if (!read.ok) return { ok: false, problem: `beacons.json: ${read.issues[0]?.message}` };
  return { ok: true, value: { walk, register: read.register } };
}

function venueIn(
  files: readonly OpenedFile[],
):
  | { readonly ok: true; readonly value: Venue | undefined }
  | { readonly ok: false; readonly problem: string } {
  const zip = files.find(({ bytes }) => isZip(bytes));
  const unpacked = zip && readZip(zip.bytes);
  if (unpacked && !unpacked.ok) return { ok: false, problem: `${zip.name} cannot be unpacked` };
  const plan = files.filter(({ name }) => /\.geojson$|manifest\.json$/i.test(name));
  const archive = unpacked?.files ?? new Map(plan.map(({ name, bytes }) => [name, bytes]));
  if (archive.size === 0) return { ok: true, value: undefined };
  const read = readVenue(archive);
  return read.ok
    ? { ok: true, value: read.venue }
    : { ok: false, problem: `the plan: ${read.issues[0]?.message}` };
}

/** Lines as they are; what is no JSON stays a string, for the chain to count. */
function jsonLines({ bytes }: OpenedFile): readonly unknown[] {
  return textOf(bytes)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        return line;
      }
    });
}

function truthIn(text: string): RecordedWalk['truth'] {
  return text.split('\n').flatMap((line) => {
    const decoded = decodeTruthLine(line);
    return decoded.ok ? [decoded.value] : [];
  });
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
