/** Numbers taken in each half-hour of a day, from midnight: 48 counts. */
export type HalfHours = readonly number[];

export const HALF_HOUR = 1800;
const A_DAY = 48;
/** Half-hours that tell of the coming ones where no day before does, besides the one begun. */
const LATELY = 2;
/** As many numbers as the days before weigh when today is compared with them. */
const PRIOR_NUMBERS = 20;

/**
 * Numbers that are taken a second, by seconds since midnight: the mean of the days before, as much more or less as today has been so far. Without
 * days before it goes on as in the last hour.
 */
export function expectedArrivals(
  before: readonly HalfHours[],
  today: HalfHours,
  now: number,
): (seconds: number) => number {
  const begun = Math.min(A_DAY - 1, Math.floor(now / HALF_HOUR));
  if (before.length === 0) {
    const from = Math.max(0, begun - LATELY);
    const rate = sumOf(today.slice(from)) / Math.max(HALF_HOUR, now - from * HALF_HOUR);
    return () => rate;
  }
  const mean = Array.from(
    { length: A_DAY },
    (_, i) => sumOf(before.map((day) => day[i] ?? 0)) / before.length,
  );
  const usual = sumOf(mean.slice(0, begun)) + mean[begun]! * (now / HALF_HOUR - begun);
  const factor = (PRIOR_NUMBERS + sumOf(today)) / (PRIOR_NUMBERS + usual);
  return (seconds) => (factor * (mean[Math.floor(seconds / HALF_HOUR) % A_DAY] ?? 0)) / HALF_HOUR;
}

const sumOf = (counts: HalfHours): number => counts.reduce((sum, count) => sum + count, 0);
