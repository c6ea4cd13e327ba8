import { type Heuristic, rowOf } from './heuristic';
import { BEFORE, CHAIN, FLOATS, placeOf, type SearchSpace, stateAt, WORDS } from './search-space';
import type { Seen } from './seen';

/** A way over corners in grid units: the states from the last to the first. */
export interface CornerWay {
  readonly states: readonly number[];
  readonly length: number;
}

/** The first and the last corner of the way that may be the shortest, its bound, and the least bound of all others. */
interface Candidate {
  readonly place: number;
  readonly toFirst: number;
  readonly goal: number;
  readonly bound: number;
  readonly others: number;
}

/** What bounds are off true lengths by rounding, in grid units and of the length. */
const SLACK = 2;
const SLACK_SHARE = 3e-7;

/**
 * The shortest way between two points without a search: of all pairs of a corner that the start sees and one that the goal sees the
 * one with the least bound, then move by move. It is the shortest if it is as long as its bound, and all other bounds are longer;
 * undefined where that does not come out, or a row is not known yet. `heuristic` has the goal, `goals` is what it sees.
 */
export function wayByMoves(
  space: SearchSpace,
  heuristic: Heuristic,
  starts: Seen,
  goals: Seen,
): CornerWay | undefined {
  const found = bestPair(space, heuristic, starts);
  if (found === undefined) return undefined;
  const end = placeOf(space.count, goals.states[found.goal]!);
  const way = follow(space, heuristic, found.place, end);
  if (way === undefined) return undefined;
  const length = found.toFirst + way.length + goals.lengths[found.goal]!;
  const isShortest = length <= found.bound + slackOf(length) && length < found.others;
  return isShortest ? { states: way.states, length } : undefined;
}

const slackOf = (length: number): number => SLACK + SLACK_SHARE * length;

function bestPair(
  { count }: SearchSpace,
  heuristic: Heuristic,
  { count: startCount, states, lengths, chains, rests, xs, ys }: Seen,
): Candidate | undefined {
  const { goalX, goalY, goalChains, goalLengths, count: goalCount } = heuristic;
  let [bound, others] = [Infinity, Infinity];
  let [place, toFirst, goal] = [-1, 0, -1];
  for (let i = 0; i < startCount; i++) {
    const dx = goalX - xs[i]!;
    const dy = goalY - ys[i]!;
    if (lengths[i]! + Math.sqrt(dx * dx + dy * dy) > bound + slackOf(bound)) continue;
    // A path from the start goes on along the same chain the other way.
    const row = rowOf(heuristic, chains[i]! ^ 1);
    if (row === undefined) return undefined;
    const toChain = lengths[i]! - rests[i]!;
    for (let j = 0; j < goalCount; j++) {
      const whole = toChain + row.lengths[goalChains[j]!]! + goalLengths[j]!;
      if (whole >= others) continue;
      if (whole >= bound) {
        others = whole;
        continue;
      }
      others = bound;
      bound = whole;
      place = placeOf(count, states[i]! ^ 1);
      toFirst = lengths[i]!;
      goal = j;
    }
  }
  return bound < Infinity ? { place, toFirst, goal, bound, others } : undefined;
}

/** The way from one place to another by first moves; undefined where a move leaves the chain before the way has come to it. */
function follow(
  { count, words, floats, edgeWords, edgeFloats }: SearchSpace,
  heuristic: Heuristic,
  from: number,
  end: number,
): CornerWay | undefined {
  const endChain = words[WORDS * end + CHAIN]! >> 1;
  const half = count >> 1;
  const states = [stateAt(count, from)];
  let length = 0;
  for (let place = from; ; ) {
    const chain = words[WORDS * place + CHAIN]! >> 1;
    const step = place < half ? 1 : -1;
    const edge = chain === endChain ? -1 : rowOf(heuristic, chain)?.moves[endChain];
    if (edge === undefined || (edge < 0 && chain !== endChain)) return undefined;
    const leave = edge < 0 ? end : edgeWords[4 * edge + 1]!;
    if ((leave - place) * step < 0) return undefined;
    length += floats[FLOATS * leave + BEFORE]! - floats[FLOATS * place + BEFORE]!;
    while (place !== leave) {
      place += step;
      states.push(stateAt(count, place));
    }
    if (edge < 0) return { states: states.reverse(), length };
    length += edgeFloats[2 * edge + 1]!;
    place = edgeWords[4 * edge]!;
    states.push(stateAt(count, place));
  }
}
