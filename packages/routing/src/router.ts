import type { MultiPolygon, Point } from '@daoyin/geometry';
import type { FeatureId, Issue, Venue } from '@daoyin/venue';
import { manoeuvresOf } from './guidance/manoeuvres';
import { assemble, type BareRoute } from './route/assemble';
import { type Building, createBuilding } from './route/building';
import { badQuery, failure, type Goal, goalOf, problemWith } from './route/goals';
import { findWay, type Network, type Spot, type Way } from './route/network';
import { PACES } from './route/pace';
import { reachabilityOf } from './route/reachability';
import { whyUnreachable } from './route/why';
import { areasOf, GRID } from './space/clip';
import { accessOf } from './space/walker';
import type { Destination, Manoeuvre, NoRoute, ProfileName, Route, RouteQuery, RouteResult } from './types';

/** How far a start or goal may be off the walkable floor, in metres. */
const REACH = 5;
/** A move shorter than this (in metres) is not worth saying. */
const UNSEEN = 0.01;

export interface RouterOptions {
  /** Walkers whose levels are prepared at once instead of at their first query. */
  readonly prepare?: readonly ProfileName[];
  /** What is shut from the beginning. */
  readonly closed?: readonly FeatureId[];
}

export type NearestResult = (Route & { readonly index: number }) | NoRoute;

/** Routes in one venue. Deterministic; keeps what it has prepared, and what is closed. */
export interface Router {
  readonly venue: Venue;
  /** The route of least duration. Never throws: what is wrong with a query is in the answer. */
  readonly find: (query: RouteQuery) => RouteResult;
  /** The destination that is reached soonest, by its index, with the route to it. */
  readonly nearest: (query: Omit<RouteQuery, 'to'>, destinations: readonly Destination[]) => NearestResult;
  /** Shuts these openings, units, lifts, stairs … and opens all others. Only the levels concerned are planned anew. */
  readonly setClosed: (ids: readonly FeatureId[]) => void;
  /** Where a walker's centre may be, as drawable areas in metres. */
  readonly walkable: (level: string, profile: ProfileName, staff?: boolean) => MultiPolygon;
  /** What had to be assumed about the archive. */
  readonly assumptions: readonly Issue[];
  /** What cannot be reached from the street, with nothing closed. */
  readonly reachability: () => readonly Issue[];
}

/** The findings of routing for `daoyin validate`: windows, levels and rooms that no public entrance leads to. */
export function reachabilityIssues(venue: Venue, router: Router = createRouter(venue)): readonly Issue[] {
  return router.reachability();
}

export function createRouter(venue: Venue, { prepare = ['walk'], closed = [] }: RouterOptions = {}): Router {
  const building = createBuilding(venue);
  let shut: ReadonlySet<FeatureId> = new Set(closed);
  for (const profile of prepare) {
    const network = building.network(accessOf(profile, false), shut);
    for (const { shortName } of venue.levels) network.plan(shortName);
  }
  const assumptions = building.issues();

  const find = (query: RouteQuery): RouteResult => {
    const request = requestOf(building, shut, query);
    if (!request.ok) return request;
    const goal = goalOf(venue, query.to);
    return goal.ok ? routeTo(building, request, query, goal.goal) : goal;
  };

  const nearest: Router['nearest'] = (query, destinations) => {
    if (destinations.length === 0) return badQuery('There is no destination.');
    let best: NearestResult | undefined;
    let refused: NoRoute | undefined;
    destinations.forEach((to, index) => {
      const found = find({ ...query, to });
      if (!found.ok) refused ??= found;
      else if (best === undefined || !best.ok || found.duration < best.duration) best = { ...found, index };
    });
    return best ?? refused!;
  };

  return {
    venue,
    find,
    nearest,
    setClosed: (ids) => {
      shut = new Set(ids);
    },
    walkable: (level, profile, staff = false) => {
      if (problemWith(venue, { x: 0, y: 0, level }, 'level') !== undefined) return [];
      return areasOf(building.network(accessOf(profile, staff), shut).plan(level).free);
    },
    assumptions,
    reachability: () => reachabilityOf(building),
  };
}

interface Request {
  readonly ok: true;
  readonly network: Network;
  readonly closed: ReadonlySet<FeatureId>;
  readonly start: Spot;
  readonly moved: number;
}

function requestOf(building: Building, shut: ReadonlySet<FeatureId>, query: RouteQuery): Request | NoRoute {
  const { from, profile, closed: alsoClosed = [], staff = false } = query;
  const problem = problemWith(building.venue, from, 'start');
  if (problem !== undefined) return problem;
  if (!Object.hasOwn(PACES, profile)) {
    return badQuery(`There is no walker "${profile}"; there are ${Object.keys(PACES).join(', ')}.`);
  }
  const closed = alsoClosed.length === 0 ? shut : new Set([...shut, ...alsoClosed]);
  const network = building.network(accessOf(profile, staff), closed);
  const placed = network.plan(from.level).place(from, REACH);
  if (placed === undefined) return notWalkable('start', from, from.level);
  return { ok: true, network, closed, start: { level: from.level, placed }, moved: placed.moved / GRID };
}

function notWalkable(what: string, { x, y }: Point, level: string): NoRoute {
  return failure(
    'not-walkable',
    `The ${what} (${x}, ${y}) on ${level} is farther than ${REACH} m from any floor that this walker can use.`,
  );
}

function routeTo(building: Building, request: Request, query: RouteQuery, goal: Goal): RouteResult {
  const { network, start } = request;
  const pace = PACES[query.profile];
  const spots = goal.points.flatMap((point): Spot[] => {
    const placed = network.plan(goal.level).place(point, REACH);
    return placed === undefined ? [] : [{ level: goal.level, placed }];
  });
  if (spots.length === 0)
    return notWalkable('goal', goal.points[0] ?? { x: Number.NaN, y: Number.NaN }, goal.level);
  let best: { way: Way; spot: Spot } | undefined;
  for (const spot of spots) {
    const way = findWay(network, pace, start, spot);
    if (way !== undefined && way.cost < (best?.way.cost ?? Infinity)) best = { way, spot };
  }
  if (best === undefined) return whyUnreachable(building, request.closed, query, start, spots);
  const bare = assemble(best.way, pace, goal);
  const moved = movedBy(request.moved, best.spot.placed.moved / GRID);
  return withManoeuvres({ ...bare, ...(moved && { moved }) }, () => manoeuvresOf(building, bare));
}

/** Manoeuvres cost more than the search: they are found when somebody first reads them, and stay. */
function withManoeuvres(bare: BareRoute, make: () => readonly Manoeuvre[]): Route {
  let made: readonly Manoeuvre[] | undefined;
  const manoeuvres = {
    enumerable: true,
    get: () => {
      made ??= make();
      return made;
    },
  };
  return Object.defineProperty(bare, 'manoeuvres', manoeuvres) as Route;
}

function movedBy(start: number, goal: number): Route['moved'] {
  if (start < UNSEEN && goal < UNSEEN) return undefined;
  return { ...(start >= UNSEEN && { start }), ...(goal >= UNSEEN && { goal }) };
}
