import { distance } from '@daoyin/geometry';
import type { FeatureId, Venue } from '@daoyin/venue';
import { type PlanePath, reversed } from '../graph/plane-path';
import type { Placed } from '../mesh/locate';
import { GRID } from '../space/clip';
import type { Access } from '../space/walker';
import type { LevelPlan } from './level-plan';
import { type Pace, type Ride, rideOf } from './pace';
import { doorsMayBeat, leastAhead, leastByRides } from './ride-bounds';
import { type SpotView, viewFrom } from './spot-view';
import { mayUse, type Stop, type StopDoor } from './stops';

/** How far from a connector's door the walkable floor may begin, in metres. */
export const STOP_REACH = 1.5;

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
  if (direct !== undefined && direct.cost <= leastByRides(network, pace, from, to)) return direct;
  if (direct !== undefined && !doorsMayBeat(network, pace, from, to, direct.cost)) return direct;
  const over = wayOverConnectors(network, pace, from, to, Math.min(limit, direct?.cost ?? Infinity));
  return over ?? direct;
}

function directWay(network: Network, pace: Pace, from: Spot, to: Spot): Way | undefined {
  const path = network.plan(from.level).planner.shortest(from.placed, to.placed);
  if (path === undefined) return undefined;
  return walkOf(from.level, path, pace);
}

/** A way that is one walk. */
export function walkOf(level: string, path: PlanePath, pace: Pace): Way {
  return { steps: [{ kind: 'walk', level, path }], cost: path.length / GRID / pace.walking };
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
  /** Seconds that are left from here at least. */
  readonly ahead: number;
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
    network.doors(shortName).map(
      (door): Label => ({
        door,
        ahead: leastAhead(network, pace, door, to),
        cost: Infinity,
        before: undefined,
        ride: undefined,
        done: false,
      }),
    ),
  );
  const start = viewFrom(network.plan(from.level), from);
  const goal = viewFrom(network.plan(to.level), to);
  const seconds = (length: number) => length / GRID / pace.walking;
  for (const label of labels) {
    if (label.door.level === from.level) label.cost = seconds(start.distanceTo(label.door));
  }
  let best = limit;
  let end: Label | undefined;
  for (let label = cheapest(labels, best); label !== undefined; label = cheapest(labels, best)) {
    label.done = true;
    if (label.door.level === to.level && label.ride !== undefined) {
      const cost = label.cost + seconds(goal.distanceTo(label.door));
      if (cost < best) [best, end] = [cost, label];
    }
    relaxFrom(network, pace, label, labels, best);
  }
  return end && { steps: stepsOf(network, end, start, goal), cost: best };
}

/** The label whose way to the goal may be the cheapest (A*), if it can be under the limit. */
function cheapest(labels: readonly Label[], limit: number): Label | undefined {
  let found: Label | undefined;
  let least = limit;
  for (const label of labels) {
    if (label.done || label.cost + label.ahead >= least) continue;
    found = label;
    least = label.cost + label.ahead;
  }
  return found;
}

function relaxFrom(
  network: Network,
  pace: Pace,
  label: Label,
  labels: readonly Label[],
  limit: number,
): void {
  const { door, cost } = label;
  const seconds = (length: number) => length / GRID / pace.walking;
  const { planner, treeOf, lookOf } = network.plan(door.level);
  for (const other of labels) {
    if (other.done) continue;
    const ride = rideBetween(network, pace, door.stop, other.door.stop);
    if (ride !== undefined && cost + ride.cost < other.cost) {
      Object.assign(other, { cost: cost + ride.cost, before: label, ride });
    }
    // Two walks in a row are one walk, which the start or the table already knows.
    if (label.ride === undefined || other.door.level !== door.level) continue;
    const least = cost + seconds(distance(door.placed, other.door.placed));
    if (least >= other.cost || least + other.ahead >= limit) continue;
    const walked = cost + seconds(planner.distanceBy(treeOf(door), lookOf(other.door)));
    if (walked < other.cost) Object.assign(other, { cost: walked, before: label, ride: undefined });
  }
}

/** The ride from one stop of a connector to another; undefined where it does not carry this walker there. */
export function rideBetween({ venue }: Network, pace: Pace, from: Stop, to: Stop): Ride | undefined {
  if (from.connector !== to.connector || from.order === to.order) return undefined;
  const { direction, kind } = from.connector;
  const up = to.order > from.order;
  if ((direction === 'up' && !up) || (direction === 'down' && up)) return undefined;
  if (kind !== 'elevator' && Math.abs(to.order - from.order) !== 1) return undefined;
  const elevation = (level: string) => venue.levels.find(({ shortName }) => shortName === level)!.elevation;
  return rideOf(kind, elevation(to.level) - elevation(from.level), pace);
}

function stepsOf(network: Network, end: Label, start: SpotView, goal: SpotView): Step[] {
  const steps: Step[] = [];
  const walk = (level: string, path: PlanePath | undefined): void => {
    if (path !== undefined) steps.unshift({ kind: 'walk', level, path });
  };
  const backwards = goal.pathTo(end.door);
  walk(end.door.level, backwards && reversed(backwards));
  for (let label: Label = end; ; ) {
    const { before, ride, door } = label;
    if (before === undefined) {
      walk(door.level, start.pathTo(door));
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
      const { planner, treeOf, lookOf } = network.plan(door.level);
      const back = planner.pathBy(treeOf(before.door), lookOf(door));
      walk(door.level, back && reversed(back));
    }
  }
}
