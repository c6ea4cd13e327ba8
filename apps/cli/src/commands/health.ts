import { existsSync, writeFileSync } from 'node:fs';
import { type ChainInput, reportOfWalk } from '@daoyin/beacon-ingest';
import {
  type BeaconState,
  type BeaconVerdict,
  diagnose,
  HealthLedger,
  trustedRegister,
  WitnessSite,
} from '@daoyin/positioning';
import { writeBeaconRegister } from '@daoyin/venue';
import { type Command, readArguments, textOf } from '../arguments';
import { createComplaints, say } from '../complaints';
import { loadRegister, loadVenue, readBytes, sayErrors } from '../files';
import { Refusal } from '../refusal';
import { readInputs, walkFolders } from '../survey-walks';

/** `daoyin health`: ordinary walks in, which beacons are dead, weak or moved, and a register without them. */
export const command: Command = {
  help: `Usage: daoyin health --beacons FILE --walks DIR [--venue DIR] [options]

Tells from ordinary walks which beacons are dead, weak or have been moved, since when, how sure that is, and where a
moved one seems to hang now. Writes one line of JSON for each such beacon. Nobody's position is kept: of each walk
remain sums over squares of 2 m, added to those of all others.

  --venue DIR      floor plan folder or zip; its walls explain much of what is heard
  --beacons FILE   beacon register (beacons.json)
  --walks DIR      every folder at or below it with readings.jsonl is a walk; no truth is needed
  --ledger FILE    where the sums of earlier days are, if there are any, and are kept
  --date DATE      the day of the walks (2026-01-31); without it, their own clock tells
  --all            a line for every beacon, healthy or never heard too
  --out FILE       the register to trust: without the dead, the moved at their new places; locate takes it`,
  async run(args) {
    const { flags } = readArguments(args, options, { required: ['beacons', 'walks'] });
    const folder = textOf(flags, 'venue');
    const loaded = folder === undefined ? undefined : loadVenue(folder);
    const { register, issues } = loadRegister(textOf(flags, 'beacons')!, loaded?.venue);
    if (loaded) sayErrors(folder!, loaded.issues);
    sayErrors(textOf(flags, 'beacons')!, issues);
    const site = { register, ...(loaded && { venue: loaded.venue }) };
    const ledger = openLedger(textOf(flags, 'ledger'));
    const dateMs = dateOf(textOf(flags, 'date'));
    const shared = new WitnessSite(site);
    const complaints = createComplaints(say);
    const walks = walkFolders(textOf(flags, 'walks')!, ['readings.jsonl']);
    for (const walk of walks) {
      const inputs = readInputs(walk, complaints);
      ledger.add(reportOfWalk({ ...site, seed: 1 }, inputs, shared), dateMs ?? endOf(inputs));
    }
    complaints.finish();
    const verdicts = diagnose(ledger, site);
    write(textOf(flags, 'ledger'), () => `${JSON.stringify(ledger)}\n`);
    write(textOf(flags, 'out'), () => writeBeaconRegister(trustedRegister(register, verdicts)));
    for (const verdict of verdicts) {
      if (flags.all || FAULTS.includes(verdict.state)) process.stdout.write(`${lineOf(verdict)}\n`);
    }
    say(`health: ${summaryOf(verdicts, walks.length)}`);
    return 0;
  },
};

const options = {
  venue: { type: 'string' },
  beacons: { type: 'string' },
  walks: { type: 'string' },
  ledger: { type: 'string' },
  date: { type: 'string' },
  all: { type: 'boolean' },
  out: { type: 'string' },
} as const;

const FAULTS: readonly BeaconState[] = ['dead', 'moved', 'weak'];

function openLedger(file: string | undefined): HealthLedger {
  if (file === undefined || !existsSync(file)) return new HealthLedger();
  const ledger = HealthLedger.fromJSON(parse(readBytes(file).toString('utf8')));
  if (!ledger) throw new Refusal(`${file} is no ledger of beacon health`);
  return ledger;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function dateOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const atMs = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(atMs)) throw new Refusal(`--date is ${JSON.stringify(text)}, expected such as 2026-01-31`);
  return atMs;
}

function endOf(inputs: readonly ChainInput[]): number {
  const last = inputs.at(-1);
  return last === undefined ? 0 : last.kind === 'advert' ? last.advert.atMs : last.atMs;
}

function write(file: string | undefined, text: () => string): void {
  if (file === undefined) return;
  try {
    writeFileSync(file, text());
  } catch (error) {
    throw new Refusal(`cannot write ${file}: ${(error as Error).message}`);
  }
}

function lineOf({ beaconId, state, place, ...rest }: BeaconVerdict): string {
  const figures = Object.entries({ ...rest, ...place }).map(([name, value]) => [
    name,
    typeof value === 'number' && name !== 'sinceMs' ? Math.round(value * 1000) / 1000 : value,
  ]);
  return JSON.stringify({ beacon: beaconId, state, ...Object.fromEntries(figures) });
}

function summaryOf(verdicts: readonly BeaconVerdict[], walks: number): string {
  const count = (state: BeaconState): number => verdicts.filter((verdict) => verdict.state === state).length;
  const parts = FAULTS.map((state) => `${count(state)} ${state}`);
  return `${parts.join(', ')}, ${count('healthy')} healthy, ${count('unheard')} not to be heard in ${walks} walks`;
}
