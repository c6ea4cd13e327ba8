import { seededRandom } from '@daoyin/geometry';
import type { Router } from '@daoyin/routing';
import type { Venue } from '@daoyin/venue';
import { row, timesOfEach } from './measure';
import { pairsIn } from './plan';

const WINDOWS = 60;
const STARTS = 200;
const ROUNDS = 15;

/** The nearest of 60 windows, from the same starts and in turn with single queries: to the window that is nearest, and to any of the 60. */
export function benchNearest(router: Router, venue: Venue): void {
  const random = seededRandom(2);
  const level = venue.levels[0]!.shortName;
  const windows = [...venue.windows].sort(() => random() - 0.5).slice(0, WINDOWS);
  const destinations = windows.map(({ number }) => ({ window: number }));
  const cases = pairsIn(router.walkable(level, 'walk'), STARTS, random).map(({ from: at }) => {
    const from = { ...at, level };
    const found = router.nearest({ from, profile: 'walk' }, destinations);
    const any = destinations[Math.floor(random() * destinations.length)]!;
    return { from, to: destinations[found.ok ? found.index : 0]!, any };
  });
  type Case = (typeof cases)[number];
  const nearest = ({ from }: Case) => router.nearest({ from, profile: 'walk' }, destinations);
  const toNearest = ({ from, to }: Case) => router.find({ from, to, profile: 'walk' });
  const toAny = ({ from, any }: Case) => router.find({ from, to: any, profile: 'walk' });
  const runs = [nearest, toNearest, toAny];
  timesOfEach(cases, runs, ROUNDS);
  const times = timesOfEach(cases, runs, ROUNDS);
  const [ours] = times as [(typeof times)[number]];
  console.log(
    row(`one-to-many, ${STARTS} starts`, ['median µs', '95 % µs', 'mean µs', 'nearest: median', 'mean']),
  );
  const names = [`nearest of ${WINDOWS} windows`, 'one query, to the nearest', 'one query, to any of them'];
  for (const [i, { median, p95, mean }] of times.entries()) {
    const ratios = i === 0 ? [] : [ours.median / median, ours.mean / mean].map((r) => `${r.toFixed(2)}x`);
    console.log(row(names[i]!, [median, p95, mean, ...ratios]));
  }
}
