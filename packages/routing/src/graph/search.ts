import { createHeap } from './heap';
import { type Heuristic, NO_HEURISTIC } from './heuristic';
import type { TautGraph } from './taut';

/** Where searches end: `length[s]` grid units after state s, valid where `stamp[s]` is `round`. */
export interface Ends {
  readonly stamp: Uint32Array;
  readonly length: Float64Array;
  round: number;
}

export function emptyEnds(count: number): Ends {
  return { stamp: new Uint32Array(count), length: new Float64Array(count), round: 1 };
}

/** A search over the states of a taut graph: A* towards a point, or Dijkstra's where there is none. */
export interface Search {
  /** Forgets the search before. */
  readonly begin: (heuristic?: Heuristic) => void;
  /** A state that is reached from the start in so many grid units. */
  readonly seed: (state: number, length: number) => void;
  /** Runs until no way shorter than `limit`, or than the best that was found, is left; gives the last state of the best, −1 for none. */
  readonly run: (ends: Ends, limit: number) => number;
  /** Length of the best way of the last run, its end included. */
  readonly best: () => number;
  readonly parent: Int32Array;
  /** Grid units to a state that the search has reached, else infinite. */
  readonly costOf: (state: number) => number;
}

export function createSearch({ count, along, alongLength, offsets, targets, lengths }: TautGraph): Search {
  const heap = createHeap();
  const cost = new Float64Array(count);
  const parent = new Int32Array(count);
  const reached = new Uint32Array(count);
  /** Reached, and not gone on from at its present cost. */
  const open = new Uint32Array(count);
  let round = 0;
  let { quick, full } = NO_HEURISTIC;
  let best = Infinity;

  const relax = (state: number, from: number, length: number): void => {
    if (reached[state] === round && cost[state]! <= length) return;
    const key = length + quick(state);
    if (key >= best) return;
    cost[state] = length;
    parent[state] = from;
    reached[state] = round;
    open[state] = round;
    heap.push(state, key);
  };

  /** Goes on from a state, and along its wall while nothing in the heap comes first: an arc costs no heap. */
  const goOn = (first: number, ends: Ends): number => {
    let end = -1;
    let state = first;
    let length = cost[first]!;
    for (;;) {
      open[state] = 0;
      if (ends.stamp[state] === ends.round && length + ends.length[state]! < best) {
        best = length + ends.length[state]!;
        end = state;
      }
      const last = offsets[state + 1]!;
      for (let e = offsets[state]!; e < last; e++) relax(targets[e]!, state, length + lengths[e]!);
      const following = along[state]!;
      if (following < 0) return end;
      length += alongLength[state]!;
      if (reached[following] === round && cost[following]! <= length) return end;
      const key = length + quick(following);
      if (key >= best) return end;
      cost[following] = length;
      parent[following] = state;
      reached[following] = round;
      if (key > heap.leastKey()) {
        open[following] = round;
        heap.push(following, key);
        return end;
      }
      state = following;
    }
  };

  return {
    begin: (heuristic = NO_HEURISTIC) => {
      round++;
      heap.clear();
      best = Infinity;
      ({ quick, full } = heuristic);
    },
    seed: (state, length) => relax(state, -1, length),
    run: (ends, limit) => {
      best = limit;
      let end = -1;
      for (let state = heap.pop(); state >= 0 && heap.lastKey() < best; state = heap.pop()) {
        if (open[state] !== round) continue;
        const key = cost[state]! + full(state);
        if (key > heap.leastKey()) {
          if (key < best) heap.push(state, key);
          continue;
        }
        const found = goOn(state, ends);
        if (found >= 0) end = found;
      }
      return end;
    },
    best: () => best,
    parent,
    costOf: (state) => (reached[state] === round ? cost[state]! : Infinity),
  };
}
