import { seededRandom } from '@daoyin/geometry';
import {
  AccuracyMap,
  type Aim,
  addBest,
  ceilingPlaces,
  evenAim,
  judge,
  prospectOf,
  removeLeast,
  type SearchStep,
} from '@daoyin/positioning';
import type { Beacon, BeaconRegister, Venue } from '@daoyin/venue';
import { cpuMs } from '../positioning/locate';

const METRES = 2;
const TRIALS = 20;

/** Greedy choice beside chance and a regular grid: mean 95 % error over all floors, in metres, walking. */
export function compareOptimisers(venue: Venue, register: BeaconRegister, start: number): void {
  const prospect = prospectOf(venue, undefined, METRES);
  const aim = evenAim(prospect, 'walking');
  const random = seededRandom(1);
  const some = shuffled(register.beacons, random).slice(0, start);
  const judged = (beacons: readonly Beacon[]): number => judge(new AccuracyMap(prospect, beacons), aim);
  const before = judged(some);
  console.log(`\n${start} of ${register.beacons.length} beacons by chance: ${before.toFixed(3)} m`);
  for (const howMany of [5, 20]) {
    const candidates = ceilingPlaces(prospect, some);
    const began = cpuMs();
    const { value, looks } = lastOf(addBest(new AccuracyMap(prospect, some), candidates, howMany, aim));
    const took = (cpuMs() - began) / 1000;
    const chance = trials(() => judged([...some, ...shuffled(candidates, random).slice(0, howMany)]));
    const grid = judged([...some, ...evenly(candidates, howMany)]);
    const gain = (other: number): string =>
      `${other.toFixed(3)} m (−${(1000 * (before - other)).toFixed(0)} mm)`;
    console.log(
      `add ${howMany}: greedy ${gain(value)}, chance ${gain(chance)}, regular grid ${gain(grid)}; ` +
        `${((before - value) / (before - chance)).toFixed(1)} times the gain of chance; ${candidates.length} candidates, ${looks} reports, ${took.toFixed(1)} s`,
    );
  }
  compareRemovals(prospect, register, aim);
}

function compareRemovals(prospect: AccuracyMap['prospect'], { beacons }: BeaconRegister, aim: Aim): void {
  const random = seededRandom(2);
  const map = new AccuracyMap(prospect, beacons);
  const before = judge(map, aim);
  const began = cpuMs();
  const { value } = lastOf(removeLeast(map, 20, aim));
  const took = (cpuMs() - began) / 1000;
  const chance = trials(() => judge(new AccuracyMap(prospect, shuffled(beacons, random).slice(20)), aim), 3);
  const worse = (other: number): string => `+${(1000 * (other - before)).toFixed(1)} mm`;
  console.log(
    `remove 20 of ${beacons.length}: greedy ${worse(value)}, chance ${worse(chance)}; ${took.toFixed(1)} s`,
  );
}

function lastOf(steps: Iterable<SearchStep>): { readonly value: number; readonly looks: number } {
  let [value, looks] = [Number.NaN, 0];
  for (const step of steps) {
    looks++;
    if (step.kind === 'chosen') value = step.value;
  }
  return { value, looks };
}

function trials(once: () => number, count = TRIALS): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += once();
  return sum / count;
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => ({ one, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

/** As many as wanted, spread evenly over the candidates in the order of their rows and levels. */
function evenly(candidates: readonly Beacon[], howMany: number): readonly Beacon[] {
  return Array.from(
    { length: howMany },
    (_, i) => candidates[Math.floor(((i + 0.5) / howMany) * candidates.length)]!,
  );
}
