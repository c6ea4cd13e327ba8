import type { Chains } from './chains';
import { createHeuristic } from './heuristic';
import { beginAt, search } from './search';
import { CHAIN, costOf, createSpace, EDGES, PARENT, placeOf, type SearchSpace, WORDS } from './search-space';
import type { TautGraph } from './taut';

/**
 * What is known of the ways from one chain to every other. The length between the first state of the one and the last of the other is
 * a lower bound on the way between any two of their states with the walls before and after it, and mostly exact, since the
 * shortest way bends round both chains. The idea of first moves is that of compressed path databases (Botea, Ultra-fast Optimal
 * Pathfinding without Runtime Search, AIIDE 2011).
 */
export interface ChainRow {
  /** Grid units from the first state of this chain to the last state of every chain, never rounded up. */
  readonly lengths: Float32Array;
  /** The edge of the search space by which that way leaves this chain; −1 where it does not, or there is none. */
  readonly moves: Int32Array;
}

export interface ChainRows {
  /** Undefined where it is not worked out yet. */
  readonly known: (chain: number) => ChainRow | undefined;
  /** A search over the whole level, which is kept. */
  readonly workOut: (chain: number) => ChainRow;
}

/** Rows are kept up to so many bytes a level; the oldest go first. */
const MOST_BYTES = 32e6;

/** What single precision may round up, of the length; another grid unit is given up besides. */
const ROUNDING = 1e-7;

export function chainRows(graph: TautGraph, chains: Chains): ChainRows {
  const { count, first, last } = chains;
  const rows = new Array<ChainRow | undefined>(count);
  const inOrder: number[] = [];
  const most = Math.max(1, Math.floor(MOST_BYTES / (8 * count)));
  const space = createSpace(graph, chains);
  const noGoal = createHeuristic(space, 0, undefined);

  const workOut: ChainRows['workOut'] = (chain) => {
    beginAt(space, first[chain]!, noGoal);
    search(space, noGoal);
    const lengths = Float32Array.from(last, (state) => costOf(space, state) * (1 - ROUNDING) - 1);
    const moves = Int32Array.from(last, (state, to) =>
      lengths[to] === Infinity ? -1 : moveTo(space, chain, placeOf(space.count, state)),
    );
    if (inOrder.length >= most) rows[inOrder.shift()!] = undefined;
    inOrder.push(chain);
    const row = { lengths, moves };
    rows[chain] = row;
    return row;
  };
  return { known: (chain) => rows[chain], workOut };
}

/** The edge by which the way that the last search found to a place has left a chain. */
function moveTo({ words, edgeWords }: SearchSpace, chain: number, place: number): number {
  const isIn = (at: number) => words[WORDS * at + CHAIN]! >> 1 === chain;
  if (isIn(place)) return -1;
  let after = place;
  let before = words[WORDS * after + PARENT]!;
  while (!isIn(before)) {
    after = before;
    before = words[WORDS * after + PARENT]!;
  }
  let edge = words[WORDS * before + EDGES]!;
  while (edgeWords[4 * edge] !== after) edge++;
  return edge;
}
