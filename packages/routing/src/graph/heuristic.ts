import type { ChainRow, ChainRows } from './chain-rows';
import { BEFORE, CHAIN, FLOATS, type SearchSpace, WORDS, X, Y } from './search-space';
import type { Seen } from './seen';

/**
 * Lower bounds on the grid units that are left from a state to one goal: the straight line, and, where there are chains, their
 * bounds to the corners that the goal sees. Without a goal all bounds are nought.
 */
export interface Heuristic {
  readonly space: SearchSpace;
  readonly rows: ChainRows | undefined;
  /** The bound of each chain from its first state is valid where its stamp is `round`. */
  readonly stamp: Uint32Array;
  readonly bound: Float64Array;
  round: number;
  hasGoal: boolean;
  goalX: number;
  goalY: number;
  /** The chains that the goal sees, and how far it is from their last states. */
  count: number;
  goalChains: Int32Array;
  goalLengths: Float64Array;
  /** Which of them may still be on the shortest way (`wayByMoves`): the first `nearCount`. */
  nearCount: number;
  near: Int32Array;
  /** How many rows of bounds may still be worked out in this search. */
  rowsLeft: number;
}

/** Rows that one search may add: each costs a search over the level, so that no query waits for many. */
const ROWS = 2;

export function createHeuristic(
  space: SearchSpace,
  chainCount: number,
  rows: ChainRows | undefined,
): Heuristic {
  return {
    space,
    rows,
    stamp: new Uint32Array(chainCount),
    bound: new Float64Array(chainCount),
    round: 1,
    hasGoal: false,
    goalX: 0,
    goalY: 0,
    count: 0,
    goalChains: new Int32Array(256),
    goalLengths: new Float64Array(256),
    nearCount: 0,
    near: new Int32Array(256),
    rowsLeft: 0,
  };
}

/** `seen` are the states in which corners are left towards the goal. */
export function setGoal(
  heuristic: Heuristic,
  { x, y }: { readonly x: number; readonly y: number },
  { count, lengths, chains, rests }: Seen,
): void {
  heuristic.hasGoal = true;
  heuristic.round++;
  heuristic.goalX = x;
  heuristic.goalY = y;
  heuristic.count = count;
  heuristic.rowsLeft = ROWS;
  if (heuristic.goalChains.length < count) {
    heuristic.goalChains = new Int32Array(2 * count);
    heuristic.goalLengths = new Float64Array(2 * count);
    heuristic.near = new Int32Array(2 * count);
  }
  heuristic.nearCount = count;
  const { goalChains, goalLengths, near } = heuristic;
  for (let i = 0; i < count; i++) {
    goalChains[i] = chains[i]!;
    goalLengths[i] = lengths[i]! - rests[i]!;
    near[i] = i;
  }
}

/** The row of a chain, if it is known or may still be worked out. */
export function rowOf(heuristic: Heuristic, chain: number): ChainRow | undefined {
  const known = heuristic.rows?.known(chain);
  if (known !== undefined || heuristic.rowsLeft <= 0) return known;
  heuristic.rowsLeft--;
  return heuristic.rows?.workOut(chain);
}

/** A bound at little cost, for when a state is reached. */
export function quickBound(heuristic: Heuristic, place: number): number {
  if (!heuristic.hasGoal) return 0;
  const { words, floats } = heuristic.space;
  const chain = words[WORDS * place + CHAIN]! >> 1;
  if (heuristic.stamp[chain] === heuristic.round)
    return heuristic.bound[chain]! - floats[FLOATS * place + BEFORE]!;
  const dx = heuristic.goalX - words[WORDS * place + X]!;
  const dy = heuristic.goalY - words[WORDS * place + Y]!;
  return Math.sqrt(dx * dx + dy * dy);
}

/** The best bound, for when the state's turn comes. */
export function fullBound(heuristic: Heuristic, place: number): number {
  const { space, stamp, bound, round, count, goalChains, goalLengths } = heuristic;
  const chain = space.words[WORDS * place + CHAIN]! >> 1;
  if (!heuristic.hasGoal || stamp[chain] === round) return quickBound(heuristic, place);
  const row = rowOf(heuristic, chain);
  if (row === undefined) return quickBound(heuristic, place);
  let least = Infinity;
  for (let i = 0; i < count; i++) {
    const length = row.lengths[goalChains[i]!]! + goalLengths[i]!;
    if (length < least) least = length;
  }
  stamp[chain] = round;
  bound[chain] = least;
  return least - space.floats[FLOATS * place + BEFORE]!;
}
