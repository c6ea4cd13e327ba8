import type { Chains } from './chains';
import { createHeap, type Heap } from './heap';
import type { TautGraph } from './taut';

/**
 * A taut graph with the labels of one search at a time, packed for it: a query touches few states, each once, so that its time goes
 * by the lines of memory that it has to fetch. All forward states come first, then all backward ones, so that the states of an
 * arc follow each other: a state's place is where its record lies, ten whole numbers in `words` or five numbers in
 * `floats`, which are the same memory. Lengths are in grid units.
 */
export interface SearchSpace {
  readonly count: number;
  readonly words: Int32Array;
  readonly floats: Float64Array;
  /** Edges as records of four words or two floats: the places that it leads to and from, and the length. */
  readonly edgeWords: Int32Array;
  readonly edgeFloats: Float64Array;
  readonly heap: Heap;
  round: number;
  /** Where searches end: `endLengths[p]` after the state at place p, valid where `ends[p]` is `endRound`. */
  endRound: number;
  readonly ends: Int32Array;
  readonly endLengths: Float64Array;
}

/** Size of a record in words and in floats. */
export const WORDS = 10;
export const FLOATS = 5;

/** Places in a record's floats: the way from the first state of its chain, and the way from the start. */
export const BEFORE = 0;
export const COST = 1;

/**
 * Places in a record's words: twice the chain, and one more where the chain goes on to the next state; the first edge (the last is before
 * the next record's first); the place before; twice the round that reached it, and one more while it is to be gone on from; the corner.
 */
export const CHAIN = 4;
export const EDGES = 5;
export const PARENT = 6;
export const REACHED = 7;
export const X = 8;
export const Y = 9;

export function createSpace(graph: TautGraph, chains: Chains): SearchSpace {
  const { count } = graph;
  // One record more, whose EDGES end those of the last state.
  const records = new ArrayBuffer(4 * WORDS * (count + 1));
  const [words, floats] = [new Int32Array(records), new Float64Array(records)];
  const edges = new ArrayBuffer(16 * (graph.targets.length + count));
  const [edgeWords, edgeFloats] = [new Int32Array(edges), new Float64Array(edges)];
  let e = 0;
  const put = (place: number, target: number, length: number): void => {
    edgeWords[4 * e] = placeOf(count, target);
    edgeWords[4 * e + 1] = place;
    edgeFloats[2 * e + 1] = length;
    e++;
  };
  for (let place = 0; place < count; place++) {
    const state = stateAt(count, place);
    const w = WORDS * place;
    const following = graph.along[state]!;
    const isOneChain = following >= 0 && chains.of[following] === chains.of[state];
    const goesOn = isOneChain && placeOf(count, following) === place + stepOf(state);
    words[w + X] = graph.x[state]!;
    words[w + Y] = graph.y[state]!;
    words[w + CHAIN] = 2 * chains.of[state]! + (goesOn ? 1 : 0);
    words[w + EDGES] = e;
    floats[FLOATS * place + BEFORE] = chains.before[state]!;
    if (following >= 0 && !goesOn) put(place, following, graph.alongLength[state]!);
    for (let i = graph.offsets[state]!; i < graph.offsets[state + 1]!; i++)
      put(place, graph.targets[i]!, graph.lengths[i]!);
  }
  words[WORDS * count + EDGES] = e;
  const [ends, endLengths] = [new Int32Array(count), new Float64Array(count)];
  const heap = createHeap();
  return { count, words, floats, edgeWords, edgeFloats, heap, round: 0, endRound: 1, ends, endLengths };
}

/** Where a state's record lies: forward states first, in the order of their corners. */
export function placeOf(count: number, state: number): number {
  return (state >> 1) + ((state & 1) === 0 ? 0 : count >> 1);
}

export function stateAt(count: number, place: number): number {
  const half = count >> 1;
  return place < half ? 2 * place : 2 * (place - half) + 1;
}

const stepOf = (state: number): number => ((state & 1) === 0 ? 1 : -1);

/** Forgets where searches end. */
export function clearEnds(space: SearchSpace): void {
  space.endRound++;
}

export function addEnd(space: SearchSpace, state: number, length: number): void {
  const place = placeOf(space.count, state);
  space.ends[place] = space.endRound;
  space.endLengths[place] = length;
}

/** Grid units to a state that the last search has reached, else infinite. */
export function costOf({ count, words, floats, round }: SearchSpace, state: number): number {
  const place = placeOf(count, state);
  return words[WORDS * place + REACHED]! >= 2 * round ? floats[FLOATS * place + COST]! : Infinity;
}

/** Costs of all states after the last search, and the states before them, −1 for the start. */
export function labelsOf(space: SearchSpace): {
  readonly distance: Float64Array;
  readonly parent: Int32Array;
} {
  const { count, words } = space;
  const distance = new Float64Array(count);
  const parent = new Int32Array(count);
  for (let state = 0; state < count; state++) {
    distance[state] = costOf(space, state);
    const before = words[WORDS * placeOf(count, state) + PARENT]!;
    parent[state] = before < 0 ? -1 : stateAt(count, before);
  }
  return { distance, parent };
}
