import {
  type Chain,
  type ChainEvent,
  decodeReadingLine,
  describeCounters,
  startChain,
} from '@daoyin/beacon-ingest';
import { defaultEstimator, estimatorNames, isEstimatorName, type Position } from '@daoyin/positioning';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { type Command, type Flags, numberOf, readArguments, textOf } from '../arguments';
import { type Complaints, createComplaints, say } from '../complaints';
import { loadRegister, loadVenue, sayErrors } from '../files';
import { Refusal } from '../refusal';
import { type LineWriter, linesOf, lineWriter, type NumberedLine } from '../streams';

const SOURCE = 'stdin';

/** `daoyin locate`: readings in, positions out, causally. */
export const command: Command = {
  help: `Usage: daoyin locate --beacons FILE [--venue DIR] [options] < readings.jsonl > positions.jsonl

Reads readings and steps as JSONL and writes a position for every second of their clock. A line for time t uses only
input with atMs up to t. A bad line is counted and named on stderr.

  --venue DIR        floor plan folder or zip; without it no map is used
  --beacons FILE     beacon register (beacons.json)
  --every MS         time between positions (1000)
  --estimator NAME   ${estimatorNames.join(', ')} (${defaultEstimator})
  --level L          level to assume where nothing tells it
  --seed N           seed of an estimator that draws at random (1)`,
  async run(args) {
    const { flags } = readArguments(args, options, { required: ['beacons'] });
    const everyMs = numberOf(flags, 'every', { least: 10, most: 3_600_000, otherwise: 1000 });
    const chain = startChain({ ...readSettings(flags), everyMs });
    const complaints = createComplaints(say);
    const writer = lineWriter(process.stdout);
    for await (const lines of linesOf(process.stdin)) {
      for (const line of lines) follow(chain, line, writer, complaints);
      await writer.flush();
    }
    for (const event of chain.end()) tell(event, SOURCE, writer, complaints);
    await writer.flush();
    complaints.finish();
    say(`locate: ${describeCounters(chain.counters())}`);
    return 0;
  },
};

const options = {
  venue: { type: 'string' },
  beacons: { type: 'string' },
  every: { type: 'string' },
  estimator: { type: 'string' },
  level: { type: 'string' },
  seed: { type: 'string' },
} as const;

function readSettings(flags: Flags) {
  const estimator = textOf(flags, 'estimator') ?? defaultEstimator;
  if (!isEstimatorName(estimator)) {
    throw new Refusal(`--estimator is ${JSON.stringify(estimator)}, expected ${estimatorNames.join(', ')}`);
  }
  const seed = numberOf(flags, 'seed', { least: 0, most: 2 ** 32, otherwise: 1 });
  const folder = textOf(flags, 'venue');
  const loaded = folder === undefined ? undefined : loadVenue(folder);
  const beacons = loadRegister(textOf(flags, 'beacons')!, loaded?.venue);
  if (loaded) sayErrors(folder!, loaded.issues);
  sayErrors(textOf(flags, 'beacons')!, beacons.issues);
  const level = textOf(flags, 'level');
  if (level !== undefined) checkLevel(level, beacons.register, loaded?.venue);
  return {
    register: beacons.register,
    estimator,
    seed,
    ...(loaded && { venue: loaded.venue }),
    ...(level !== undefined && { level }),
  };
}

function checkLevel(level: string, { beacons }: BeaconRegister, venue: Venue | undefined): void {
  const known = venue
    ? venue.levels.map(({ shortName }) => shortName)
    : [...new Set(beacons.flatMap(({ at }) => at?.level ?? []))];
  if (!known.includes(level)) {
    throw new Refusal(`--level is ${JSON.stringify(level)}, the levels are ${known.join(', ')}`);
  }
}

function follow(chain: Chain, line: NumberedLine, writer: LineWriter, complaints: Complaints): void {
  const where = `${SOURCE}:${line.number}`;
  const decoded = line.tooLong
    ? ({ ok: false, problem: 'longer than 1 MB' } as const)
    : decodeReadingLine(line.text);
  if (!decoded.ok) {
    chain.badLine();
    complaints.add('bad-line', where, decoded.problem);
    return;
  }
  for (const event of chain.push(decoded.input)) tell(event, where, writer, complaints);
}

function tell(event: ChainEvent, where: string, writer: LineWriter, complaints: Complaints): void {
  if (event.kind === 'position') writer.write(positionLine(event.position));
  // adverts of other things are everywhere, and nobody's fault
  else if (event.kind === 'dropped' && event.reason !== 'no-beacon') {
    complaints.add(event.reason, where, event.message);
  } else if (event.kind === 'restarted') {
    complaints.add('restart', where, `the clock went back by ${event.byMs} ms for good: started anew`);
  }
}

/** Millimetres are more than anybody knows. */
function positionLine({ atMs, x, y, level, accuracy95 }: Position): string {
  return JSON.stringify({ atMs, x: rounded(x), y: rounded(y), level, accuracy95: rounded(accuracy95) });
}

function rounded(metres: number): number {
  return Math.round(metres * 1000) / 1000;
}
