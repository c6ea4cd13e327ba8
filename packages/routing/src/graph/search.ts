import { clearHeap, leastKey, pop, push } from './heap';
import { fullBound, type Heuristic, quickBound } from './heuristic';
import {
  BEFORE,
  CHAIN,
  COST,
  EDGES,
  FLOATS,
  PARENT,
  placeOf,
  REACHED,
  type SearchSpace,
  stateAt,
  WORDS,
} from './search-space';
import type { Seen } from './seen';

/** Begins a search at a point by the corners that it sees. */
export function begin(space: SearchSpace, { count, states, lengths }: Seen, heuristic: Heuristic): void {
  clearHeap(space.heap);
  space.round++;
  for (let i = 0; i < count; i++) reach(space, placeOf(space.count, states[i]! ^ 1), lengths[i]!, heuristic);
}

/** Begins a search at a state itself. */
export function beginAt(space: SearchSpace, state: number, heuristic: Heuristic): void {
  clearHeap(space.heap);
  space.round++;
  reach(space, placeOf(space.count, state), 0, heuristic);
}

function reach(
  { words, floats, heap, round }: SearchSpace,
  place: number,
  length: number,
  heuristic: Heuristic,
): void {
  const w = WORDS * place;
  if (words[w + REACHED]! >= 2 * round && floats[FLOATS * place + COST]! <= length) return;
  floats[FLOATS * place + COST] = length;
  words[w + PARENT] = -1;
  words[w + REACHED] = 2 * round + 1;
  push(heap, place, length + quickBound(heuristic, place));
}

/** The place of the last state of the best way, −1 for none, and its length with its end. */
export interface Found {
  readonly place: number;
  readonly length: number;
}

/**
 * A* (or Dijkstra's search, without a heuristic) over the states of a taut graph, from what was begun with, until nothing shorter
 * than the best way is left. Along its chain a state goes on at once while nothing in the heap comes first: an arc costs
 * no heap. Written as one loop over plain arrays, since it takes most of a query's time.
 */
export function search(space: SearchSpace, heuristic: Heuristic): Found {
  const { count, words, floats, edgeWords, edgeFloats, heap, endRound, ends, endLengths } = space;
  const closed = 2 * space.round;
  const open = closed + 1;
  const half = count >> 1;
  let best = Infinity;
  let end = -1;
  for (let first = pop(heap); first >= 0 && heap.lastKey < best; first = pop(heap)) {
    if (words[WORDS * first + REACHED] !== open) continue;
    let here = floats[FLOATS * first + COST]!;
    const whole = here + fullBound(heuristic, first);
    if (whole > leastKey(heap)) {
      if (whole < best) push(heap, first, whole);
      continue;
    }
    const step = first < half ? 1 : -1;
    for (let place = first; ; ) {
      const w = WORDS * place;
      words[w + REACHED] = closed;
      if (ends[place] === endRound && here + endLengths[place]! < best) {
        best = here + endLengths[place]!;
        end = place;
      }
      const last = words[w + WORDS + EDGES]!;
      for (let e = words[w + EDGES]!; e < last; e++) {
        const target = edgeWords[4 * e]!;
        const length = here + edgeFloats[2 * e + 1]!;
        const t = WORDS * target;
        if (words[t + REACHED]! >= closed && floats[FLOATS * target + COST]! <= length) continue;
        const key = length + quickBound(heuristic, target);
        if (key >= best) continue;
        floats[FLOATS * target + COST] = length;
        words[t + PARENT] = place;
        words[t + REACHED] = open;
        push(heap, target, key);
      }
      if ((words[w + CHAIN]! & 1) === 0) break;
      const following = place + step;
      here += floats[FLOATS * following + BEFORE]! - floats[FLOATS * place + BEFORE]!;
      const f = WORDS * following;
      if (words[f + REACHED]! >= closed && floats[FLOATS * following + COST]! <= here) break;
      const key = here + quickBound(heuristic, following);
      if (key >= best) break;
      floats[FLOATS * following + COST] = here;
      words[f + PARENT] = place;
      if (key > leastKey(heap)) {
        words[f + REACHED] = open;
        push(heap, following, key);
        break;
      }
      place = following;
    }
  }
  return { place: end, length: best };
}

/** The states of the way that the last search found, from the last to the first. */
export function statesTo({ count, words }: SearchSpace, last: number): number[] {
  const states: number[] = [];
  for (let place = last; place >= 0; place = words[WORDS * place + PARENT]!)
    states.push(stateAt(count, place));
  return states;
}
