import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChainInput, decodeReading, decodeReadingLine } from '@daoyin/beacon-ingest';
import {
  createRadioWorld,
  decodeTruthLine,
  routedWays,
  simulateWalk,
  type TruthPoint,
  type Variant,
} from '@daoyin/traces';
import { type BeaconRegister, readBeaconRegister, readVenue, type Venue } from '@daoyin/venue';

/** One walk: what the phone took in, in order of time, and where it was. */
export interface Walk {
  readonly name: string;
  readonly inputs: readonly ChainInput[];
  readonly truth: readonly TruthPoint[];
  /** Beacons of the register that are not on the air where it says, where that is known. */
  readonly silent?: ReadonlySet<string>;
}

/** Walks through one building. */
export interface WalkSet {
  readonly name: string;
  readonly venue?: Venue;
  readonly register: BeaconRegister;
  readonly walks: readonly Walk[];
  /** In what the radio differs from the reference conditions, where that is known. */
  readonly variant?: Variant;
}

export function withoutSteps({ inputs, ...walk }: Walk): Walk {
  return { ...walk, inputs: inputs.filter(({ kind }) => kind !== 'step') };
}

export function hasSteps({ walks }: WalkSet): boolean {
  return walks.some(({ inputs }) => inputs.some(({ kind }) => kind === 'step'));
}

/** How much to simulate: worlds (radio), walks in each, minutes a walk. */
export interface Amount {
  readonly worlds: number;
  readonly walks: number;
  readonly minutes: number;
  readonly seed: number;
}

/** Walks of our own simulator; one world (radio) is shared by its walks. */
export function simulatedSet(
  name: string,
  { venue, register }: { readonly venue: Venue; readonly register: BeaconRegister },
  { worlds, walks, minutes, seed }: Amount,
  variant: Variant = {},
): WalkSet {
  const findWay = routedWays(venue);
  const all = range(worlds).flatMap((w) => {
    const world = createRadioWorld({ venue, register, seed: seed + w, variant });
    const elsewhere = world.beacons.filter(({ dead, moved }) => dead || moved);
    const silent = new Set(elsewhere.map(({ beacon }) => beacon.id));
    return range(walks).map((i): Walk => {
      const walkSeed = 1000 * (seed + w) + i;
      const walk = simulateWalk({ venue, register, seed: walkSeed, minutes, variant, world, findWay });
      const inputs = walk.lines.flatMap((line) => {
        const decoded = decodeReading({ ...line });
        return decoded.ok ? [decoded.input] : [];
      });
      return { name: `${seed + w}/${i}`, inputs, truth: walk.truth, silent };
    });
  });
  return { name, venue, register, walks: all, variant };
}

/** Every folder of `dir` with readings and truth. */
export function recordedSet(
  name: string,
  dir: string,
  hall: { readonly venue?: Venue; readonly register: BeaconRegister },
): WalkSet {
  const folders = readdirSync(dir).filter((walk) => existsSync(join(dir, walk, 'truth.jsonl')));
  return { name, ...hall, walks: folders.sort().map((walk) => readWalk(join(dir, walk), walk)) };
}

function readWalk(folder: string, name: string): Walk {
  const inputs = linesOf(join(folder, 'readings.jsonl')).flatMap((line) => {
    const decoded = decodeReadingLine(line);
    return decoded.ok ? [decoded.input] : [];
  });
  const truth = linesOf(join(folder, 'truth.jsonl')).flatMap((line) => {
    const decoded = decodeTruthLine(line);
    return decoded.ok ? [decoded.value] : [];
  });
  return { name, inputs, truth };
}

export function loadVenue(folder: string): Venue {
  const names = readdirSync(folder).filter((name) => name.endsWith('json'));
  const result = readVenue(new Map(names.map((name) => [name, readFileSync(join(folder, name))])));
  if (!result.ok) throw new Error(`${folder}: ${result.issues[0]?.message}`);
  return result.venue;
}

export function loadRegister(file: string): BeaconRegister {
  const result = readBeaconRegister(readFileSync(file), { file });
  if (!result.ok) throw new Error(`${file}: ${result.issues[0]?.message}`);
  return result.register;
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

export function range(n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => i);
}
