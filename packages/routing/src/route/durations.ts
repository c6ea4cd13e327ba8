import type { DistanceTree, Look } from '../graph/distance-tree';
import { GRID } from '../space/clip';
import type { Destination, NoRoute } from '../types';
import { spotsOf, type Walker } from './answer';
import type { Building } from './building';
import { rideBetween } from './by-rides';
import type { Door, Network, Spot } from './network';
import type { Pace } from './pace';

/** What a way costs when ways are compared, and what it takes, both in seconds. */
interface Price {
  readonly cost: number;
  readonly duration: number;
}

/** Seconds from each place (row) to each place (column); undefined where no way leads, or a place is none. */
export type DurationsResult =
  | { readonly ok: true; readonly seconds: readonly (readonly (number | undefined)[])[] }
  | NoRoute;

/** All ways between some places at once: each takes what a query for it would say, at a fraction of its price. */
export function durationsBetween(
  building: Building,
  { network, pace }: Walker,
  places: readonly Destination[],
): DurationsResult {
  const spots = places.map((to) => {
    const found = building.goal(to);
    return found.ok ? spotsOf(network, found.goal) : [];
  });
  const sights = sightsOf(network, spots.flat());
  const doors = network.venue.levels.flatMap(({ shortName }) => network.doors(shortName));
  const rides = pricesBetweenDoors(network, pace, doors);
  const toDoors = new Map(
    [...sights].map(([spot, { look }]) => [spot, walksToDoors(network, pace, { spot, look }, doors)]),
  );
  const between = (a: Spot, b: Spot): Price | undefined => {
    let best: Price | undefined;
    if (a.level === b.level) {
      const { planner } = network.plan(a.level);
      best = walked(pace, planner.distanceBy(sights.get(b)!.tree, sights.get(a)!.look));
    }
    for (const [from, first] of toDoors.get(a)!) {
      for (const [to, last] of toDoors.get(b)!) {
        const ride = rides[from]![to];
        if (ride === undefined || first + ride.cost + last >= (best?.cost ?? Infinity)) continue;
        best = { cost: first + ride.cost + last, duration: first + ride.duration + last };
      }
    }
    return best;
  };
  const seconds = spots.map((from, i) =>
    spots.map((to, j) => {
      if (i === j && from.length > 0) return 0;
      const prices = from.flatMap((a) => to.flatMap((b) => between(a, b) ?? []));
      return prices.sort((a, b) => a.cost - b.cost)[0]?.duration;
    }),
  );
  return { ok: true, seconds };
}

interface Sight {
  readonly tree: DistanceTree;
  readonly look: Look;
}

function sightsOf(network: Network, spots: readonly Spot[]): ReadonlyMap<Spot, Sight> {
  const sights = new Map<Spot, Sight>();
  for (const level of new Set(spots.map((spot) => spot.level))) {
    const { planner } = network.plan(level);
    const here = spots.filter((spot) => spot.level === level);
    for (const spot of here) {
      sights.set(spot, { tree: planner.tree(spot.placed), look: planner.look(spot.placed) });
    }
  }
  return sights;
}

/** Seconds to walk from a spot to each door of its level, by the door's place in the list. */
function walksToDoors(
  network: Network,
  pace: Pace,
  { spot, look }: { readonly spot: Spot; readonly look: Look },
  doors: readonly Door[],
): [number, number][] {
  return doors.flatMap((door, i): [number, number][] => {
    if (door.level !== spot.level) return [];
    const plan = network.plan(door.level);
    const seconds = plan.planner.distanceBy(plan.treeOf(door), look) / GRID / pace.walking;
    return seconds < Infinity ? [[i, seconds]] : [];
  });
}

function walked(pace: Pace, length: number): Price | undefined {
  const seconds = length / GRID / pace.walking;
  return seconds < Infinity ? { cost: seconds, duration: seconds } : undefined;
}

function walkBetween(network: Network, pace: Pace, from: Door, to: Door): Price | undefined {
  const { planner, treeOf, lookOf } = network.plan(from.level);
  return walked(pace, planner.distanceBy(treeOf(from), lookOf(to)));
}

/** The cheapest ways between all doors, rides and walks, by Floyd (1962). */
function pricesBetweenDoors(
  network: Network,
  pace: Pace,
  doors: readonly Door[],
): readonly (readonly (Price | undefined)[])[] {
  const prices = doors.map((from, i) =>
    doors.map((to, j): Price | undefined => {
      if (i === j) return { cost: 0, duration: 0 };
      const ride = rideBetween(network, pace, from.stop, to.stop);
      const walk = from.level === to.level ? walkBetween(network, pace, from, to) : undefined;
      return ride !== undefined && ride.cost < (walk?.cost ?? Infinity) ? ride : walk;
    }),
  );
  for (let k = 0; k < doors.length; k++) {
    for (const row of prices) {
      const first = row[k];
      if (first === undefined) continue;
      prices[k]!.forEach((rest, j) => {
        if (rest === undefined || first.cost + rest.cost >= (row[j]?.cost ?? Infinity)) return;
        row[j] = { cost: first.cost + rest.cost, duration: first.duration + rest.duration };
      });
    }
  }
  return prices;
}
