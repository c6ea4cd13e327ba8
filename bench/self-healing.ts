import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HealthLedger } from '@daoyin/positioning';
import { loadRegister, loadVenue } from './positioning/walks';
import { EvidencePool } from './self-healing/evidence';
import { describeErrors, findingsOf, headings, rowOf } from './self-healing/findings';
import { type Day, openDay, reportOf, visitOf } from './self-healing/visits';
import { worthOf } from './self-healing/worth';

/**
 * What a day of ordinary visits finds of the beacons that are dead or have been moved by 5 m, after so many visitors, and what it is worth:
 * `tsx bench/self-healing.ts [--visitors 200] [--before 0] [--told 40] [--seeds 1,2] [--quick] [--walks 6] [--cache DIR] [--venue DIR] [--beacons FILE]`.
 * Visitors enter, take a number, sit, go to a window or two and leave; their phones differ by up to 15 dB; positions are those of the default
 * estimator. The judgement knows nothing of the truth. `--before` visitors came on the day before, when all was well: else nobody has ever
 * listened. In the end other visitors walk with the register as it was, as it was healed, and as it should be.
 * Each row is of all that walks tell (staff who walk, `daoyin health`); the row below it, of what visitors' phones tell the server: `--told`
 * beacons a visit, drawn by lot, and never a place.
 * A visitor takes some 5 s here: visits are kept in `--cache`, and taken from there the next time, whatever the statistics are then.
 * `--quick` makes visits of true positions with the estimator's usual error and of whole seconds instead of packets (`self-healing/quick.ts`): a
 * world in some minutes, to see what traffic does in several.
 */
const AFTER = [25, 50, 100, 200, 400, 800];
const OPENS_MS = Date.UTC(2026, 0, 5, 9);
const OPEN_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** A tenth of the moved are dead too: so about 30 of 600 are moved and alive. */
const VARIANT = { deadShare: 0.1, movedShare: 0.055 };
/** The day before has visitors of its own. */
const BEFORE = 50_000;

const repository = fileURLToPath(new URL('..', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    visitors: { type: 'string', default: '200' },
    before: { type: 'string', default: '0' },
    told: { type: 'string', default: '40' },
    seeds: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    walks: { type: 'string', default: '6' },
    cache: { type: 'string' },
    venue: { type: 'string', default: `${repository}floorplans/zhongshan` },
    beacons: { type: 'string', default: `${repository}beacons.json` },
  },
});
const hall = { venue: loadVenue(flags.venue), register: loadRegister(flags.beacons) };
const [visitors, before] = [Number(flags.visitors), Number(flags.before)];

for (const seed of flags.seeds.split(',').map(Number)) measure(seed);

function measure(seed: number): void {
  const sound = openDay({ ...hall, seed, variant: {} });
  const day = openDay({ ...hall, seed, variant: VARIANT });
  const ledger = new HealthLedger();
  const pool = new EvidencePool(day, Number(flags.told));
  const into = { ledger, pool };
  for (let i = 0; i < before; i++) take(sound, into, BEFORE + i, OPENS_MS - DAY_MS);
  console.log(`seed ${seed}, ${before} visitors on the day before${flags.quick ? ', quick visits' : ''}`);
  console.log(headings);
  let seconds = 0;
  let findings: ReturnType<typeof findingsOf> | undefined;
  for (let i = 0; i < visitors; i++) {
    seconds += take(day, into, i, OPENS_MS + Math.round((OPEN_MS * i) / visitors));
    if (!AFTER.includes(i + 1) && i + 1 !== visitors) continue;
    findings = findingsOf(day, ledger);
    console.log(rowOf(findings, i + 1, seconds / 3600));
    console.log(rowOf(pool.findings(), i + 1, seconds / 3600, 'by phones'));
  }
  if (!findings) return;
  console.log(describeErrors(findings));
  if (!flags.quick)
    for (const line of worthOf(day, findings.verdicts, Number(flags.walks))) console.log(line);
}

/** Adds what one visitor's walk says; gives the seconds of the visit. */
function take(
  day: Day,
  { ledger, pool }: { readonly ledger: HealthLedger; readonly pool: EvidencePool },
  visitor: number,
  atMs: number,
): number {
  const visit = visitOf(day, visitor, flags.cache, flags.quick);
  const report = reportOf(day, visit);
  ledger.add(report, atMs);
  pool.add(report, visitor, atMs);
  return visit.truth.length / 2;
}
