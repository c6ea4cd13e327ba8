import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHANNEL, compareWalk, type Effects, poolScores } from '@daoyin/traces';
import { boundRow } from './positioning/bound-row';
import { estimatorContestant } from './positioning/locate';
import { fixed, line, percent } from './positioning/rows';
import { loadRegister, loadVenue, simulatedSet } from './positioning/walks';

/**
 * The error budget: walks with steps in worlds of our own that lack one effect of the channel each, all but one, or all. The estimator knows nothing of it; the
 * bound does: `npx tsx bench/effects.ts [--worlds 2] [--walks 2] [--minutes 5] [--seed 31] [--estimator best] [--venue DIR] [--beacons FILE]`.
 * Columns: median, 75 %, 95 % and greatest error in metres, share of truths within `accuracy95`, and median and 95 % of the bound.
 */
/** By its name, how one effect is taken out of the others. */
const WITHOUT: Readonly<Record<string, (effects: Effects) => Partial<Effects>>> = {
  shadowing: ({ shadowing }) => ({ shadowing: { ...shadowing, sdDb: 0.01, behindWallSdDb: 0.01 } }),
  'power of beacons': ({ power }) => ({ power: { ...power, spreadDb: 0, weakShare: 0 } }),
  'pattern of beacons': ({ power }) => ({ power: { ...power, azimuthPatternDb: 0 } }),
  'pattern of the phone': ({ body }) => ({ body: { ...body, phonePatternDb: 0.01 } }),
  'passers-by': ({ passersBy }) => ({ passersBy: { ...passersBy, perMetre: 0 } }),
  fading: ({ fading }) => ({ fading: { ...fading, kInSightDb: 40, kBehindWallDb: 40 } }),
  'errors of the register': () => ({ register: { positionSd: 0 } }),
  'errors of steps': ({ steps }) => ({
    steps: { ...steps, personScaleSd: 0.001, stepScaleSd: 0, missedShare: 0, falsePerSecond: 0 },
  }),
};

const root = join(import.meta.dirname, '..');
const { values: flags } = parseArgs({
  options: {
    worlds: { type: 'string', default: '2' },
    walks: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '31' },
    estimator: { type: 'string', default: 'best' },
    venue: { type: 'string', default: join(root, 'floorplans/zhongshan') },
    beacons: { type: 'string', default: join(root, 'beacons.json') },
  },
});
const hall = { venue: loadVenue(flags.venue), register: loadRegister(flags.beacons) };
const amount = {
  worlds: Number(flags.worlds),
  walks: Number(flags.walks),
  minutes: Number(flags.minutes),
  seed: Number(flags.seed),
};
const { locate } = estimatorContestant(flags.estimator);
const names = Object.keys(WITHOUT);

console.log(line('world', ['median', '75 %', '95 %', 'max', 'cover95', 'bound', '95 %']));
await measure('as the channel says', []);
for (const name of names) await measure(`without ${name}`, [name]);
for (const name of names)
  await measure(
    `with ${name} alone`,
    names.filter((other) => other !== name),
  );
await measure('without any of them', names);

async function measure(name: string, without: readonly string[]): Promise<void> {
  let effects: Effects = CHANNEL;
  for (const effect of without) effects = { ...effects, ...WITHOUT[effect]!(effects) };
  const set = simulatedSet(name, hall, amount, { effects });
  const tracks = await Promise.all(set.walks.map((walk) => locate(walk, set)));
  const bound = boundRow(set, true).trim().split(/\s+/);
  const { error, coverage95 } = poolScores(
    tracks.map(({ positions }, i) => compareWalk(set.walks[i]!.truth, positions)),
  );
  const reached = [error?.median, error?.p75, error?.p95].map((metres) => fixed(metres, 2));
  console.log(line(name, [...reached, fixed(error?.max, 1), percent(coverage95), bound[1]!, bound[3]!]));
}
