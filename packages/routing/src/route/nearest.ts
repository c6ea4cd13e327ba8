import type { Placed } from '../mesh/locate';
import type { Destination, NoRoute, Route } from '../types';
import { type Request, routeOf, routeTo, type StartQuery, spotsOf } from './answer';
import type { Building } from './building';
import { wayByRides } from './by-rides';
import { badQuery, failure, type Goal } from './goals';
import { type Network, type Spot, type Way, walkOf } from './network';
import { firstRides, leastAfter } from './ride-bounds';

export type NearestResult = (Route & { readonly index: number }) | NoRoute;

interface Candidate {
  readonly index: number;
  readonly goal: Goal;
  readonly spot: Spot;
}

/** First all goals of the start's own level in one search, then those of other levels, as far as they can still be nearer. */
export function nearestOf(
  building: Building,
  request: Request,
  query: StartQuery,
  destinations: readonly Destination[],
): NearestResult {
  const { network, start, pace } = request;
  const { all, here, goals } = candidatesOf(building, network, start.level, destinations);
  const found = network.plan(start.level).planner.nearest(start.placed, goals);
  const walked = found && walkOf(start.level, found.path, pace);
  const ridden = byRides(request, all, walked?.cost ?? Infinity);
  const way = ridden?.way ?? walked;
  if (way === undefined) return whyNone(building, request, query, destinations);
  const { index, goal, spot } = ridden?.candidate ?? here[found!.index]!;
  return Object.assign(routeOf(building, request, way, spot, goal), { index });
}

/** The candidate that a ride brings one to soonest, if that is in less than `limit` seconds. */
function byRides(
  { network, start, pace }: Request,
  all: readonly Candidate[],
  limit: number,
): { readonly candidate: Candidate; readonly way: Way } | undefined {
  const rides = firstRides(network, pace, start, limit);
  if (rides.length === 0) return undefined;
  const worth = all.filter(({ spot }) => leastAfter(network, pace, rides, start.level, spot) < limit);
  const spots = worth.map(({ spot }) => spot);
  const found = wayByRides(network, pace, start, spots, limit);
  return found && { candidate: worth[spots.indexOf(found.to)]!, way: found.way };
}

/** Destinations on the floors of one network, and those of the start's level apart. */
interface Candidates {
  readonly destinations: readonly Destination[];
  readonly level: string;
  readonly all: readonly Candidate[];
  readonly here: readonly Candidate[];
  readonly goals: readonly Placed[];
}

const lastCandidates = new WeakMap<Network, Candidates>();

/** The same destinations are asked for again and again (the open windows of a service): the last are kept. */
function candidatesOf(
  building: Building,
  network: Network,
  level: string,
  destinations: readonly Destination[],
): Candidates {
  const last = lastCandidates.get(network);
  if (last?.level === level && areSame(last.destinations, destinations)) return last;
  const all = destinations.flatMap((to, index): Candidate[] => {
    const found = building.goal(to);
    if (!found.ok) return [];
    return spotsOf(network, found.goal).map((spot) => ({ index, goal: found.goal, spot }));
  });
  const here = all.filter(({ spot }) => spot.level === level);
  const goals = here.map(({ spot }) => spot.placed);
  const made = { destinations: destinations.map((to) => ({ ...to })), level, all, here, goals };
  lastCandidates.set(network, made);
  return made;
}

function areSame(a: readonly Destination[], b: readonly Destination[]): boolean {
  return a.length === b.length && a.every((to, i) => isSame(to, b[i]!));
}

function isSame(a: Destination, b: Destination): boolean {
  if (b === null || typeof b !== 'object') return false;
  if ('window' in a) return 'window' in b && a.window === b.window;
  if ('featureId' in a) return 'featureId' in b && !('window' in b) && a.featureId === b.featureId;
  return !('window' in b) && !('featureId' in b) && a.x === b.x && a.y === b.y && a.level === b.level;
}

function whyNone(
  building: Building,
  request: Request,
  query: StartQuery,
  destinations: readonly Destination[],
): NoRoute {
  if (destinations.length === 0) return badQuery('There is no destination.');
  for (const to of destinations) {
    const goal = building.goal(to);
    const result = goal.ok ? routeTo(building, request, query, goal.goal) : goal;
    if (!result.ok) return result;
  }
  return failure('unreachable', 'None of the destinations can be reached.');
}
