import type { ToldWait } from './play';

/** How the told ranges came true: shares of the numbers that were called. */
export interface WaitCoverage {
  readonly called: number;
  /** Called between `low` and `high`, before `median`, before `p90`. */
  readonly within: number;
  readonly beforeMedian: number;
  readonly beforeP90: number;
  /** Width of the range, mean, in seconds. */
  readonly width: number;
  /** The wait itself, mean and longest, in seconds. */
  readonly meanWait: number;
  readonly longestWait: number;
}

/** Of those who were called; who cancelled or left tells nothing. */
export function coverageOf(told: readonly ToldWait[]): WaitCoverage {
  const called = told.filter(({ calledAfter }) => calledAfter !== undefined);
  const share = (holds: (wait: ToldWait, after: number) => boolean) =>
    called.filter((wait) => holds(wait, wait.calledAfter!)).length / called.length;
  const mean = (of: (wait: ToldWait) => number) =>
    called.reduce((sum, wait) => sum + of(wait), 0) / called.length;
  return {
    called: called.length,
    within: share(({ told: { low, high } }, after) => after >= low && after <= high),
    beforeMedian: share(({ told: { median } }, after) => after <= median),
    beforeP90: share(({ told: { p90 } }, after) => after <= p90),
    width: mean(({ told: { low, high } }) => high - low),
    meanWait: mean(({ calledAfter }) => calledAfter!),
    longestWait: called.reduce((longest, { calledAfter }) => Math.max(longest, calledAfter!), 0),
  };
}
