import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decodeReading, reportOfWalk, startChain } from '@daoyin/beacon-ingest';
import { seededRandom } from '@daoyin/geometry';
import { type BeaconVerdict, diagnose, HealthLedger, type WalkReport } from '@daoyin/positioning';
import {
  type Comparison,
  compareWalk,
  createRadioWorld,
  poolScores,
  type RadioBeacon,
  routedWays,
  type SimulatedWalk,
  simulateVisit,
  simulateWalk,
} from '@daoyin/traces';
import { type Beacon, type BeaconRegister, readBeaconRegister, readVenue, type Venue } from '@daoyin/venue';

/**
 * What a day of ordinary visits finds of the beacons that are dead or have been moved by 5 m, after so many visitors, and what it is worth:
 * `tsx bench/self-healing.ts [--visitors 200] [--seed 1] [--walks 6] [--cache DIR] [--venue DIR] [--beacons FILE]`.
 * Visitors enter, take a number, sit, go to a window or two and leave; their phones differ by up to 15 dB; positions are those of the default
 * estimator. The judgement knows nothing of the truth. In the end other visitors walk with the register as it was, as it was healed, and as it
 * should be. A visitor takes some 10 s here: what was reported is kept in `--cache`, and taken from there the next time.
 */

const DEAD_SHARE = 0.1;
/** A tenth of the moved are dead too: so about 30 of 600 are moved and alive. */
const MOVED_SHARE = 0.055;
/** So many squares of 2 m within so many metres: a row of the squares there, of about 20. */
const WALKED_BY_M = 5;
const SQUARES_WALKED = 4;
const AFTER = [25, 50, 100, 200, 400, 800];
const OPENS_MS = Date.UTC(2026, 0, 5, 9);
const OPEN_MS = 8 * 3_600_000;

const repository = fileURLToPath(new URL('..', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    visitors: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    walks: { type: 'string', default: '6' },
    cache: { type: 'string' },
    venue: { type: 'string', default: `${repository}floorplans/zhongshan` },
    beacons: { type: 'string', default: `${repository}beacons.json` },
  },
});

const venue = loadVenue(flags.venue);
const register = loadRegister(flags.beacons);
const findWay = routedWays(venue);
const seed = Number(flags.seed);
const variant = { deadShare: DEAD_SHARE, movedShare: MOVED_SHARE };
const world = createRadioWorld({ venue, register, seed, variant });

main();

function main(): void {
  const visitors = Number(flags.visitors);
  const ledger = new HealthLedger();
  let seconds = 0;
  let verdicts: readonly BeaconVerdict[] = [];
  const { dead, moved, healthy } = truth();
  console.log(`${dead.length} dead, ${moved.length} moved by 5 m, ${healthy.length} healthy; seed ${seed}`);
  console.log(
    'visitors   hours   dead found   moved found   of those walked by   place m (median, 95 %)   false alarms',
  );
  for (let visitor = 0; visitor < visitors; visitor++) {
    const visit = reportOf(visitor);
    seconds += visit.seconds;
    ledger.add(visit.report, OPENS_MS + Math.round((OPEN_MS * visitor) / visitors));
    if (!AFTER.includes(visitor + 1) && visitor + 1 !== visitors) continue;
    verdicts = diagnose(ledger, { register, venue });
    console.log(row(visitor + 1, seconds / 3600, verdicts, ledger));
  }
  describeErrors(verdicts);
  measureWorth(verdicts);
}

function truth(): Record<'dead' | 'moved' | 'healthy', readonly RadioBeacon[]> {
  return {
    dead: world.beacons.filter(({ dead }) => dead),
    moved: world.beacons.filter(({ dead, moved }) => moved && !dead),
    healthy: world.beacons.filter(({ dead, moved }) => !moved && !dead),
  };
}

function row(
  visitors: number,
  hours: number,
  verdicts: readonly BeaconVerdict[],
  ledger: HealthLedger,
): string {
  const byId = new Map(verdicts.map((verdict) => [verdict.beaconId, verdict]));
  const { dead, moved, healthy } = truth();
  const deadFound = dead.filter(({ beacon }) => byId.get(beacon.id)?.state === 'dead').length;
  const movedFound = moved.filter(({ beacon }) => byId.get(beacon.id)?.state === 'moved');
  const walkedBy = moved.filter(({ beacon }) => isWalkedBy(ledger, beacon));
  const foundThere = movedFound.filter(({ beacon }) => isWalkedBy(ledger, beacon)).length;
  const errors = movedFound
    .map(({ beacon, at }) => {
      const { place } = byId.get(beacon.id)!;
      return Math.hypot(place!.x - at.x, place!.y - at.y);
    })
    .sort((a, b) => a - b);
  const wrong = healthy.filter(({ beacon }) =>
    ['dead', 'moved', 'weak'].includes(byId.get(beacon.id)?.state ?? ''),
  ).length;
  return [
    `${visitors}`.padStart(8),
    hours.toFixed(1).padStart(8),
    `${deadFound} (${percent(deadFound, dead.length)})`.padStart(13),
    `${movedFound.length} (${percent(movedFound.length, moved.length)})`.padStart(14),
    `${foundThere} of ${walkedBy.length}`.padStart(21),
    `${quantile(errors, 0.5)}, ${quantile(errors, 0.95)}`.padStart(25),
    `${wrong} (${percent(wrong, healthy.length)})`.padStart(18),
  ].join('');
}

