import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { estimatorNames } from '@daoyin/positioning';
import { compareWalk, poolScores, type Score, type Variant } from '@daoyin/traces';
import { boundRow } from './positioning/bound-row';
import { estimatorContestant } from './positioning/locate';
import { fixed, line, percent } from './positioning/rows';
import { loadRegister, loadVenue, simulatedSet, type WalkSet, withoutSteps } from './positioning/walks';

/**
 * Every estimator on simulated walks in worlds that are not as the register says:
 * `npm run bench:degraded -- [--worlds 2] [--walks 2] [--minutes 5] [--seed 1] [--estimators a,b] [--variants crowd,reference] [--bound] [--without-steps]
 * [--venue DIR] [--beacons FILE]`.
 * Errors in metres; lost tracks (more than 10 m for more than 10 s), each with its seconds in sum; level without the 3 s round a change; `change` seconds
 * until a change of level is noticed, `false` changes that the walker did not make; `fix` seconds to the first error under 3 m; `rest` metres that the dot moves while
 * the walker stands, a minute at most. The walks are the same in all rows of a variant.
 */
const ALL_AT_ONCE: Variant = {
  deadShare: 0.2,
  movedShare: 0.05,
  phoneGainDb: -8,
  intervalMs: 1000,
  crowd: true,
};

const VARIANTS: Readonly<Record<string, Variant>> = {
  reference: {},
  '20 % dead': { deadShare: 0.2 },
  '5 % moved 5 m': { movedShare: 0.05 },
  'phone −8 dB': { phoneGainDb: -8 },
  'phone −15 dB': { phoneGainDb: -15 },
  '1 advert/s': { intervalMs: 1000 },
  crowd: { crowd: true },
  'all at once': ALL_AT_ONCE,
};

const HEADINGS = [
  'median',
  '75 %',
  '95 %',
  'max',
  'lost',
  'lost s',
  'cover95',
  'level',
  'change',
  '95 %',
  'false',
  'fix',
  '95 %',
  'rest 95',
];

const root = join(import.meta.dirname, '..');
const { values: flags } = parseArgs({
  options: {
    worlds: { type: 'string', default: '2' },
    walks: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    estimators: { type: 'string', default: estimatorNames.join(',') },
    variants: { type: 'string', default: Object.keys(VARIANTS).join(',') },
    bound: { type: 'boolean', default: false },
    'without-steps': { type: 'boolean', default: false },
    venue: { type: 'string', default: join(root, 'floorplans/zhongshan') },
    beacons: { type: 'string', default: join(root, 'beacons.json') },
  },
});

await main();

async function main(): Promise<void> {
  const hall = { venue: loadVenue(flags.venue), register: loadRegister(flags.beacons) };
  const [worlds, walks] = [Number(flags.worlds), Number(flags.walks)];
  const [minutes, seed] = [Number(flags.minutes), Number(flags.seed)];
  console.log(`${worlds} worlds × ${walks} walks of ${minutes} min, seed ${seed}`);
  for (const name of flags.variants.split(',')) {
    const variant = VARIANTS[name];
    if (variant === undefined)
      throw new RangeError(`Expected variants of ${Object.keys(VARIANTS)}, got ${name}.`);
    const set = simulatedSet(name, hall, { worlds, walks, minutes, seed }, variant);
    const given = flags['without-steps'] ? { ...set, walks: set.walks.map(withoutSteps) } : set;
    console.log(`\n${line(name, HEADINGS)}`);
    if (flags.bound) console.log(boundRow(given, !flags['without-steps']));
    for (const estimator of flags.estimators.split(',')) {
      console.log(line(estimator, cellsOf(await scoreOf(estimator, given))));
    }
  }
}

async function scoreOf(estimator: string, set: WalkSet): Promise<Score> {
  const { locate } = estimatorContestant(estimator);
  const tracks = await Promise.all(set.walks.map((walk) => locate(walk, set)));
  return poolScores(tracks.map(({ positions }, i) => compareWalk(set.walks[i]!.truth, positions)));
}

function cellsOf(score: Score): readonly string[] {
  const { error, lost, coverage95, levelAccuracySteady, levelChange, firstFixBelow3m, jitterAtRest } = score;
  return [
    fixed(error?.median, 2),
    fixed(error?.p75, 2),
    fixed(error?.p95, 2),
    fixed(error?.max, 1),
    `${lost.tracks}`,
    fixed(lost.seconds, 0),
    percent(coverage95),
    percent(levelAccuracySteady),
    fixed(levelChange.latency?.median, 1),
    fixed(levelChange.latency?.p95, 1),
    `${levelChange.false}`,
    fixed(firstFixBelow3m?.median, 1),
    fixed(firstFixBelow3m?.p95, 1),
    fixed(jitterAtRest?.p95, 2),
  ];
}
