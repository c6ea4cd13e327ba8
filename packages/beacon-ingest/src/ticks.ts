/** The times at which a position is asked for: multiples of a period on the readings' own clock. */
export interface Ticks {
  /**
   * The times that are over now that an input of `atMs` is about to be taken: those before it, from the first input on. An input
   * exactly on a tick still belongs to it.
   */
  before(atMs: number): readonly number[];
  /** The times up to the last input. */
  rest(): readonly number[];
  /** The clock was set to another time. */
  restart(): void;
}

const NO_TICKS: readonly number[] = [];
/** In a silence longer than this nothing new can be said, and no tick falls until something is heard again. */
export const LONGEST_SILENCE_MS = 120_000;

export function createTicks(everyMs: number): Ticks {
  if (!(everyMs > 0)) throw new RangeError(`Expected a period of more than 0 ms, got ${everyMs}.`);
  let nextMs: number | undefined;
  let lastMs = Number.NEGATIVE_INFINITY;

  function due(isOver: (tickMs: number) => boolean): readonly number[] {
    if (nextMs === undefined || !isOver(nextMs)) return NO_TICKS;
    const ticks: number[] = [];
    for (; isOver(nextMs) && nextMs - lastMs <= LONGEST_SILENCE_MS; nextMs += everyMs) ticks.push(nextMs);
    return ticks;
  }

  return {
    before(atMs) {
      const ticks = due((tickMs) => tickMs < atMs);
      if (nextMs === undefined || nextMs < atMs) nextMs = Math.ceil(atMs / everyMs) * everyMs;
      lastMs = Math.max(lastMs, atMs);
      return ticks;
    },
    rest: () => due((tickMs) => tickMs <= lastMs),
    restart() {
      nextMs = undefined;
      lastMs = Number.NEGATIVE_INFINITY;
    },
  };
}
