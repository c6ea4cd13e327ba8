import { inTimeOrder, type TruthPoint, truthAt } from './score/truth';

interface Timed {
  readonly atMs: number;
}

/** Replays a walk at a pace that the caller sets: whoever owns the clock says up to which time. */
export interface WalkPlayer<L extends Timed> {
  /** Time of the first and of the last line, truth included; 0 where there is none. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Hands over the lines not yet played whose time is at most `untilMs`, in order of time. */
  readonly playUntil: (untilMs: number, onLine: (line: L) => void) => void;
  /** All lines not yet played, in order of time. */
  readonly rest: () => IterableIterator<L>;
  /** Where the walker was, interpolated as the scorer does it. */
  readonly truthAt: (atMs: number) => TruthPoint | undefined;
  readonly rewind: () => void;
}

/** A player over lines and truth in any order. */
export function playWalk<L extends Timed>(
  lines: readonly L[],
  truthLines: readonly TruthPoint[] = [],
): WalkPlayer<L> {
  const sorted = mergeLines(lines);
  const truth = inTimeOrder(truthLines);
  const ends = [sorted[0], sorted.at(-1), truth[0], truth.at(-1)].flatMap((line) => line?.atMs ?? []);
  let next = 0;
  return {
    fromMs: ends.length === 0 ? 0 : Math.min(...ends),
    toMs: ends.length === 0 ? 0 : Math.max(...ends),
    playUntil(untilMs, onLine) {
      while (next < sorted.length && sorted[next]!.atMs <= untilMs) onLine(sorted[next++]!);
    },
    *rest() {
      while (next < sorted.length) yield sorted[next++]!;
    },
    truthAt: (atMs) => truthAt(truth, atMs),
    rewind() {
      next = 0;
    },
  };
}

/** The lines of several files as one, in order of time; of one time, those of the first file come first. */
export function mergeLines<L extends Timed>(...files: readonly (readonly L[])[]): readonly L[] {
  return files.flat().sort((a, b) => a.atMs - b.atMs);
}
