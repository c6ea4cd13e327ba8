import { distance } from '@daoyin/geometry';
import type { FeatureId, Venue } from '@daoyin/venue';
import type { Look, PlanePath } from '../graph/planner';
import type { Placed } from '../mesh/locate';
import { GRID } from '../space/clip';
import type { Access } from '../space/walker';
import type { LevelPlan } from './level-plan';
import { type Pace, type Ride, rideOf } from './pace';
import { mayUse, type Stop, type StopDoor } from './stops';

/** How far from a connector's door the walkable floor may begin, in metres. */
const STOP_REACH = 1.5;

/** A place on a level's free space. */
export interface Spot {
  readonly level: string;
  readonly placed: Placed;
}

/** A connector's door on a level's free space. */
export interface Door extends Spot {
  readonly stop: Stop;
  readonly door: StopDoor;
  readonly key: string;
}

/** One step of a way: a walk on one level, or a ride. */
export type Step =
  | { readonly kind: 'walk'; readonly level: string; readonly path: PlanePath }
  | {
      readonly kind: 'ride';
      readonly stop: Stop;
      readonly to: Stop;
      readonly from: Placed;
      readonly at: Placed;
      readonly ride: Ride;
    };

export interface Way {
  readonly steps: readonly Step[];
  /** Seconds, reluctance included. */
  readonly cost: number;
}

/** Seconds that a way with rides in it needs at least. */
export function leastByRides(network: Network, pace: Pace, from: Spot, to: Spot): number {
  const { single, excursion } = ridesOf(network, pace);
  return straight(from, to) / pace.walking + (from.level === to.level ? excursion : single);
}

/** What a search needs to know of the building for one kind of walker, with what is shut now. */
export interface Network {
  readonly venue: Venue;
  readonly access: Access;
  readonly plan: (level: string) => LevelPlan;
  readonly stops: readonly Stop[];
  /** The doors of a level's connectors that are open and can be walked to. */
  readonly doors: (level: string) => readonly Door[];
}

/** The cheapest way between two spots: on one level, or over connectors; exact under the costs of `pace`. */
export function findWay(
  network: Network,
  pace: Pace,
  from: Spot,
  to: Spot,
  limit = Infinity,
): Way | undefined {
  const direct = from.level === to.level ? directWay(network, pace, from, to) : undefined;
  if (direct !== undefined && direct.cost <= leastByRides(network, pace, from, to)) {
    return direct;
  }
  const over = wayOverConnectors(network, pace, from, to, Math.min(limit, direct?.cost ?? Infinity));
  return over ?? direct;
}

const straight = (a: Spot, b: Spot): number => distance(a.placed, b.placed) / GRID;

function directWay(network: Network, pace: Pace, from: Spot, to: Spot): Way | undefined {
  const path = network.plan(from.level).planner.shortest(from.placed, to.placed);
  if (path === undefined) return undefined;
  return { steps: [{ kind: 'walk', level: from.level, path }], cost: path.length / GRID / pace.walking };
}

