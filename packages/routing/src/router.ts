import type { MultiPolygon } from '@daoyin/geometry';
import type { FeatureId, Hours, Issue, Labels, Venue } from '@daoyin/venue';
import { requestOf, routeTo, walkerOf } from './route/answer';
import { createBuilding } from './route/building';
import { drawingOf, type LevelDrawing } from './route/debug';
import { type DurationsResult, durationsBetween } from './route/durations';
import { problemWith } from './route/goals';
import { type NearestResult, nearestOf } from './route/nearest';
import { type Entrance, entrancesOf, reachabilityOf } from './route/reachability';
import { rehearseClosing } from './route/rehearsal';
import { type HoursReader, timetableOf } from './route/timetable';
import { areasOf } from './space/clip';
import { accessOf } from './space/walker';
import type { Destination, ProfileName, RouteQuery, RouteResult } from './types';

export interface RouterOptions {
  /** Walkers whose levels are prepared at once instead of at their first query. */
  readonly prepare?: readonly ProfileName[];
  /** What is shut from the beginning. */
  readonly closed?: readonly FeatureId[];
  /** Reads opening hours, for queries with a time; without it everything is open by the clock. */
  readonly readHours?: HoursReader;
  /** Hours that the archive has no word for, by feature id: of openings, units or connectors. */
  readonly hours?: ReadonlyMap<FeatureId, string>;
  /** The colour of the area that a window is in, in words, by its number: said on arrival. */
  readonly colours?: ReadonlyMap<string, Labels>;
}

/** Of hours that nobody was asked to read. */
const OPEN: Hours = { isOpen: () => true, nextChange: () => undefined };

/** Routes in one venue. Deterministic; keeps what it has prepared, and what is closed. */
export interface Router {
  readonly venue: Venue;
  /** The route of least duration. Never throws: what is wrong with a query is in the answer. */
  readonly find: (query: RouteQuery) => RouteResult;
  /** The destination that is reached soonest, by its index, with the route to it. */
  readonly nearest: (query: Omit<RouteQuery, 'to'>, destinations: readonly Destination[]) => NearestResult;
  /**
   * Seconds between all of some places at once, as a query for each pair would say; undefined where no way leads. The query's start
   * is not asked for.
   */
  readonly durations: (
    walker: Omit<RouteQuery, 'from' | 'to'>,
    places: readonly Destination[],
  ) => DurationsResult;
  /** Shuts these openings, units, lifts, stairs … and opens all others. Only the levels concerned are planned anew. */
  readonly setClosed: (ids: readonly FeatureId[]) => void;
  /** Makes the first closing as quick as later ones, by a rehearsal of some ten milliseconds: for when nobody waits. */
  readonly rehearse: () => void;
  /** Where a walker's centre may be, as drawable areas in metres. */
  readonly walkable: (level: string, profile: ProfileName, staff?: boolean) => MultiPolygon;
  /** The mesh, the graph and the last search of a level, for a debug page; undefined for a level that is not there. */
  readonly drawing: (level: string, profile: ProfileName, staff?: boolean) => LevelDrawing | undefined;
  /** Where visitors come in from the street. */
  readonly entrances: () => readonly Entrance[];
  /** What had to be assumed about the archive. */
  readonly assumptions: readonly Issue[];
  /** What cannot be reached from the street, with nothing closed. */
  readonly reachability: () => readonly Issue[];
}

/** The findings of routing for `daoyin validate`: windows, levels and rooms that no public entrance leads to. */
export function reachabilityIssues(venue: Venue, router: Router = createRouter(venue)): readonly Issue[] {
  return router.reachability();
}

export function createRouter(
  venue: Venue,
  {
    prepare = ['walk'],
    closed = [],
    readHours = () => OPEN,
    hours = new Map(),
    colours = new Map(),
  }: RouterOptions = {},
): Router {
  const building = createBuilding(venue, timetableOf(venue, readHours, hours), colours);
  let shut: ReadonlySet<FeatureId> = new Set(closed);
  for (const profile of prepare) {
    const network = building.network(accessOf(profile, false), shut);
    for (const { shortName } of venue.levels) network.plan(shortName);
  }
  const assumptions = building.issues();

  const find = (query: RouteQuery): RouteResult => {
    const request = requestOf(building, shut, query);
    if (!request.ok) return request;
    const goal = building.goal(query.to);
    return goal.ok ? routeTo(building, request, query, goal.goal) : goal;
  };

  const nearest: Router['nearest'] = (query, destinations) => {
    const request = requestOf(building, shut, query);
    return request.ok ? nearestOf(building, request, query, destinations) : request;
  };

  return {
    venue,
    find,
    nearest,
    durations: (walker, places) => {
      const found = walkerOf(building, shut, walker);
      return found.ok ? durationsBetween(building, found, places) : found;
    },
    setClosed: (ids) => {
      shut = new Set(ids);
    },
    rehearse: () => rehearseClosing(venue, find),
    walkable: (level, profile, staff = false) => {
      if (problemWith(venue, { x: 0, y: 0, level }, 'level') !== undefined) return [];
      return areasOf(building.network(accessOf(profile, staff), shut).plan(level).free());
    },
    drawing: (level, profile, staff = false) => {
      if (problemWith(venue, { x: 0, y: 0, level }, 'level') !== undefined) return undefined;
      return drawingOf(building.network(accessOf(profile, staff), shut).plan(level));
    },
    entrances: () => entrancesOf(building),
    assumptions,
    reachability: () => reachabilityOf(building),
  };
}
