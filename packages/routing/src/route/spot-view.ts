import type { DistanceTree } from '../graph/distance-tree';
import { type PlanePath, reversed } from '../graph/plane-path';
import type { LevelPlan } from './level-plan';
import type { Door, Spot } from './network';

/** Distances (grid units) and paths from one spot to the doors of its level. */
export interface SpotView {
  readonly distanceTo: (door: Door) => number;
  readonly pathTo: (door: Door) => PlanePath | undefined;
}

/** Asks the doors' trees; where shutting something has spoilt one, a tree of the spot itself is made instead, once. */
export function viewFrom(plan: LevelPlan, { placed }: Spot): SpotView {
  const { planner } = plan;
  const look = planner.look(placed);
  let own: DistanceTree | undefined;
  const ownTree = (): DistanceTree => {
    own ??= planner.tree(placed);
    return own;
  };
  return {
    distanceTo: (door) => {
      const tree = plan.knownTree(door);
      return tree ? planner.distanceBy(tree, look) : planner.distanceBy(ownTree(), plan.lookOf(door));
    },
    pathTo: (door) => {
      const tree = plan.knownTree(door);
      if (tree !== undefined) return planner.pathBy(tree, look);
      const back = planner.pathBy(ownTree(), plan.lookOf(door));
      return back && reversed(back);
    },
  };
}
