import type { PositionLine, TruthPoint } from './truth';

/** A level that is left again sooner is only passed, as by a lift. */
const STAYS_MS = 5000;

/** One change of level of the walker: seconds until the positions say so; absent where they never did before the next change. */
export interface LevelChange {
  readonly atMs: number;
  readonly level: string;
  readonly latency: number | undefined;
}

/**
 * The walker's changes of level, each at the first line of truth on the new level, with the time until the first position on it.
 * Changes into a level that is left within 5 s are skipped.
 */
export function changesOfLevel(
  truth: readonly TruthPoint[],
  positions: readonly PositionLine[],
): readonly LevelChange[] {
  const starts = truth.filter((line, i) => i > 0 && line.level !== truth[i - 1]!.level);
  return starts.flatMap(({ atMs, level }, i) => {
    const leavesAt = starts[i + 1]?.atMs ?? (truth.at(-1)?.atMs ?? atMs) + 1;
    if (leavesAt - atMs < STAYS_MS) return [];
    const there = positions.filter((position) => position.atMs >= atMs && position.atMs < leavesAt);
    const right = there.find((position) => position.level === level);
    return [{ atMs, level, latency: right === undefined ? undefined : (right.atMs - atMs) / 1000 }];
  });
}

/** How far in time a change that the positions make may be from one that the walker makes. */
const MISTAKEN_WITHIN_MS = 5000;

/**
 * How often the positions change to a level that the walker is not on, within 5 s before or after: changes that nobody made. Going back from a
 * false change to the right level is none.
 */
export function falseChangesOf(truth: readonly TruthPoint[], positions: readonly PositionLine[]): number {
  return positions.filter(({ level, atMs }, i) => {
    if (i === 0 || level === positions[i - 1]!.level) return false;
    const around = truth.filter((line) => Math.abs(line.atMs - atMs) <= MISTAKEN_WITHIN_MS);
    return around.length > 0 && !around.some((line) => line.level === level);
  }).length;
}
