/** A later time than this after what came before, or one as much earlier, is the clock's doing and not the walker's. */
const LONGEST_SILENCE_MS = 120_000;

/** What came between two moments of a replay, in the order in which it came. */
export interface PlayedMoment {
  readonly atMs: number;
  readonly lines: readonly unknown[];
}

/**
 * Plays recorded lines as they came, a moment every `everyMs` from `fromMs` to at least `toMs`; what is late, repeated or no line at all comes too, since it came to the
 * phone. A clock that was set goes on at its new time.
 */
export function* playWalk(
  lines: readonly unknown[],
  everyMs: number,
  fromMs = Number.POSITIVE_INFINITY,
  toMs = Number.NEGATIVE_INFINITY,
): Generator<PlayedMoment> {
  const clock = clockOf(lines);
  let atMs = Math.min(fromMs, clock[0] ?? fromMs);
  let came: unknown[] = [];
  for (const [i, line] of lines.entries()) {
    const lineMs = clock[i]!;
    if (isLeap(atMs, lineMs)) {
      yield { atMs, lines: came };
      [atMs, came] = [lineMs, []];
    }
    for (; lineMs > atMs; atMs += everyMs, came = []) yield { atMs, lines: came };
    came.push(line);
  }
  for (; atMs < toMs; atMs += everyMs, came = []) yield { atMs, lines: came };
  if (Number.isFinite(atMs)) yield { atMs, lines: came };
}

/** Lines of several files as one, by each file's own clock; of one time, those of the first file come first. What a file holds stays in its order. */
export function mergeLines(...files: readonly (readonly unknown[])[]): readonly unknown[] {
  return files
    .flatMap((lines) => {
      const clock = clockOf(lines);
      return lines.map((line, i) => ({ line, atMs: clock[i]! }));
    })
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ line }) => line);
}

/**
 * What the time was when each line came: it does not fall but where the clock was set, and one line alone, late, from the future or without a time,
 * does not change it.
 */
function clockOf(lines: readonly unknown[]): readonly number[] {
  const told = timesOf(lines);
  let nowMs = told[0] ?? Number.NaN;
  return told.map((atMs, i) => {
    const [before, after] = [told[i - 1] ?? atMs, told[i + 1] ?? atMs];
    const alone = isLeap(before, atMs) && isLeap(after, atMs);
    const agreed = alone ? Math.min(before, after) : atMs;
    nowMs = agreed < nowMs - LONGEST_SILENCE_MS ? agreed : Math.max(nowMs, agreed);
    return nowMs;
  });
}

function isLeap(fromMs: number, toMs: number): boolean {
  return Math.abs(toMs - fromMs) > LONGEST_SILENCE_MS;
}

/** The lines' own times; of those without one, the time of the line before, or of the first that has one. */
function timesOf(lines: readonly unknown[]): readonly number[] {
  let nowMs = lines.map(timeOf).find(Number.isFinite) ?? 0;
  return lines.map((line) => {
    const atMs = timeOf(line);
    if (Number.isFinite(atMs)) nowMs = atMs;
    return nowMs;
  });
}

function timeOf(line: unknown): number {
  return typeof line === 'object' && line !== null
    ? Number((line as { atMs?: unknown }).atMs ?? Number.NaN)
    : Number.NaN;
}