/** Bounds on what rides cost a walker, in seconds. */
interface RideBounds {
  /** What going to another level costs at least beyond the straight line. */
  readonly single: number;
  /** What leaving a level and coming back costs at least beyond the straight line from start to goal. */
  readonly excursion: number;
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

/** The doors of a level's connectors that this walker may use now, each on the nearest free floor. */
export function doorsOn(
  plan: LevelPlan,
  stops: readonly Stop[],
  access: Access,
  closed: ReadonlySet<FeatureId>,
): readonly Door[] {
  const level = plan.base.parts.level.shortName;
  return stops
    .filter((stop) => stop.level === level)
    .flatMap((stop) =>
      stop.doors.flatMap((door, i) => {
        if (!mayUse(stop, door, access, closed)) return [];
        const key = `${stop.connector.id}/${stop.order}/${i}`;
        const placed = plan.placeDoor(key, door.at, STOP_REACH);
        return placed === undefined ? [] : [{ level, placed, stop, door, key }];
      }),
    );
}

interface Label {
  readonly door: Door;
  cost: number;
  before: Label | undefined;
  ride: Ride | undefined;
  done: boolean;
}

function wayOverConnectors(
  network: Network,
  pace: Pace,
  from: Spot,
  to: Spot,
  limit: number,
): Way | undefined {
  const labels = network.venue.levels.flatMap(({ shortName }) =>
    network
      .doors(shortName)
      .map((door): Label => ({ door, cost: Infinity, before: undefined, ride: undefined, done: false })),
  );
  const start = lookFrom(network, from, labels);
  const goal = lookFrom(network, to, labels);
  const seconds = (length: number) => length / GRID / pace.walking;
  for (const label of labels) {
    if (label.door.level === from.level) label.cost = seconds(distanceTo(network, start, label.door));
  }
  let best = limit;
  let end: Label | undefined;
  for (let label = cheapest(labels, best); label !== undefined; label = cheapest(labels, best)) {
    label.done = true;
    if (label.door.level === to.level && label.ride !== undefined) {
      const cost = label.cost + seconds(distanceTo(network, goal, label.door));
      if (cost < best) [best, end] = [cost, label];
    }
    relaxFrom(network, pace, label, labels, seconds);
  }
  return end && { steps: stepsOf(network, end, start, goal), cost: best };
}

function cheapest(labels: readonly Label[], limit: number): Label | undefined {
  let found: Label | undefined;
  for (const label of labels) {
    if (!label.done && label.cost < (found?.cost ?? limit)) found = label;
  }
  return found;
}

function relaxFrom(
  network: Network,
  pace: Pace,
  label: Label,
  labels: readonly Label[],
  seconds: (length: number) => number,
): void {
  const { door, cost } = label;
  for (const other of labels) {
    if (other.done) continue;
    const ride = rideBetween(network, pace, door.stop, other.door.stop);
    if (ride !== undefined && cost + ride.cost < other.cost) {
      Object.assign(other, { cost: cost + ride.cost, before: label, ride });
    }
    // Two walks in a row are one walk, which the start or the table already knows.
    if (label.ride === undefined || other.door.level !== door.level) continue;
    const walked = cost + seconds(distanceBetween(network, door, other.door));
    if (walked < other.cost) Object.assign(other, { cost: walked, before: label, ride: undefined });
  }
}

function rideBetween({ venue }: Network, pace: Pace, from: Stop, to: Stop): Ride | undefined {
  if (from.connector !== to.connector || from.order === to.order) return undefined;
  const { direction, kind } = from.connector;
  const up = to.order > from.order;
  if ((direction === 'up' && !up) || (direction === 'down' && up)) return undefined;
  if (kind !== 'elevator' && Math.abs(to.order - from.order) !== 1) return undefined;
  const elevation = (level: string) => venue.levels.find(({ shortName }) => shortName === level)!.elevation;
  return rideOf(kind, elevation(to.level) - elevation(from.level), pace);
}

function lookFrom(network: Network, spot: Spot, labels: readonly Label[]): Look {
  const roots = labels.filter(({ door }) => door.level === spot.level).map(({ door }) => door.placed);
  return network.plan(spot.level).planner.look(spot.placed, roots);
}

function distanceTo(network: Network, look: Look, door: Door): number {
  const plan = network.plan(door.level);
  return plan.planner.distanceBy(plan.treeOf(door.key, door.placed), look);
}

function distanceBetween(network: Network, a: Door, b: Door): number {
  return network.plan(a.level).between(a, b, network.doors(a.level));
}

function stepsOf(network: Network, end: Label, start: Look, goal: Look): Step[] {
  const steps: Step[] = [];
  const walk = (level: string, path: PlanePath | undefined): void => {
    if (path !== undefined) steps.unshift({ kind: 'walk', level, path });
  };
  const pathTo = (look: Look, door: Door) => {
    const plan = network.plan(door.level);
    return plan.planner.pathBy(plan.treeOf(door.key, door.placed), look);
  };
  const backwards = pathTo(goal, end.door);
  walk(end.door.level, backwards && reversed(backwards));
  for (let label: Label = end; ; ) {
    const { before, ride, door } = label;
    if (before === undefined) {
      walk(door.level, pathTo(start, door));
      return steps;
    }
    label = before;
    if (ride !== undefined) {
      steps.unshift({
        kind: 'ride',
        stop: before.door.stop,
        to: door.stop,
        from: before.door.placed,
        at: door.placed,
        ride,
      });
    } else {
      const plan = network.plan(door.level);
      walk(door.level, plan.pathBetween(before.door, door, network.doors(door.level)));
    }
  }
}

export function reversed({ points, length }: PlanePath): PlanePath {
  const turned: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i]!, points[i + 1]!);
  return { points: turned, length };
}
