import { distance } from '@daoyin/geometry';
import { distanceBetween } from '../graph/plane-path';
import { GRID } from '../space/clip';
import { type Door, type Network, type Spot, STOP_REACH } from './network';
import { type Pace, rideOf } from './pace';
import type { Stop } from './stops';

/** Keeps what is worked out once for some doors or stops and a pace, as long as they are there. */
function keptByPace<K extends object, V>(): (key: K, pace: Pace, make: () => V) => V {
  const all = new WeakMap<K, Map<Pace, V>>();
  return (key, pace, make) => {
    const known = all.get(key)?.get(pace);
    if (known !== undefined) return known;
    const made = make();
    all.set(key, (all.get(key) ?? new Map<Pace, V>()).set(pace, made));
    return made;
  };
}

/** Bounds on what rides cost a walker, in seconds. */
interface RideBounds {
  /** What going to another level costs at least beyond the straight line. */
  readonly single: number;
  /** What leaving a level and coming back costs at least beyond the straight line from start to goal. */
  readonly excursion: number;
}

/** Seconds that a way with rides in it needs at least. */
export function leastByRides(network: Network, pace: Pace, from: Spot, to: Spot): number {
  const { single, excursion } = ridesOf(network, pace);
  const least = from.level === to.level ? excursion : single;
  return least + distanceBetween(from.placed, to.placed) / GRID / pace.walking;
}

/**
 * Whether leaving the level and coming back may take less than `limit` seconds: from the start to some door, there and back between it
 * and another (`excursionsBetween`), from that to the goal.
 */
export function doorsMayBeat(network: Network, pace: Pace, from: Spot, to: Spot, limit: number): boolean {
  const doors = network.doors(from.level);
  const { table, least } = excursionsBetween(network, pace, doors);
  const count = doors.length;
  const perMetre = 1 / GRID / pace.walking;
  let nearest = Infinity;
  for (let j = 0; j < count; j++) nearest = Math.min(nearest, distanceBetween(doors[j]!.placed, to.placed));
  for (let i = 0; i < count; i++) {
    const first = distanceBetween(from.placed, doors[i]!.placed) * perMetre;
    if (first + least[i]! + nearest * perMetre >= limit) continue;
    for (let j = 0; j < count; j++) {
      const last = distanceBetween(doors[j]!.placed, to.placed) * perMetre;
      if (first + table[i * count + j]! + last < limit) return true;
    }
  }
  return false;
}

/** Seconds between doors, row by row, and the least of each row. */
interface Excursions {
  readonly table: Float64Array;
  readonly least: Float64Array;
}

const keptExcursions = keptByPace<readonly Door[], Excursions>();

/**
 * Seconds between any two doors of a level by other levels at least, row by row: the cheapest ride from the one, the cheapest to the
 * other, and walking what ground these two do not cover. Rides in between cost no less than walking their ground (`boundsOfRides`).
 */
function excursionsBetween(network: Network, pace: Pace, doors: readonly Door[]): Excursions {
  return keptExcursions(doors, pace, () => excursionsOf(network, pace, doors));
}

function excursionsOf(network: Network, pace: Pace, doors: readonly Door[]): Excursions {
  const rides = ridesFrom(network, pace, doors);
  const isKnown = ridesOf(network, pace).single >= 0;
  const table = new Float64Array(doors.length ** 2);
  doors.forEach((a, i) => {
    doors.forEach((b, j) => {
      const ground = distance(a.placed, b.placed) / GRID - rides[i]!.ground - rides[j]!.ground;
      const walking = isKnown ? Math.max(0, ground) / pace.walking : 0;
      table[i * doors.length + j] = rides[i]!.cost + rides[j]!.cost + walking;
    });
  });
  const least = Float64Array.from(doors, (_, i) =>
    Math.min(...table.subarray(i * doors.length, (i + 1) * doors.length)),
  );
  return { table, least };
}

/** The least that a ride from a stop costs, whichever way, and the most ground that one covers. */
function cheapestRide(
  { stops, venue }: Network,
  pace: Pace,
  from: Stop,
): { readonly cost: number; readonly ground: number } {
  const elevation = (level: string) => venue.levels.find(({ shortName }) => shortName === level)!.elevation;
  const others = stops.filter(({ connector, order }) => connector === from.connector && order !== from.order);
  const costs = others.map(
    ({ level, connector }) =>
      rideOf(connector.kind, elevation(level) - elevation(from.level), pace)?.cost ?? Infinity,
  );
  const back = others.map(
    ({ level, connector }) =>
      rideOf(connector.kind, elevation(from.level) - elevation(level), pace)?.cost ?? Infinity,
  );
  return {
    cost: Math.min(Infinity, ...costs, ...back),
    ground: Math.max(0, ...others.map((to) => groundBetween(from, to))),
  };
}

/** A first ride that may be worth taking: from a door, with the seconds until it is over at least, and the most ground it covers. */
interface FirstRide {
  readonly door: Door;
  readonly seconds: number;
  readonly ground: number;
}

/** The first rides from a start that are over before `limit` seconds have passed. */
export function firstRides(network: Network, pace: Pace, from: Spot, limit: number): FirstRide[] {
  const doors = network.doors(from.level);
  const rides = ridesFrom(network, pace, doors);
  const worth: FirstRide[] = [];
  for (let i = 0; i < doors.length; i++) {
    const door = doors[i]!;
    const { cost, ground } = rides[i]!;
    const seconds = distanceBetween(from.placed, door.placed) / GRID / pace.walking + cost;
    if (seconds < limit) worth.push({ door, seconds, ground });
  }
  return worth;
}

/** Seconds to a goal at least for a way that begins with one of these rides. */
export function leastAfter(
  network: Network,
  pace: Pace,
  rides: readonly FirstRide[],
  level: string,
  to: Spot,
): number {
  const { single } = ridesOf(network, pace);
  const back = to.level === level ? Math.max(0, single) : 0;
  let least = Infinity;
  for (const { door, seconds, ground } of rides) {
    // Where a ride may be quicker than walking its ground, nothing is known of what comes after.
    const left =
      single < 0 ? 0 : Math.max(0, distanceBetween(door.placed, to.placed) / GRID - ground) / pace.walking;
    least = Math.min(least, seconds + back + left);
  }
  return least;
}

type RideEstimate = ReturnType<typeof cheapestRide>;
const keptRides = keptByPace<readonly Door[], readonly RideEstimate[]>();

function ridesFrom(network: Network, pace: Pace, doors: readonly Door[]): readonly RideEstimate[] {
  return keptRides(doors, pace, () => doors.map(({ stop }) => cheapestRide(network, pace, stop)));
}

/** Seconds from a door to the goal at least, such that no step makes it shrink by more than it costs; nought where nothing is known. */
export function leastAhead(network: Network, pace: Pace, from: Spot, to: Spot): number {
  const { single } = ridesOf(network, pace);
  if (single < 0) return 0;
  const straight = distanceBetween(from.placed, to.placed) / GRID / pace.walking;
  return from.level === to.level || single === Infinity ? straight : straight + single;
}

const keptBounds = keptByPace<readonly Stop[], RideBounds>();

function ridesOf(network: Network, pace: Pace): RideBounds {
  return keptBounds(network.stops, pace, () => boundsOfRides(network, pace));
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
