import type { Clusters } from './clusters';
import type { TautGraph } from './taut';
import type { Seen } from './views';

/**
 * Lower bounds on the grid units that are left from a state to one goal: the straight line, and, where there are clusters, their
 * bounds to the corners that the goal sees, each worked out when it is first asked for. Without a goal all bounds are nought.
 */
export interface Heuristic {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly clusters: Clusters | undefined;
  /** Cluster of each state; the bound of each cluster is valid where its stamp is `round`. */
  readonly of: Int32Array;
  readonly stamp: Uint32Array;
  readonly bound: Float64Array;
  round: number;
  hasGoal: boolean;
  /** The goal is one point: else there are several, and only the clusters tell. */
  isPoint: boolean;
  goalX: number;
  goalY: number;
  /** The clusters that the goal sees, and how far they are. */
  count: number;
  lastClusters: Int32Array;
  lengths: Float64Array;
}

export function createHeuristic({ x, y, count }: TautGraph, clusters: Clusters | undefined): Heuristic {
  return {
    x,
    y,
    clusters,
    of: clusters?.of ?? new Int32Array(count),
    stamp: new Uint32Array(clusters?.count ?? 1),
    bound: new Float64Array(clusters?.count ?? 1),
    round: 1,
    hasGoal: false,
    isPoint: true,
    goalX: 0,
    goalY: 0,
    count: 0,
    lastClusters: new Int32Array(256),
    lengths: new Float64Array(0),
  };
}

/** `seen` are the states in which corners are left towards the goal; it must stay as it is while the bounds are asked for. */
export function setGoal(
  heuristic: Heuristic,
  { x, y }: { readonly x: number; readonly y: number },
  seen: Seen,
): void {
  heuristic.hasGoal = true;
  heuristic.isPoint = true;
  heuristic.round++;
  heuristic.goalX = x;
  heuristic.goalY = y;
  heuristic.count = seen.count;
  heuristic.lengths = seen.lengths;
  if (heuristic.lastClusters.length < seen.count) heuristic.lastClusters = new Int32Array(2 * seen.count);
  for (let i = 0; i < seen.count; i++) heuristic.lastClusters[i] = heuristic.of[seen.states[i]!]!;
}

/** Several goals at once, by all the corners that they see; needs clusters. What was worked out stays until other goals are set. */
export function setGoals(heuristic: Heuristic, seen: Seen): void {
  setGoal(heuristic, { x: 0, y: 0 }, seen);
  heuristic.isPoint = false;
}

/** A bound at little cost, for when a state is reached. */
export function quickBound(heuristic: Heuristic, state: number): number {
  if (!heuristic.hasGoal) return 0;
  const cluster = heuristic.of[state]!;
  if (heuristic.stamp[cluster] === heuristic.round) return heuristic.bound[cluster]!;
  if (!heuristic.isPoint) return fullBound(heuristic, state);
  const dx = heuristic.goalX - heuristic.x[state]!;
  const dy = heuristic.goalY - heuristic.y[state]!;
  return Math.sqrt(dx * dx + dy * dy);
}

/** The best bound, for when the state's turn comes. */
export function fullBound(heuristic: Heuristic, state: number): number {
  const { clusters, of, stamp, bound, round, count, lastClusters, lengths } = heuristic;
  if (clusters === undefined || !heuristic.hasGoal) return quickBound(heuristic, state);
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
}
