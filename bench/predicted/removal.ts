import { quantile, seededRandom } from '@daoyin/geometry';
import { AccuracyMap, evenAim, judge, prospectOf, removeLeast } from '@daoyin/positioning';
import { compareWalk } from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { estimatorContestant } from '../positioning/locate';
import type { WalkSet } from '../positioning/walks';

const METRES = 2;
const HOW_MANY = 20;
const SETTLED_MS = 15_000;

/**
 * Which 20 could go: what the map foretells without those that the optimiser names, and without 20 by chance, and what the default estimator
 * reaches then on the same simulated walks.
 */
export async function compareRemoved(venue: Venue, register: BeaconRegister, set: WalkSet): Promise<void> {
  const prospect = prospectOf(venue, undefined, METRES);
  const aim = evenAim(prospect, 'steps');
  const named = new Set<string>();
  for (const step of removeLeast(new AccuracyMap(prospect, register.beacons), HOW_MANY, aim))
    if (step.kind === 'chosen') named.add(step.id);
  const random = seededRandom(3);
  const byChance = register.beacons.map(({ id }) => ({ id, key: random() })).sort((a, b) => a.key - b.key);
  const chance = new Set(byChance.slice(0, HOW_MANY).map(({ id }) => id));
  console.log(
    `\nwhich ${HOW_MANY} of ${register.beacons.length} could go, on ${set.walks.length} simulated walks`,
  );
  for (const [name, gone] of [
    ['all', new Set<string>()],
    ['without those named', named],
    ['without 20 by chance', chance],
  ] as const) {
    const beacons = register.beacons.filter(({ id }) => !gone.has(id));
    const foretold = judge(new AccuracyMap(prospect, beacons), aim);
    const errors = await errorsWith({ ...set, register: { ...register, beacons } });
    const [median, p95] = [quantile(errors, 0.5), quantile(errors, 0.95)];
    console.log(
      `${name.padEnd(22)} map: mean 95 % ${foretold.toFixed(4)} m; estimator: median ${median.toFixed(3)} m, 95 % ${p95.toFixed(3)} m (${errors.length} s)`,
    );
  }
}

async function errorsWith(set: WalkSet): Promise<readonly number[]> {
  const errors: number[] = [];
  for (const walk of set.walks) {
    const { positions } = await estimatorContestant('best').locate(walk, set);
    const start = walk.truth[0]!.atMs;
    const { scored } = compareWalk(walk.truth, positions);
    for (const { atMs, error } of scored) if (atMs - start > SETTLED_MS) errors.push(error);
  }
  return errors;
}