/** Whether visitors came near enough to tell its place: some squares within a few metres of where the register has it. */
function isWalkedBy(ledger: HealthLedger, { id, at }: Beacon): boolean {
  const near = ledger
    .levelsOf(id)
    .filter(({ level, x, y }) => level === at!.level && Math.hypot(x - at!.x, y - at!.y) < WALKED_BY_M);
  return near.length >= SQUARES_WALKED;
}

/** What the visits did not find, and why: how much was there to find it by. */
function describeErrors(verdicts: readonly BeaconVerdict[]): void {
  const byId = new Map(verdicts.map((verdict) => [verdict.beaconId, verdict]));
  const { dead, moved, healthy } = truth();
  const say = (what: string, beacons: readonly RadioBeacon[], right: readonly string[]): void => {
    const missed = beacons.filter(({ beacon }) => !right.includes(byId.get(beacon.id)!.state));
    const list = missed.map(({ beacon }) => {
      const { state, probability, gainDb } = byId.get(beacon.id)!;
      return `${beacon.id} ${state} ${probability.toFixed(2)}${gainDb === undefined ? '' : ` ${gainDb.toFixed(1)} dB`}`;
    });
    console.log(`${what}: ${list.join(', ') || 'none'}`);
  };
  say('dead, not found', dead, ['dead']);
  say('moved, not found', moved, ['moved']);
  say('false alarms', healthy, ['healthy', 'unheard']);
}

/** The default estimator on other visitors' walks, with the register as it was, healed, and true. */
function measureWorth(verdicts: readonly BeaconVerdict[]): void {
  const oracle: readonly BeaconVerdict[] = world.beacons.flatMap(({ beacon, at, dead, moved }) => {
    const { id } = beacon;
    if (dead) return { beaconId: id, state: 'dead', probability: 1 };
    const place = { x: at.x, y: at.y, level: beacon.at!.level, sd: 0 };
    return moved ? { beaconId: id, state: 'moved', probability: 1, place } : [];
  });
  const walks = Array.from({ length: Number(flags.walks) }, (_, i) =>
    simulateWalk({ venue, register, seed: 900_000 + i, minutes: 5, variant, world, findWay }),
  );
  const registers = { 'as registered': [], healed: verdicts, 'as it is': oracle };
  for (const withSteps of [true, false]) {
    for (const [name, trust] of Object.entries(registers)) {
      const { error, lost, coverage95 } = poolScores(walks.map((walk) => compare(walk, trust, withSteps)));
      console.log(
        `${withSteps ? 'with steps' : 'radio only'}  ${name.padEnd(14)} median ${error?.median.toFixed(2)}  95 % ${error?.p95.toFixed(2)}` +
          `  lost ${lost.tracks}  in accuracy95 ${percent(coverage95 ?? 0, 1)}`,
      );
    }
  }
}

function compare(walk: SimulatedWalk, verdicts: readonly BeaconVerdict[], withSteps: boolean): Comparison {
  const chain = startChain({ venue, register, verdicts, seed: 1, everyMs: 1000 });
  const lines = walk.lines.filter((line) => withSteps || !('step' in line));
  const events = lines.flatMap((line) => {
    const decoded = decodeReading({ ...line });
    return decoded.ok ? chain.push(decoded.input) : [];
  });
  const positions = [...events, ...chain.end()].flatMap((event) =>
    event.kind === 'position' ? [event.position] : [],
  );
  return compareWalk(walk.truth, positions);
}

interface Visit {
  readonly seconds: number;
  readonly report: WalkReport;
}

/** One visitor's report: from the cache, or from a visit simulated now. */
function reportOf(visitor: number): Visit {
  const file = flags.cache && `${flags.cache}/visit-${seed}-${visitor}.json`;
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Visit;
  const visit = witness(visitor);
  if (file) {
    mkdirSync(flags.cache!, { recursive: true });
    writeFileSync(file, JSON.stringify(visit));
  }
  return visit;
}

function witness(visitor: number): Visit {
  const own = 100_000 * seed + visitor;
  const random = seededRandom(own);
  const phoneGainDb = random() < 0.15 ? -5 - 10 * random() : -4 + 8 * random();
  const walk = simulateVisit({
    venue,
    register,
    seed: own,
    world,
    findWay,
    variant: { ...variant, phoneGainDb },
  });
  const inputs = walk.lines.flatMap((line) => {
    const decoded = decodeReading({ ...line });
    return decoded.ok ? [decoded.input] : [];
  });
  return { seconds: walk.truth.length / 2, report: reportOfWalk({ venue, register, seed: 1 }, inputs) };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1e-9, whole)).toFixed(1)} %`;
}

function quantile(sorted: readonly number[], share: number): string {
  return sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(1) ?? '–';
}

function loadVenue(folder: string): Venue {
  const names = readdirSync(folder).filter((name) => /json$/.test(name));
  const result = readVenue(new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`)])));
  if (!result.ok) throw new Error(`${folder}: ${result.issues[0]?.message}`);
  return result.venue;
}

function loadRegister(file: string): BeaconRegister {
  const result = readBeaconRegister(readFileSync(file), { file });
  if (!result.ok) throw new Error(`${file}: ${result.issues[0]?.message}`);
  return result.register;
}
