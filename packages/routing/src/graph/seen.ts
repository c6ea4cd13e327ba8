/** Corners in view of a point, written over at each look; the first `count` are valid. Lengths and coordinates are in grid units. */
export interface Seen {
  count: number;
  /** The states in which a path from the corner leaves towards the point; a path from the point arrives in state ^ 1. */
  states: Int32Array;
  lengths: Float64Array;
  /** The chain of each state, and how much of it comes after the state. */
  chains: Int32Array;
  rests: Float64Array;
  /** The corner. */
  xs: Float64Array;
  ys: Float64Array;
}

export function emptySeen(room = 256): Seen {
  return {
    count: 0,
    states: new Int32Array(room),
    lengths: new Float64Array(room),
    chains: new Int32Array(room),
    rests: new Float64Array(room),
    xs: new Float64Array(room),
    ys: new Float64Array(room),
  };
}

export function addSeen(
  seen: Seen,
  state: number,
  length: number,
  chain: number,
  rest: number,
  x: number,
  y: number,
): void {
  if (seen.count === seen.states.length) grow(seen);
  const i = seen.count++;
  seen.states[i] = state;
  seen.lengths[i] = length;
  seen.chains[i] = chain;
  seen.rests[i] = rest;
  seen.xs[i] = x;
  seen.ys[i] = y;
}

function grow(seen: Seen): void {
  const more = emptySeen(2 * seen.count);
  more.states.set(seen.states);
  more.lengths.set(seen.lengths);
  more.chains.set(seen.chains);
  more.rests.set(seen.rests);
  more.xs.set(seen.xs);
  more.ys.set(seen.ys);
  Object.assign(seen, { ...more, count: seen.count });
}
