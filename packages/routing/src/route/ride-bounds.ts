import { distance } from '@daoyin/geometry';
import { GRID } from '../space/clip';
import { type Network, type Spot, STOP_REACH } from './network';
import { type Pace, rideOf } from './pace';
import type { Stop } from './stops';

/** Bounds on what rides cost a walker, in seconds. */
interface RideBounds {
  /** What going to another level costs at least beyond the straight line. */
  readonly single: number;
  /** What leaving a level and coming back costs at least beyond the straight line from start to goal. */
  readonly excursion: number;
}

/** Seconds that a way with rides in it needs at least. */
export function leastByRides(network: Network, pace: Pace, from: Spot, to: Spot): number {
  const least = leastRide(network, pace, from.level === to.level);
  return least + distance(from.placed, to.placed) / GRID / pace.walking;
}

/** Seconds that rides cost at least beyond the straight line, for a way that comes back to its level or one that does not. */
export function leastRide(network: Network, pace: Pace, comesBack: boolean): number {
  const { single, excursion } = ridesOf(network, pace);
  return comesBack ? excursion : single;
}

const rideBounds = new WeakMap<readonly Stop[], Map<Pace, RideBounds>>();

function ridesOf(network: Network, pace: Pace): RideBounds {
  const known = rideBounds.get(network.stops) ?? new Map<Pace, RideBounds>();
  rideBounds.set(network.stops, known);
  const bounds = known.get(pace) ?? boundsOfRides(network, pace);
  known.set(pace, bounds);
  return bounds;
}

/**
 * A way over other levels has two rides or more, one up and one down. Each covers at most the ground between its doors, and walking
 * covers the rest, so that by the triangle inequality the way costs at least straight line / speed + Σ (ride − its ground / speed).
 */
function boundsOfRides({ stops, venue }: Network, pace: Pace): RideBounds {
  const elevations = new Map(venue.levels.map(({ shortName, elevation }) => [shortName, elevation]));
  let [up, down] = [Infinity, Infinity];
  for (const a of stops) {
    for (const b of stops) {
      if (a.connector !== b.connector || a.order === b.order) continue;
      const rise = elevations.get(b.level)! - elevations.get(a.level)!;
      const cost = rideOf(a.connector.kind, rise, pace)?.cost ?? Infinity;
      const saved = cost - groundBetween(a, b) / pace.walking;
      if (b.order > a.order) up = Math.min(up, saved);
      else down = Math.min(down, saved);
    }
  }
  // A ride that is quicker than walking its ground could be taken again and again: then nothing is known.
  const single = Math.min(up, down);
  return single < 0 ? { single: -Infinity, excursion: -Infinity } : { single, excursion: up + down };
}

/** The most metres between a door of one stop and a door of another, as far as either may have been moved. */
function groundBetween(a: Stop, b: Stop): number {
  const metres = a.doors.flatMap(({ at }) => b.doors.map((door) => distance(at, door.at)));
  return Math.max(0, ...metres) + 2 * STOP_REACH;
}
