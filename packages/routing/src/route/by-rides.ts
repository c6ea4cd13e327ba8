import { distance } from '@daoyin/geometry';
import { type PlanePath, reversed } from '../graph/plane-path';
import { GRID } from '../space/clip';
import type { Door, Network, Spot, Step, Way } from './network';
import { type Pace, type Ride, rideOf } from './pace';
import { doorsMayBeat, leastAhead, leastByRides } from './ride-bounds';
import { type SpotView, viewFrom } from './spot-view';
import type { Stop } from './stops';

interface Label {
  readonly door: Door;
  /** Seconds that are left from here at least. */
  readonly ahead: number;
  cost: number;
  before: Label | undefined;
  ride: Ride | undefined;
  done: boolean;
}

/**
 * The cheapest way with a ride in it to whichever of the goals is reached first, if it costs less than `limit` seconds: one search over
 * the doors for all goals. The graphs of the levels are asked only for ways to and from doors.
 */
export function wayByRides(
  network: Network,
  pace: Pace,
  from: Spot,
  goals: readonly Spot[],
  limit: number,
): { readonly way: Way; readonly to: Spot } | undefined {
  const worth = goals.filter(
    (to) =>
      leastByRides(network, pace, from, to) < limit &&
      (from.level !== to.level || doorsMayBeat(network, pace, from, to, limit)),
  );
  if (worth.length === 0) return undefined;
  const start = viewFrom(network.plan(from.level), from);
  const labels = labelsOf(network, pace, worth, (door) =>
    door.level === from.level ? secondsOf(start.distanceTo(door), pace) : Infinity,
  );
  const ends = worth.map((to): GoalView => ({ to, view: undefined }));
  let best = limit;
  let found: { readonly label: Label; readonly end: GoalView } | undefined;
  for (let label = cheapest(labels, best); label !== undefined; label = cheapest(labels, best)) {
    label.done = true;
    for (const end of label.ride === undefined ? [] : ends) {
      const cost = costTo(network, pace, label, end, best);
      if (cost < best) [best, found] = [cost, { label, end }];
    }
    relaxFrom(network, pace, label, labels, best);
  }
  if (found === undefined) return undefined;
  const { label, end } = found;
  return { way: { steps: stepsOf(network, label, start, end.view!), cost: best }, to: end.to };
}

/** A goal, with the distances to the doors of its level once they are asked for. */
interface GoalView {
  readonly to: Spot;
  view: SpotView | undefined;
}

/** Seconds to a goal by a label's door, as far as they are under the limit; else infinite. */
function costTo(network: Network, pace: Pace, { door, cost }: Label, end: GoalView, limit: number): number {
  const { to } = end;
  if (door.level !== to.level) return Infinity;
  if (cost + secondsOf(distance(door.placed, to.placed), pace) >= limit) return Infinity;
  end.view ??= viewFrom(network.plan(to.level), to);
  return cost + secondsOf(end.view.distanceTo(door), pace);
}

/** Walking time of a length in grid units. */
function secondsOf(length: number, pace: Pace): number {
  return length / GRID / pace.walking;
}

function labelsOf(
  network: Network,
  pace: Pace,
  goals: readonly Spot[],
  costAt: (door: Door) => number,
): readonly Label[] {
  return network.venue.levels.flatMap(({ shortName }) =>
    network.doors(shortName).map((door): Label => {
      let ahead = Infinity;
      for (const to of goals) ahead = Math.min(ahead, leastAhead(network, pace, door, to));
      return { door, ahead, cost: costAt(door), before: undefined, ride: undefined, done: false };
    }),
  );
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
  const { planner, treeOf, lookOf } = network.plan(door.level);
  for (const other of labels) {
    if (other.done) continue;
    const ride = rideBetween(network, pace, door.stop, other.door.stop);
    if (ride !== undefined && cost + ride.cost < other.cost) {
      Object.assign(other, { cost: cost + ride.cost, before: label, ride });
    }
    // Two walks in a row are one walk, which the start or the table already knows.
    if (label.ride === undefined || other.door.level !== door.level) continue;
    const least = cost + secondsOf(distance(door.placed, other.door.placed), pace);
    if (least >= other.cost || least + other.ahead >= limit) continue;
    const walked = cost + secondsOf(planner.distanceBy(treeOf(door), lookOf(other.door)), pace);
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
