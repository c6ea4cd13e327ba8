import { GRID } from '../space/clip';
import type { Destination, NoRoute, Route } from '../types';
import { type Request, routeOf, routeTo, type StartQuery, spotsOf } from './answer';
import type { Building } from './building';
import { badQuery, failure, type Goal } from './goals';
import { findWay, leastByRides, type Spot, type Way } from './network';

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
  const candidates = destinations.flatMap((to, index): Candidate[] => {
    const found = building.goal(to);
    if (!found.ok) return [];
    return spotsOf(network, found.goal).map((spot) => ({ index, goal: found.goal, spot }));
  });
  let best = nearestOnLevel(request, candidates);
  for (const candidate of candidates) {
    const limit = best?.way.cost ?? Infinity;
    if (leastByRides(network, pace, start, candidate.spot) >= limit) continue;
    const way = findWay(network, pace, start, candidate.spot, limit);
    if (way !== undefined && way.cost < limit) best = { ...candidate, way };
  }
  if (best === undefined) return whyNone(building, request, query, destinations);
  const route = routeOf(building, request, best.way, best.spot, best.goal);
  return Object.defineProperty(route, 'index', { value: best.index, enumerable: true }) as NearestResult;
}

function nearestOnLevel(
  { network, start, pace }: Request,
  candidates: readonly Candidate[],
): (Candidate & { readonly way: Way }) | undefined {
  const here = candidates.filter(({ spot }) => spot.level === start.level);
  const goals = here.map(({ spot }) => spot.placed);
  const found = network.plan(start.level).planner.nearest(start.placed, goals);
  if (found === undefined) return undefined;
  const cost = found.path.length / GRID / pace.walking;
  return {
    ...here[found.index]!,
    way: { steps: [{ kind: 'walk', level: start.level, path: found.path }], cost },
  };
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
