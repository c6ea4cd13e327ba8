import type { Replayed } from './replay';

/** Seconds over all visitors: mean, median and 95 %. */
export interface SecondsSpread {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
}

/** Two values of one thing, side by side. */
export interface Beside<T> {
  readonly before: T;
  readonly after: T;
}

/** What one window's visitors walk and wait. */
export interface WindowChange {
  readonly window: string;
  readonly walk: Beside<SecondsSpread>;
  readonly wait: Beside<SecondsSpread>;
}

export interface DayChange {
  readonly walk: Beside<SecondsSpread>;
  readonly wait: Beside<SecondsSpread>;
  readonly untilServed: Beside<SecondsSpread>;
  /** By window of either day, in no order. */
  readonly windows: readonly WindowChange[];
  /** How many walk at least five seconds more, and less. */
  readonly walkMore: number;
  readonly walkLess: number;
  /** Numbers that could be served before and cannot reach a window now, and the other way round. */
  readonly lost: readonly string[];
  readonly won: readonly string[];
  /** Served on the one day and not on the other, because it got late. */
  readonly unserved: Beside<number>;
}

const NOTICED_S = 5;

/** The same day twice, visitor by visitor: both lists are of the same numbers in the same order. */
export function compareDays(before: readonly Replayed[], after: readonly Replayed[]): DayChange {
  if (before.length !== after.length)
    throw new RangeError(
      `Expected two replays of one day, got ${before.length} and ${after.length} numbers.`,
    );
  const beside = <T>(of: (day: readonly Replayed[]) => T): Beside<T> => ({
    before: of(before),
    after: of(after),
  });
  const pairs = before.map((one, i) => [one, after[i]!] as const);
  const longer = pairs.map(([a, b]) => (b.walk ?? a.walk ?? 0) - (a.walk ?? b.walk ?? 0));
  const windows = new Set([...before, ...after].flatMap(({ window }) => window ?? []));
  return {
    walk: beside((day) => spreadOf(day.flatMap(({ walk }) => walk ?? []))),
    wait: beside((day) => spreadOf(day.flatMap(({ wait }) => wait ?? []))),
    untilServed: beside((day) => spreadOf(day.flatMap(({ untilServed }) => untilServed ?? []))),
    windows: [...windows].map((window) => {
      const mine = (day: readonly Replayed[]) => day.filter((one) => one.window === window);
      return {
        window,
        walk: beside((day) => spreadOf(mine(day).flatMap(({ walk }) => walk ?? []))),
        wait: beside((day) => spreadOf(mine(day).flatMap(({ wait }) => wait ?? []))),
      };
    }),
    walkMore: longer.filter((seconds) => seconds >= NOTICED_S).length,
    walkLess: longer.filter((seconds) => seconds <= -NOTICED_S).length,
    lost: pairs.flatMap(([a, b]) => (b.unreachable && !a.unreachable ? [b.number] : [])),
    won: pairs.flatMap(([a, b]) => (a.unreachable && !b.unreachable ? [b.number] : [])),
    unserved: beside((day) => day.filter(({ window, unreachable }) => !window && !unreachable).length),
  };
}

function spreadOf(values: readonly number[]): SecondsSpread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { count: values.length, mean, median: at(0.5), p95: at(0.95) };
}
