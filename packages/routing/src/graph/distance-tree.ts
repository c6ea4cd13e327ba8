import type { Placed } from '../mesh/locate';
import { createHeuristic } from './heuristic';
import { distanceBetween, type PlanePath, pathOver, reversed, statesBack, straightPath } from './plane-path';
import { begin, search } from './search';
import { clearEnds, labelsOf, type SearchSpace } from './search-space';
import { emptySeen } from './seen';
import type { Sight } from './sight';

/** Lengths in grid units from one point to every state of a level's corners, for asking from many points. */
export interface DistanceTree {
  readonly root: Placed;
  /** The states that the root sees, and that are reached straight from it. */
  readonly starts: readonly number[];
  readonly distance: Float64Array;
  readonly parent: Int32Array;
}

/** The corners that a path from a point can go to first: the states in which it leaves them towards the point, and how far they are. */
export interface Look {
  readonly from: Placed;
  readonly states: Int32Array;
  readonly lengths: Float64Array;
}

export interface DistanceTrees {
  readonly tree: (root: Placed) => DistanceTree;
  readonly look: (from: Placed) => Look;
  readonly distanceBy: (tree: DistanceTree, look: Look) => number;
  readonly pathBy: (tree: DistanceTree, look: Look) => PlanePath | undefined;
}

export function distanceTrees(sight: Sight, space: SearchSpace): DistanceTrees {
  const { graph } = sight;
  const seen = emptySeen();
  const noGoal = createHeuristic(space, 0, undefined);

  const tree: DistanceTrees['tree'] = (root) => {
    sight.round(root, seen);
    clearEnds(space);
    begin(space, seen, noGoal);
    search(space, noGoal);
    const labels = labelsOf(space);
    const saw = Array.from(seen.states.subarray(0, seen.count), (state) => state ^ 1);
    return { root, starts: saw.filter((state) => labels.parent[state]! < 0), ...labels };
  };

  const look: DistanceTrees['look'] = (from) => {
    sight.round(from, seen);
    return { from, states: seen.states.slice(0, seen.count), lengths: seen.lengths.slice(0, seen.count) };
  };

  /** The state of the tree that the look's best path meets, −1 for straight to the root; infinite for no way. */
  const meet = ({ root, distance }: DistanceTree, { from, states, lengths }: Look) => {
    let best = Infinity;
    let state = -1;
    for (let i = 0; i < states.length; i++) {
      const length = lengths[i]! + distance[states[i]!]!;
      if (length < best) [best, state] = [length, states[i]!];
    }
    const straight = distanceBetween(from, root);
    return straight < best && sight.line(from, root) ? { best: straight, state: -1 } : { best, state };
  };

  const pathBy: DistanceTrees['pathBy'] = (by, { from, states, lengths }) => {
    const { best, state } = meet(by, { from, states, lengths });
    if (best === Infinity) return undefined;
    if (state < 0) return straightPath(from, by.root);
    const back = statesBack((at) => by.parent[at]!, state);
    return reversed(pathOver(graph, { from: by.root, states: back, to: from, length: best }));
  };
  return { tree, look, distanceBy: (by, from) => meet(by, from).best, pathBy };
}
