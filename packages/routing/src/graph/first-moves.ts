import type { Point } from '@daoyin/geometry';
import { type Heuristic, rowOf } from './heuristic';
import { BEFORE, CHAIN, FLOATS, placeOf, type SearchSpace, stateAt, WORDS } from './search-space';
import type { Seen } from './seen';

/** A way over corners in grid units: the states from the last to the first. */
export interface CornerWay {
  readonly states: readonly number[];
  readonly length: number;
}

/** Which corner that the start sees and which that the goal sees may be those of the shortest way, its bound, and the least of all other bounds. */
interface Candidate {
  start: number;
  goal: number;
  bound: number;
  others: number;
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
  from: Point,
  starts: Seen,
  goals: Seen,
): CornerWay | undefined {
  const found = bestPair(heuristic, from, starts, goals);
  if (found === undefined) return undefined;
  const first = placeOf(space.count, starts.states[found.start]! ^ 1);
  const way = follow(space, heuristic, first, placeOf(space.count, goals.states[found.goal]!));
  if (way === undefined) return undefined;
  const length = starts.lengths[found.start]! + way.length + goals.lengths[found.goal]!;
  const isShortest = length <= found.bound + slackOf(length) && length < found.others;
  return isShortest ? { states: way.states, length } : undefined;
}

const slackOf = (length: number): number => SLACK + SLACK_SHARE * length;

/**
 * Looks from the corner of least detour first: what is farther by the straight line than the bound that it gives cannot be on the way,
 * which leaves few pairs. Undefined where a row is not known, or there is no way.
 */
function bestPair(heuristic: Heuristic, from: Point, starts: Seen, goals: Seen): Candidate | undefined {
  const { goalX, goalY } = heuristic;
  const { count, lengths, xs, ys } = starts;
  let first = -1;
  let least = Infinity;
  for (let i = 0; i < count; i++) {
    const detour = lengths[i]! + distanceTo(goalX, goalY, xs[i]!, ys[i]!);
    if (detour < least) {
      least = detour;
      first = i;
    }
  }
  const best: Candidate = { start: -1, goal: -1, bound: Infinity, others: Infinity };
  if (first < 0 || !weigh(heuristic, starts, first, best)) return undefined;
  keepNear(heuristic, from, goals, best.bound + slackOf(best.bound));
  for (let i = 0; i < count; i++) {
    if (i === first) continue;
    if (lengths[i]! + distanceTo(goalX, goalY, xs[i]!, ys[i]!) > best.bound + slackOf(best.bound)) continue;
    if (!weigh(heuristic, starts, i, best)) return undefined;
  }
  return best.bound < Infinity ? best : undefined;
}

function distanceTo(x: number, y: number, cornerX: number, cornerY: number): number {
  const dx = x - cornerX;
  const dy = y - cornerY;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Weighs the ways over one corner that the start sees; false where its row is not known. */
function weigh(heuristic: Heuristic, starts: Seen, start: number, best: Candidate): boolean {
  // A path from the start goes on along the same chain the other way.
  const row = rowOf(heuristic, starts.chains[start]! ^ 1);
  if (row === undefined) return false;
  const { near, nearCount, goalChains, goalLengths } = heuristic;
  const toChain = starts.lengths[start]! - starts.rests[start]!;
  for (let k = 0; k < nearCount; k++) {
    const goal = near[k]!;
    const whole = toChain + row.lengths[goalChains[goal]!]! + goalLengths[goal]!;
    if (whole >= best.others) continue;
    if (whole >= best.bound) {
      best.others = whole;
      continue;
    }
    best.others = best.bound;
    best.bound = whole;
    best.start = start;
    best.goal = goal;
  }
  return true;
}

/** Leaves out corners that the goal sees over which the straight line alone is longer than `most`. */
function keepNear(heuristic: Heuristic, { x, y }: Point, { lengths, xs, ys }: Seen, most: number): void {
  const { near, nearCount } = heuristic;
  heuristic.nearCount = 0;
  for (let k = 0; k < nearCount; k++) {
    const goal = near[k]!;
    if (lengths[goal]! + distanceTo(x, y, xs[goal]!, ys[goal]!) <= most) near[heuristic.nearCount++] = goal;
  }
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
