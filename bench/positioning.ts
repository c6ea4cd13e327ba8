import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { estimatorNames } from '@daoyin/positioning';
import { type Comparison, compareWalk, poolScores, type Score } from '@daoyin/traces';
import { boundRow } from './positioning/bound-row';
import { type Contestant, estimatorContestant } from './positioning/locate';
import { openHps } from './positioning/openhps';
import { nodeTrilateration } from './positioning/peers';
import { heading, scoreRow } from './positioning/rows';
import {
  hasSteps,
  loadRegister,
  loadVenue,
  recordedSet,
  simulatedSet,
  type WalkSet,
  withoutSteps,
} from './positioning/walks';

/**
 * Every estimator and its peers on the same walks in one run, one position a second, causal:
 * `npm run bench:positioning -- [--sets simulated,hall,survey,tetam] [--estimators a,b] [--worlds 2] [--walks 2] [--minutes 5] [--seed 1] [--without-bound]`.
 * Errors in metres; `level` and `cover95` (of accuracy95) in per cent, level without the 3 s round a change; `ms` is all the computing for one position.
 * Simulated walks need no data; recorded ones are read from DAOYIN_DATA or ../shared/data and are left out where there are none.
 */
const { values: flags } = parseArgs({
  options: {
    sets: { type: 'string', default: 'simulated,hall,survey,tetam' },
    estimators: { type: 'string', default: estimatorNames.join(',') },
    worlds: { type: 'string', default: '2' },
    walks: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    'without-bound': { type: 'boolean', default: false },
  },
});

const root = join(import.meta.dirname, '..');
const data = process.env.DAOYIN_DATA ?? join(root, '../shared/data');

await main();

async function main(): Promise<void> {
  const estimators = flags.estimators.split(',').map(estimatorContestant);
  const peers = await peerFamilies();
  for (const name of flags.sets.split(',')) {
    const set = setNamed(name);
    if (set === undefined) continue;
    const seconds = set.walks.reduce(
      (sum, { truth }) => sum + (truth.at(-1)!.atMs - truth[0]!.atMs) / 1000,
      0,
    );
    console.log(`\n${set.name}: ${set.walks.length} walks, ${(seconds / 60).toFixed(0)} minutes`);
    await block('radio only', false, { ...set, walks: set.walks.map(withoutSteps) }, estimators, peers);
    if (hasSteps(set)) await block('with steps', true, set, estimators, []);
  }
}

async function block(
  title: string,
  steps: boolean,
  set: WalkSet,
  estimators: readonly Contestant[],
  peers: readonly (readonly Contestant[])[],
): Promise<void> {
  console.log(heading(title));
  if (!flags['without-bound']) console.log(boundRow(set, steps));
  for (const family of peers) console.log((await bestOf(family, set)).row);
  for (const estimator of estimators) console.log((await measured(estimator, set)).row);
}

/** The contestant of a family with the least median error: peers are shown as well as they can be set up. */
async function bestOf(family: readonly Contestant[], set: WalkSet) {
  const results = [];
  for (const contestant of family) results.push(await measured(contestant, set));
  const median = ({ score }: { readonly score: Score }): number => score.error?.median ?? Infinity;
  return results.reduce((best, one) => (median(one) < median(best) ? one : best));
}

async function measured(contestant: Contestant, set: WalkSet): Promise<{ score: Score; row: string }> {
  const comparisons: Comparison[] = [];
  const updateMs: number[] = [];
  for (const walk of set.walks) {
    const located = await contestant.locate(walk, set);
    comparisons.push(compareWalk(walk.truth, located.positions));
    updateMs.push(...located.updateMs);
  }
  const score = poolScores(comparisons);
  return { score, row: scoreRow(contestant.name, score, updateMs) };
}

async function peerFamilies(): Promise<readonly (readonly Contestant[])[]> {
  const openHpsSettings = [
    { exponent: 2, beacons: 6, windowMs: 2000 },
    { exponent: 2.5, beacons: 6, windowMs: 2000 },
    { exponent: 2.5, beacons: 12, windowMs: 5000 },
  ];
  return [
    [2000, 5000].flatMap((windowMs) => [2, 2.5].map((exponent) => nodeTrilateration(exponent, windowMs))),
    await Promise.all(openHpsSettings.map(openHps)),
  ];
}

function setNamed(name: string): WalkSet | undefined {
  if (name === 'simulated') return simulated();
  const folder = join(data, name === 'tetam' ? 'tetam' : 'hall');
  if (!existsSync(folder)) {
    console.warn(`${name} is left out: there is no ${folder} (DAOYIN_DATA).`);
    return undefined;
  }
  const register = loadRegister(join(folder, 'beacons.json'));
  if (name === 'tetam') return recordedSet('TETAM (a real hall, no plan)', folder, { register });
  const hall = { register, venue: loadVenue(join(folder, 'venue')) };
  if (name === 'hall') return recordedSet('reference hall, walks', join(folder, 'walks'), hall);
  if (name === 'survey') return recordedSet('reference hall, survey walks', join(folder, 'survey'), hall);
  throw new RangeError(`Expected sets of simulated, hall, survey, tetam, got ${name}.`);
}

function simulated(): WalkSet {
  const hall = {
    venue: loadVenue(join(root, 'floorplans/zhongshan')),
    register: loadRegister(join(root, 'beacons.json')),
  };
  const [worlds, walks] = [Number(flags.worlds), Number(flags.walks)];
  const [minutes, seed] = [Number(flags.minutes), Number(flags.seed)];
  return simulatedSet(`simulated, seed ${seed}: ${worlds} worlds`, hall, { worlds, walks, minutes, seed });
}
