import { distance, type Point } from '@daoyin/geometry';
import type { PositionLine, TruthPoint } from './truth';

/** Truth within this radius of where it came to rest is still. */
const STILL_WITHIN_M = 0.15;
/** The first seconds of a rest belong to the walk. */
const SETTLE_MS = 3000;
const SHORTEST_MS = 5000;
const WINDOW_MS = 60_000;

/** A rest of the walker, or a minute of it: the farthest that two positions given in it are from each other, in metres. */
export interface Rest {
  readonly fromMs: number;
  readonly toMs: number;
  readonly moved: number;
}

/**
 * How far the dot moves while the walker stands: for each rest of the truth (within 0.15 m of one place), after 3 s to settle and of at
 * least 5 s then, cut into pieces of at most a minute. Rests with fewer than two positions tell nothing and are left out.
 */
export function restsOf(truth: readonly TruthPoint[], positions: readonly PositionLine[]): readonly Rest[] {
  return stillSpans(truth).flatMap(([fromMs, toMs]) => {
    const rests: Rest[] = [];
    for (let at = fromMs + SETTLE_MS; toMs - at >= SHORTEST_MS; at += WINDOW_MS) {
      const end = Math.min(toMs, at + WINDOW_MS);
      const dots = positions.filter(({ atMs }) => atMs >= at && atMs <= end);
      if (dots.length > 1) rests.push({ fromMs: at, toMs: end, moved: extent(dots) });
    }
    return rests;
  });
}

function stillSpans(truth: readonly TruthPoint[]): readonly (readonly [fromMs: number, toMs: number])[] {
  const spans: [number, number][] = [];
  let first = 0;
  for (let i = 1; i <= truth.length; i++) {
    const line = truth[i];
    const start = truth[first]!;
    if (line !== undefined && line.level === start.level && distance(line, start) <= STILL_WITHIN_M) continue;
    if (i - 1 > first) spans.push([start.atMs, truth[i - 1]!.atMs]);
    first = i;
  }
  return spans;
}

function extent(points: readonly Point[]): number {
  let farthest = 0;
  for (const [i, a] of points.entries()) {
    for (let j = 0; j < i; j++) farthest = Math.max(farthest, distance(a, points[j]!));
  }
  return farthest;
}
