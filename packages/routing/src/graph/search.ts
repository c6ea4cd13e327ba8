import { clearHeap, createHeap, type Heap, leastKey, pop, push } from './heap';
import { fullBound, type Heuristic, quickBound } from './heuristic';
import type { TautGraph } from './taut';
import type { Seen } from './views';

/** Where searches end: `length[s]` grid units after state s, valid where `stamp[s]` is `round`. */
export interface Ends {
  readonly stamp: Uint32Array;
  readonly length: Float64Array;
  round: number;
}

export function emptyEnds(count: number): Ends {
  return { stamp: new Uint32Array(count), length: new Float64Array(count), round: 1 };
}

/** The states that the last search has reached; written over by the next. Lengths are in grid units. */
export interface Labels {
  readonly heap: Heap;
  readonly cost: Float64Array;
  /** The state before, −1 for the start. */
  readonly parent: Int32Array;
  /** A state is reached, and not gone on from at its present cost, where these are `round`. */
  readonly reached: Uint32Array;
  readonly open: Uint32Array;
  round: number;
}

export function createLabels(count: number): Labels {
  const stamps = () => new Uint32Array(count);
  return {
    heap: createHeap(),
    cost: new Float64Array(count),
    parent: new Int32Array(count),
    reached: stamps(),
    open: stamps(),
    round: 0,
  };
}

/** Grid units to a state that the search has reached, else infinite. */
export function costOf({ reached, cost, round }: Labels, state: number): number {
  return reached[state] === round ? cost[state]! : Infinity;
}

/** Begins a search at a point by the corners that it sees. */
export function begin(labels: Labels, { count, states, lengths }: Seen, heuristic: Heuristic): void {
  const { heap, cost, parent, reached, open } = labels;
  const round = ++labels.round;
  clearHeap(heap);
  for (let i = 0; i < count; i++) {
    const state = states[i]! ^ 1;
    const length = lengths[i]!;
    if (reached[state] === round && cost[state]! <= length) continue;
    cost[state] = length;
    parent[state] = -1;
    reached[state] = round;
    open[state] = round;
    push(heap, state, length + quickBound(heuristic, state));
  }
}

/** The last state of the best way, −1 for none, and its length with its end. */
export interface Found {
  readonly state: number;
  readonly length: number;
}

/**
 * A* (or Dijkstra's search, without a heuristic) over the states of a taut graph, from what `begin` has seen, until nothing shorter
 * than the best way is left. Along its wall a state goes on at once while nothing in the heap comes first: an arc costs
 * no heap. Written as one loop over plain arrays, since it takes most of a query's time.
 */
export function search(graph: TautGraph, labels: Labels, heuristic: Heuristic, ends: Ends): Found {
  const { along, alongLength, offsets, targets, lengths } = graph;
  const { heap, cost, parent, reached, open, round } = labels;
  const { stamp, length: endLength, round: endRound } = ends;
  let best = Infinity;
  let end = -1;
  for (let first = pop(heap); first >= 0 && heap.lastKey < best; first = pop(heap)) {
    if (open[first] !== round) continue;
    let here = cost[first]!;
    const whole = here + fullBound(heuristic, first);
    if (whole > leastKey(heap)) {
      if (whole < best) push(heap, first, whole);
      continue;
    }
    for (let state = first; ; ) {
      open[state] = 0;
      if (stamp[state] === endRound && here + endLength[state]! < best) {
        best = here + endLength[state]!;
        end = state;
      }
      const last = offsets[state + 1]!;
      for (let e = offsets[state]!; e < last; e++) {
        const target = targets[e]!;
        const length = here + lengths[e]!;
        if (reached[target] === round && cost[target]! <= length) continue;
        const key = length + quickBound(heuristic, target);
        if (key >= best) continue;
        cost[target] = length;
        parent[target] = state;
        reached[target] = round;
        open[target] = round;
        push(heap, target, key);
      }
      const following = along[state]!;
      if (following < 0) break;
      here += alongLength[state]!;
      if (reached[following] === round && cost[following]! <= here) break;
      const key = here + quickBound(heuristic, following);
      if (key >= best) break;
      cost[following] = here;
      parent[following] = state;
      reached[following] = round;
      if (key > leastKey(heap)) {
        open[following] = round;
        push(heap, following, key);
        break;
      }
      state = following;
    }
  }
  return { state: end, length: best };
}
