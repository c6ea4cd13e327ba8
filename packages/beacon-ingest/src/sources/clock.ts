/** A line with a time of its own, as the positioning session reads it. */
export interface TimedLine {
  readonly atMs: number;
}

/** Readings of another clock on this page's: beside the phone's own steps they must stand in one order. */
export interface ClockAlignment {
  align<T extends TimedLine>(lines: readonly T[], nowMs: number): readonly T[];
}

/** The quickest reading of so many batches tells how far the other clock is off; older ones are forgotten, for clocks drift. */
const WINDOW = 40;

/**
 * Takes another machine's times to this page's clock: what came soonest after it was heard tells the difference, since a delay only
 * ever adds to it. A reading is never put into the future.
 */
export function createClockAlignment(): ClockAlignment {
  const least: number[] = [];
  return {
    align(lines, nowMs) {
      if (lines.length === 0) return lines;
      const newest = Math.max(...lines.map(({ atMs }) => atMs));
      least.push(nowMs - newest);
      if (least.length > WINDOW) least.shift();
      const offset = Math.min(...least);
      return lines.map((line) => ({ ...line, atMs: Math.min(nowMs, line.atMs + offset) }));
    },
  };
}
