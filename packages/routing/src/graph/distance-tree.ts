import type { Placed } from '../mesh/locate';
import { createHeuristic } from './heuristic';
import { distanceBetween, type PlanePath, pathOver, reversed, straightPath } from './plane-path';
import { begin, costOf, emptyEnds, type Labels, search } from './search';
import type { Sight } from './sight';
import { emptySeen } from './views';

/** Lengths in grid units from one point to every state of a level's corners, for asking from many points. */
export interface DistanceTree {
  readonly root: Placed;
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

export function distanceTrees(sight: Sight, labels: Labels): DistanceTrees {
  const { graph } = sight;
  const seen = emptySeen();
  const nowhere = emptyEnds(graph.count);
  nowhere.round = 2;
  const noGoal = createHeuristic(graph, undefined);

  const tree: DistanceTrees['tree'] = (root) => {
    sight.round(root, seen);
    begin(labels, seen, noGoal);
    search(graph, labels, noGoal, nowhere);
    const distance = new Float64Array(graph.count);
    for (let state = 0; state < graph.count; state++) distance[state] = costOf(labels, state);
    return { root, distance, parent: labels.parent.slice() };
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
    return reversed(pathOver(graph, by.parent, { from: by.root, last: state, to: from, length: best }));
  };
  return { tree, look, distanceBy: (by, from) => meet(by, from).best, pathBy };
}
