import type { VenuePoint } from '@daoyin/geometry';
import type { FeatureId, LocalTime } from '@daoyin/venue';
import { manoeuvresOf } from '../guidance/manoeuvres';
import { isStaffOnly } from '../space/categories';
import { GRID } from '../space/clip';
import { accessOf } from '../space/walker';
import type { NoRoute, Route, RouteQuery, RouteResult } from '../types';
import { assemble } from './assemble';
import type { Building } from './building';
import { badQuery, failure, type Goal, problemWith } from './goals';
import { findWay, type Network, type Spot, type Way } from './network';
import { PACES, type Pace } from './pace';
import { whyUnreachable } from './why';

/** How far a start or goal may be off the walkable floor, in metres. */
const REACH = 5;
/** A move shorter than this (in metres) is not worth saying. */
const UNSEEN = 0.01;

/** A query without its goal. */
export type StartQuery = Omit<RouteQuery, 'to'>;

/** Who walks, and where that walker can go at the time. */
export interface Walker {
  readonly ok: true;
  readonly network: Network;
  readonly pace: Pace;
  /** All that is shut, and of it what somebody shut. */
  readonly closed: ReadonlySet<FeatureId>;
  readonly byHand: ReadonlySet<FeatureId>;
}

/** A query whose start is known to be good. */
export interface Request extends Walker {
  readonly start: Spot;
  readonly moved: number;
}

export function requestOf(
  building: Building,
  shut: ReadonlySet<FeatureId>,
  query: StartQuery,
): Request | NoRoute {
  if (query === null || typeof query !== 'object') return badQuery(`The query is ${JSON.stringify(query)}.`);
  const { from } = query;
  const problem = problemWith(building.venue, from, 'start');
  if (problem !== undefined) return problem;
  const walker = walkerOf(building, shut, query);
  if (!walker.ok) return walker;
  const placed = walker.network.plan(from.level).place(from, REACH);
  if (placed === undefined) return notWalkable(building, walker.network, 'start', from);
  const { network, pace, closed, byHand } = walker;
  const start = { level: from.level, placed };
  return { ok: true, network, pace, closed, byHand, start, moved: placed.moved / GRID };
}

export function walkerOf(
  building: Building,
  shut: ReadonlySet<FeatureId>,
  { profile, closed: alsoClosed = [], staff = false, at }: Omit<StartQuery, 'from'>,
): Walker | NoRoute {
  if (!Object.hasOwn(PACES, profile)) {
    return badQuery(`There is no walker "${profile}"; there are ${Object.keys(PACES).join(', ')}.`);
  }
  if (at !== undefined && !isLocalTime(at)) return badQuery(`The time is ${JSON.stringify(at)}.`);
  if (!Array.isArray(alsoClosed)) return badQuery(`What is closed is ${JSON.stringify(alsoClosed)}.`);
  const asleep = at === undefined ? NOTHING : building.timetable.shutAt(at);
  const byHand = alsoClosed.length === 0 ? shut : new Set([...shut, ...alsoClosed]);
  const closed = asleep.size === 0 ? byHand : new Set([...byHand, ...asleep]);
  const network = building.network(accessOf(profile, staff), closed);
  return { ok: true, network, pace: PACES[profile], closed, byHand };
}

const NOTHING: ReadonlySet<FeatureId> = new Set();

function isLocalTime(at: LocalTime): boolean {
  if (at === null || typeof at !== 'object') return false;
  const parts = [at.year, at.month, at.day, at.hour, at.minute];
  return parts.every(Number.isInteger);
}

function notWalkable(
  { base }: Building,
  network: Network,
  what: 'start' | 'goal',
  point: VenuePoint,
): NoRoute {
  const { level } = point;
  const [x, y] = [point.x, point.y].map((metres) => Math.round(100 * metres) / 100);
  const { refusal } = network.plan(level);
  if (refusal !== undefined) return failure('not-walkable', refusal);
  const { parts } = base(level);
  const staffed = parts
    .floorsAt(point)
    .map((i) => parts.floors[i]!.unit)
    .find(isStaffOnly);
  if (staffed !== undefined) return staffOnly(staffed.id);
  const message = `The ${what} (${x}, ${y}) on ${level} is farther than ${REACH} m from any floor that this walker can use.`;
  const [zh, en] = what === 'start' ? ['您的位置', 'where you are'] : ['目的地', 'the destination'];
  return failure('not-walkable', message, {
    zh: `${zh}周围 ${REACH} 米内没有可以走的地方。`,
    en: `There is no floor to walk on within ${REACH} metres of ${en}.`,
  });
}

function staffOnly(featureId: FeatureId): NoRoute {
  const reason = {
    zh: '这里是工作人员区域，访客不能进入。',
    en: 'This is an area for staff; visitors cannot go in.',
  };
  const obstacles = [{ featureId, kind: 'staff' }] as const;
  return {
    ok: false,
    error: { kind: 'not-walkable', message: reason.en, blockedBy: [featureId], obstacles, reason },
  };
}

export function routeTo(building: Building, request: Request, query: StartQuery, goal: Goal): RouteResult {
  const spots = spotsOf(request.network, goal);
  if (spots.length === 0) {
    const [point = { x: Number.NaN, y: Number.NaN }] = goal.points;
    return notWalkable(building, request.network, 'goal', { ...point, level: goal.level });
  }
  let best: { readonly way: Way; readonly spot: Spot } | undefined;
  for (const spot of spots) {
    const way = findWay(request.network, request.pace, request.start, spot, best?.way.cost);
    if (way !== undefined && way.cost < (best?.way.cost ?? Infinity)) best = { way, spot };
  }
  if (best === undefined) return whyUnreachable(building, request, query, spots);
  return routeOf(building, request, best.way, best.spot, goal);
}

const spotsOfGoals = new WeakMap<Network, WeakMap<Goal, readonly Spot[]>>();

/** The goal's places on the walkable floor, remembered as long as the goal and the network are. */
export function spotsOf(network: Network, goal: Goal): readonly Spot[] {
  // A mere point is a new goal each time.
  if (goal.featureId === undefined) return placesOf(network, goal);
  const known = spotsOfGoals.get(network) ?? new WeakMap<Goal, readonly Spot[]>();
  spotsOfGoals.set(network, known);
  const before = known.get(goal);
  if (before !== undefined) return before;
  const spots = placesOf(network, goal);
  known.set(goal, spots);
  return spots;
}

function placesOf(network: Network, { level, points, staffOnly: isStaffOnlyGoal }: Goal): Spot[] {
  const plan = network.plan(level);
  const spots: Spot[] = [];
  for (const point of isStaffOnlyGoal && !network.access.staff ? [] : points) {
    const placed = plan.place(point, REACH);
    if (placed !== undefined) spots.push({ level, placed });
  }
  return spots;
}

/** Manoeuvres cost more than the search: they are found when somebody first reads them, and stay. */
export function routeOf(building: Building, request: Request, way: Way, spot: Spot, goal: Goal): Route {
  const moved = movedBy(request.moved, spot.placed.moved / GRID);
  return assemble(way, request.pace, goal, moved, (route) => manoeuvresOf(building, route));
}

function movedBy(start: number, goal: number): Route['moved'] {
  if (start < UNSEEN && goal < UNSEEN) return undefined;
  return { ...(start >= UNSEEN && { start }), ...(goal >= UNSEEN && { goal }) };
}
