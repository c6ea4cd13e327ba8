import { distance, quantile } from '@daoyin/geometry';
import { type PositionLine, truthAt } from '@daoyin/traces';
import type { Start } from './starts';

/** Metres and seconds that a first fix is asked to keep: 95 % of starts by then. */
const GOOD_M = 3;
const ASKED_S = 4;

/** Why a start had no good fix in time: nothing was told, another level was, or a place too far off. */
export type Cause = 'silent' | 'level' | 'far';

/** A start beside its truth. */
export interface Judged {
  readonly start: Start;
  /** Seconds until the first place on the right level that is less than 3 m off; infinite where none came. */
  readonly goodAfter: number;
  /** Where that took longer than asked: what was told by then. */
  readonly cause: Cause | undefined;
  readonly seconds: readonly Second[];
}

/** What was told after so many seconds. */
export interface Second {
  readonly after: number;
  readonly error: number;
  readonly levelRight: boolean;
  readonly accuracy95: number | undefined;
}

export function judge(start: Start, positions: readonly PositionLine[]): Judged {
  const seconds = positions.flatMap((position): Second[] => {
    const at = truthAt(start.truth, position.atMs);
    const after = (position.atMs - start.startMs) / 1000;
    if (at === undefined || after <= 0) return [];
    const levelRight = at.level === position.level;
    return [{ after, error: distance(at, position), levelRight, accuracy95: position.accuracy95 }];
  });
  const good = seconds.find(({ error, levelRight }) => levelRight && error < GOOD_M);
  const goodAfter = good?.after ?? Number.POSITIVE_INFINITY;
  return { start, goodAfter, cause: goodAfter <= ASKED_S ? undefined : causeOf(seconds), seconds };
}

function causeOf(seconds: readonly Second[]): Cause {
  const told = seconds.findLast(({ after }) => after <= ASKED_S);
  if (told === undefined) return 'silent';
  return told.levelRight ? 'far' : 'level';
}

/** The cells of one row: see the bench. */
export function cellsOf(judged: readonly Judged[]): readonly string[] {
  const after = judged.map(({ goodAfter }) => goodAfter);
  const cells = [quantile(after, 0.5), quantile(after, 0.95)].map((seconds) =>
    Number.isFinite(seconds) ? seconds!.toFixed(1) : 'never',
  );
  for (const seconds of [1, 2, ASKED_S]) cells.push(share(after, (value) => value <= seconds));
  for (const cause of ['silent', 'level', 'far']) cells.push(share(judged, (start) => start.cause === cause));
  const told = judged.flatMap(({ seconds }) => seconds);
  cells.push(
    share(told, ({ levelRight }) => levelRight),
    ...[told.filter(({ after }) => after <= ASKED_S), told].map((some) =>
      share(some, ({ error, accuracy95 }) => error <= accuracy95!),
    ),
    `${judged.filter(({ seconds }) => isFalse(seconds)).length}`,
  );
  return cells;
}

/** Whether the level was right and then told wrong. */
function isFalse(seconds: readonly Second[]): boolean {
  return seconds.some(({ levelRight }, i) => !levelRight && seconds[i - 1]?.levelRight === true);
}

function share<T>(of: readonly T[], is: (one: T) => boolean): string {
  return of.length === 0 ? '–' : ((100 * of.filter(is).length) / of.length).toFixed(1);
}
