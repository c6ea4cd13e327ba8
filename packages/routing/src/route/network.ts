import type { FeatureId, Venue } from '@daoyin/venue';
import type { PlanePath } from '../graph/plane-path';
import type { Placed } from '../mesh/locate';
import { GRID } from '../space/clip';
import type { Access } from '../space/walker';
import { wayByRides } from './by-rides';
import type { LevelPlan } from './level-plan';
import type { Pace, Ride } from './pace';
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
  const most = Math.min(limit, direct?.cost ?? Infinity);
  return wayByRides(network, pace, from, [to], most)?.way ?? direct;
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
