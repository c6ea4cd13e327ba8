import { GRID } from '../space/clip';
import { clearHeap, createHeap, pop, push } from './heap';
import type { TautGraph } from './taut';

/**
 * Neighbouring corners (those of one arc, for the most part) as clusters, with lower bounds on the way between any corner of one
 * and any of another: the shortest way in a graph where moving inside a cluster costs nothing. A way bends at few
 * clusters, each shorter than half a metre, so that a bound misses the true length by little: an A* search with
 * it goes hardly beyond the shortest way itself, even where that leads far round.
 */
export interface Clusters {
  readonly count: number;
  /** The cluster of each state. */
  readonly of: Int32Array;
  /** Bounds in grid units from one cluster to every other; infinite where no way leads. */
  readonly boundsFrom: (cluster: number) => Float32Array;
}

/** How long a cluster may be along the wall, in grid units. */
const LENGTH = 0.5 * GRID;

/** Single precision rounds by an eighth of a unit at 200 m: bounds give up more than that, so that they stay bounds. */
const ROUNDING = 1;

export function clustersOf(graph: TautGraph): Clusters {
  const { of, count } = gather(graph);
  const { offsets, targets, lengths } = clusterGraph(graph, of, count);
  const heap = createHeap();
  const known = new Array<Float32Array | undefined>(count);

  const shortest = (from: number): Float32Array => {
    const cost = new Float64Array(count).fill(Infinity);
    cost[from] = 0;
    clearHeap(heap);
    push(heap, from, 0);
    for (let c = pop(heap); c >= 0; c = pop(heap)) {
      const here = cost[c]!;
      if (heap.lastKey > here) continue;
      for (let e = offsets[c]!; e < offsets[c + 1]!; e++) {
        const length = here + lengths[e]!;
        if (length >= cost[targets[e]!]!) continue;
        cost[targets[e]!] = length;
        push(heap, targets[e]!, length);
      }
    }
    return Float32Array.from(cost, (length) => length - ROUNDING);
  };
  const boundsFrom = (cluster: number): Float32Array => {
    known[cluster] ??= shortest(cluster);
    return known[cluster];
  };
  return { count, of, boundsFrom };
}

/** Forward states one after the other along each wall; the backward state of a corner is in the cluster of its forward state. */
function gather({ count: states, along, alongLength }: TautGraph): { of: Int32Array; count: number } {
  const of = new Int32Array(states).fill(-1);
  const hasBefore = new Uint8Array(states);
  for (let state = 0; state < states; state += 2) if (along[state]! >= 0) hasBefore[along[state]!] = 1;
  let count = 0;
  const follow = (first: number): void => {
    let length = 0;
    for (let state = first; state >= 0 && of[state]! < 0; state = along[state]!) {
      if (length > LENGTH) {
        count++;
        length = 0;
      }
      of[state] = count;
      of[state + 1] = count;
      length += alongLength[state]!;
    }
    count++;
  };
  for (let state = 0; state < states; state += 2) if (hasBefore[state] === 0) follow(state);
  for (let state = 0; state < states; state += 2) if (of[state]! < 0) follow(state);
  return { of, count };
}

/** The shortest segment between any two clusters, in both directions, in compressed rows. */
function clusterGraph(graph: TautGraph, of: Int32Array, count: number) {
  const { along, alongLength, offsets, targets, lengths } = graph;
  const segments = new Map<number, number>();
  const offer = (a: number, b: number, length: number): void => {
    if (a === b) return;
    for (const key of [a * count + b, b * count + a]) {
      if (!(segments.get(key)! <= length)) segments.set(key, length);
    }
  };
  for (let state = 0; state < graph.count; state++) {
    if (along[state]! >= 0) offer(of[state]!, of[along[state]!]!, alongLength[state]!);
    for (let e = offsets[state]!; e < offsets[state + 1]!; e++)
      offer(of[state]!, of[targets[e]!]!, lengths[e]!);
  }
  const keys = [...segments.keys()].sort((a, b) => a - b);
  const rows = new Int32Array(count + 1);
  for (const key of keys) rows[Math.floor(key / count) + 1]!++;
  for (let c = 0; c < count; c++) rows[c + 1]! += rows[c]!;
  return {
    offsets: rows,
    targets: Int32Array.from(keys, (key) => key % count),
    lengths: Float64Array.from(keys, (key) => segments.get(key)!),
  };
}
