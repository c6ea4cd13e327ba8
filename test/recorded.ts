import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChainInput, decodeReadingLine, startChain } from '@daoyin/beacon-ingest';
import { decodeTruthLine, type PositionLine, type TruthPoint } from '@daoyin/traces';
import { type BeaconRegister, readBeaconRegister, readVenue, type Venue } from '@daoyin/venue';

/** Where the recorded walks are. */
export const data = process.env.DAOYIN_DATA ?? join(import.meta.dirname, '../../shared/data');
export const recorded = existsSync(join(data, 'tetam')) && existsSync(join(data, 'hall/walks'));

export const tetamWalks = [
  'straight_01',
  'straight_02',
  'straight_03',
  'rectangular_without_rotation',
  'zigzagging_without_rotation',
].map((name) => join(data, 'tetam', name));

export function walksIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

export function registerOf(file: string): BeaconRegister {
  const read = readBeaconRegister(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.register;
}

export function venueOf(folder: string): Venue {
  const read = readVenue(
    new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.venue;
}

export function truthOf(walk: string): TruthPoint[] {
  return linesOf(join(walk, 'truth.jsonl')).flatMap((line) => {
    const decoded = decodeTruthLine(line);
    return decoded.ok ? [decoded.value] : [];
  });
}

/** What was heard and stepped on a walk, in order of time. */
export function inputsOf(walk: string, file = 'readings.jsonl'): ChainInput[] {
  return linesOf(join(walk, file)).flatMap((line) => {
    const decoded = decodeReadingLine(line);
    return decoded.ok ? [decoded.input] : [];
  });
}

export interface LocateContext {
  readonly register: BeaconRegister;
  readonly venue?: Venue;
  readonly estimator?: string;
}

/** Positions every second, causally, as `daoyin locate` gives them. */
export function locate(inputs: readonly ChainInput[], context: LocateContext): PositionLine[] {
  const chain = startChain({ ...context, seed: 1, everyMs: 1000 });
  const events = inputs.flatMap((input) => chain.push(input));
  return [...events, ...chain.end()].flatMap((event) => (event.kind === 'position' ? [event.position] : []));
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}
