import { GRID } from '../space/clip';
import type { TautGraph } from './taut';

/**
 * Runs of states that follow each other along a wall, for the most part those of one arc. Chain 2k + 1 is chain 2k walked backwards.
 * Lengths are in grid units.
 */
export interface Chains {
  readonly count: number;
  /** The chain of each state, and how far along it the state is from the chain's first. */
  readonly of: Int32Array;
  readonly before: Float64Array;
  /** The first and the last state of each chain. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** How long a chain may be, and a step in it: a wall between two arcs parts them. */
const LONGEST = 0.8 * GRID;
const LONGEST_STEP = 0.2 * GRID;

export function chainsOf({ count, along, alongLength }: TautGraph): Chains {
  const of = new Int32Array(count).fill(-1);
  const before = new Float64Array(count);
  const [first, last]: [number[], number[]] = [[], []];
  const follow = (start: number): void => {
    for (let state = start; state >= 0 && of[state]! < 0; ) {
      const run = runFrom(state, of, { along, alongLength });
      const whole = run.lengths.at(-1)!;
      run.states.forEach((member, i) => {
        of[member] = first.length;
        of[member ^ 1] = first.length + 1;
        before[member] = run.lengths[i]!;
        before[member ^ 1] = whole - run.lengths[i]!;
      });
      const end = run.states.at(-1)!;
      first.push(state, end ^ 1);
      last.push(end, state ^ 1);
      state = along[end]!;
    }
  };
  const hasBefore = new Uint8Array(count);
  for (let state = 0; state < count; state += 2) if (along[state]! >= 0) hasBefore[along[state]!] = 1;
  for (let state = 0; state < count; state += 2) if (hasBefore[state] === 0) follow(state);
  for (let state = 0; state < count; state += 2) follow(state);
  return { count: first.length, of, before, first: Int32Array.from(first), last: Int32Array.from(last) };
}

/** Chains with those of so many more corners, each of which is a chain by itself. */
export function withSingles(chains: Chains, corners: number): Chains {
  if (corners === 0) return chains;
  const [states, added] = [chains.of.length, 2 * corners];
  const of = new Int32Array(states + added);
  const before = new Float64Array(states + added);
  of.set(chains.of);
  before.set(chains.before);
  for (let i = 0; i < added; i++) of[states + i] = chains.count + i;
  const own = Int32Array.from({ length: added }, (_, i) => states + i);
  const first = Int32Array.of(...chains.first, ...own);
  const last = Int32Array.of(...chains.last, ...own);
  return { count: chains.count + added, of, before, first, last };
}

/** The states of one chain from its first, with how far each is. */
function runFrom(
  first: number,
  of: Int32Array,
  { along, alongLength }: Pick<TautGraph, 'along' | 'alongLength'>,
): { readonly states: number[]; readonly lengths: number[] } {
  const states = [first];
  const lengths = [0];
  for (let state = first; ; ) {
    const following = along[state]!;
    const length = lengths.at(-1)! + alongLength[state]!;
    const isEnd = following < 0 || following === first || of[following]! >= 0;
    if (isEnd || alongLength[state]! > LONGEST_STEP || length > LONGEST) return { states, lengths };
    states.push(following);
    lengths.push(length);
    state = following;
  }
}
