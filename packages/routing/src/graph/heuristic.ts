import type { Clusters } from './clusters';
import type { TautGraph } from './taut';
import type { Seen } from './views';

/** Grid units that are left from a state to the goal at least. */
export interface Heuristic {
  /** A bound at little cost, for when a state is reached. */
  readonly quick: (state: number) => number;
  /** A better bound (never a lower one), for when the state's turn comes. */
  readonly full: (state: number) => number;
}

const nothing = () => 0;
export const NO_HEURISTIC: Heuristic = { quick: nothing, full: nothing };

/** Bounds to one goal after another. */
export interface GoalHeuristic {
  /** `seen` are the states in which corners are left towards the goal; it must stay as it is while the heuristic is used. */
  readonly towards: (goal: { readonly x: number; readonly y: number }, seen: Seen) => Heuristic;
}

/** The straight line to the goal. */
export function straightHeuristic({ x, y }: TautGraph): GoalHeuristic {
  return {
    towards: (goal) => {
      const straight = (state: number): number => {
        const dx = goal.x - x[state]!;
        const dy = goal.y - y[state]!;
        return Math.sqrt(dx * dx + dy * dy);
      };
      return { quick: straight, full: straight };
    },
  };
}

/** The straight line, and in full the clusters' bounds to the corners that the goal sees. */
export function clusterHeuristic({ x, y }: TautGraph, clusters: Clusters): GoalHeuristic {
  const { of } = clusters;
  const bound = new Float64Array(clusters.count);
  const stamp = new Uint32Array(clusters.count);
  let lastClusters = new Int32Array(256);
  let lengths: Seen['lengths'] = new Float64Array(0);
  let [count, round, gx, gy] = [0, 0, 0, 0];

  const quick = (state: number): number => {
    const cluster = of[state]!;
    if (stamp[cluster] === round) return bound[cluster]!;
    const dx = gx - x[state]!;
    const dy = gy - y[state]!;
    return Math.sqrt(dx * dx + dy * dy);
  };
  const full = (state: number): number => {
    const cluster = of[state]!;
    if (stamp[cluster] === round) return bound[cluster]!;
    const bounds = clusters.boundsFrom(cluster);
    let least = Infinity;
    for (let i = 0; i < count; i++) {
      const length = bounds[lastClusters[i]!]! + lengths[i]!;
      if (length < least) least = length;
    }
    stamp[cluster] = round;
    bound[cluster] = least;
    return least;
  };
  const heuristic = { quick, full };
  return {
    towards: (goal, seen) => {
      round++;
      gx = goal.x;
      gy = goal.y;
      count = seen.count;
      lengths = seen.lengths;
      if (lastClusters.length < count) lastClusters = new Int32Array(2 * count);
      for (let i = 0; i < count; i++) lastClusters[i] = of[seen.states[i]!]!;
      return heuristic;
    },
  };
}
