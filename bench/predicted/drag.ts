import { quantile } from '@daoyin/geometry';
import { AccuracyMap, LossMap, prospectOf } from '@daoyin/positioning';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { cpuMs } from '../positioning/locate';

const MOVES = 40;

/** What the worker does for each place that a beacon is dragged to, beside making the whole map again. */
export function measureDrag(venue: Venue, register: BeaconRegister): void {
  const prospect = prospectOf(venue, register.calibration, 1);
  const began = cpuMs();
  const map = new AccuracyMap(prospect, register.beacons);
  for (const level of venue.levels.keys()) map.level(level, 'steps');
  const whole = cpuMs() - began;
  const dragged = register.beacons.find(({ at }) => at?.level === venue.levels[0]!.shortName)!;
  const losses = new LossMap(map, 0, 'steps');
  const began2 = cpuMs();
  for (const _ of losses.refresh());
  const allLosses = cpuMs() - began2;
  const [place, level, follow]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < MOVES; i++) {
    const at = { ...dragged.at!, x: dragged.at!.x + 0.3 * i, y: dragged.at!.y + 0.1 * i };
    const t0 = cpuMs();
    map.place(dragged.id, { ...dragged, at });
    const t1 = cpuMs();
    map.level(0, 'steps');
    const t2 = cpuMs();
    losses.follow([dragged.id]);
    place.push(t1 - t0);
    level.push(t2 - t1);
    follow.push(cpuMs() - t2);
  }
  const squares = prospect.cells.map(({ count }) => count);
  const told = (times: readonly number[]): string =>
    `${quantile(times, 0.5).toFixed(0)} ms (95 % ${quantile(times, 0.95).toFixed(0)})`;
  const both = place.map((ms, i) => ms + level[i]!);
  console.log(
    `${register.beacons.length} beacons, ${squares.join(' + ')} squares of 1 m; milliseconds of computing`,
  );
  console.log(
    `all anew: ${whole.toFixed(0)} ms; losses by each of all beacons on a level: ${allLosses.toFixed(0)} ms`,
  );
  console.log(
    `one beacon dragged, ${MOVES} places: told ${told(place)} + its level and the map of it ${told(level)} = ${told(both)}`,
  );
  console.log(
    `and its losses: ${told(follow)}; ${(whole / quantile(both, 0.5)).toFixed(0)} times faster than all anew`,
  );
}
