import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulateWalk } from '@daoyin/traces';
import { type Command, numberOf, readArguments, textOf } from '../arguments';
import { say } from '../complaints';
import { loadRegister, loadVenue, sayErrors } from '../files';
import { Refusal } from '../refusal';

/** `daoyin simulate`: a walk with its truth. */
export const command: Command = {
  help: `Usage: daoyin simulate --venue DIR --beacons FILE --seed N --minutes M --out DIR

Simulates a visitor's walk with all that their phone hears: readings.jsonl (readings and steps) and truth.jsonl. The same
seed gives the same files.

  --venue DIR      floor plan folder or zip
  --beacons FILE   beacon register (beacons.json)
  --seed N         a whole number (1)
  --minutes M      length of the walk (5)
  --out DIR        folder to write to; it is made where it is missing`,
  async run(args) {
    const { flags } = readArguments(args, options, { required: ['venue', 'beacons', 'out'] });
    const seed = numberOf(flags, 'seed', { least: 0, most: 2 ** 32, otherwise: 1 });
    const minutes = numberOf(flags, 'minutes', { least: 0.05, most: 24 * 60, otherwise: 5 });
    const folder = textOf(flags, 'venue')!;
    const { venue, issues } = loadVenue(folder);
    sayErrors(folder, issues);
    const { register } = loadRegister(textOf(flags, 'beacons')!, venue);
    const out = textOf(flags, 'out')!;
    const { lines, truth } = attempt(() => simulateWalk({ venue, register, seed, minutes }));
    writeLines(out, { 'readings.jsonl': lines, 'truth.jsonl': truth });
    say(`simulate: ${lines.length} readings and steps, ${truth.length} lines of truth in ${out}`);
    return 0;
  },
};

const options = {
  venue: { type: 'string' },
  beacons: { type: 'string' },
  seed: { type: 'string' },
  minutes: { type: 'string' },
  out: { type: 'string' },
} as const;

/** A venue without two places to walk between cannot be simulated, and says so. */
function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(error.message);
    throw error;
  }
}

function writeLines(folder: string, files: Readonly<Record<string, readonly object[]>>): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, lines] of Object.entries(files)) {
      writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    }
  } catch (error) {
    throw new Refusal(`cannot write to ${folder}: ${(error as Error).message}`);
  }
}
