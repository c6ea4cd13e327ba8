import { distance } from '@daoyin/geometry';
import { lagOf } from './lag';
import { changesOfLevel, falseChangesOf, type LevelChange } from './levels';
import { type Rest, restsOf } from './rests';
import {
  inTimeOrder,
  isSampled,
  lastNotAfter,
  type PositionLine,
  type ScoredPosition,
  type TruthPoint,
  truthAt,
} from './truth';

/** Milliseconds around a change of level that are not steady. */
const UNSTEADY_MS = 3000;
/** How far in time a position may be from a waypoint of sparse truth. */
const NEAREST_WITHIN_MS = 1000;
const LOST_BEYOND_M = 10;
const LOST_LONGER_THAN_MS = 10_000;
const GOOD_FIX_M = 3;

/** All that a score is made of, for one walk; scores of several walks are pooled from these. */
export interface Comparison {
  readonly scored: readonly ScoredPosition[];
  readonly rests: readonly Rest[];
  readonly levelChanges: readonly LevelChange[];
  /** Changes of level that the positions made and the walker did not. */
  readonly falseLevelChanges: number;
  /** Tracks more than 10 m off for more than 10 s, and their seconds. */
  readonly lost: readonly number[];
  readonly firstFixMs: number | undefined;
  readonly firstGoodFixMs: number | undefined;
  /** Seconds that the track runs behind the walker, and metres behind along the way; absent where nobody walks. */
  readonly lag: { readonly seconds: number; readonly metres: number } | undefined;
  /** Longest time without a position, between the first and the end of the truth, in milliseconds. */
  readonly longestGapMs: number | undefined;
}

/**
 * Lays positions beside the truth of one walk.
 *
 * Sampled truth (median gap ≤ 2.5 s): every position is scored at its own time against the truth interpolated there (`truthAt`).
 * Sparse truth (waypoints, stops): each line of truth is scored with the position nearest in time, at most 1 s away.
 */
export function compareWalk(truthLines: readonly TruthPoint[], lines: readonly PositionLine[]): Comparison {
  const truth = inTimeOrder(truthLines);
  const positions = inTimeOrder(lines);
  const pairs = isSampled(truth) ? pairAtPositions(truth, positions) : pairAtWaypoints(truth, positions);
  const levelChanges = changesOfLevel(truth, positions);
  const changedAt = truth.filter((line, i) => i > 0 && line.level !== truth[i - 1]!.level);
  const scored = pairs.map(([position, at]) => ({
    atMs: at.atMs,
    position,
    truth: at,
    error: distance(position, at),
    levelRight: position.level === at.level,
    steady: !changedAt.some((change) => Math.abs(change.atMs - at.atMs) <= UNSTEADY_MS),
  }));
  return {
    scored,
    rests: restsOf(truth, positions),
    levelChanges,
    falseLevelChanges: falseChangesOf(truth, positions),
    lost: lostTracks(scored),
    ...firstFixes(truth, positions, scored),
    lag: isSampled(truth) ? lagOf(truth, scored) : undefined,
    longestGapMs: longestGap(truth, positions),
  };
}

type Pair = readonly [PositionLine, TruthPoint];

function pairAtPositions(truth: readonly TruthPoint[], positions: readonly PositionLine[]): readonly Pair[] {
  return positions.flatMap((position) => {
    const at = truthAt(truth, position.atMs);
    return at === undefined ? [] : [[position, at] as const];
  });
}

function pairAtWaypoints(truth: readonly TruthPoint[], positions: readonly PositionLine[]): readonly Pair[] {
  return truth.flatMap((at) => {
    const i = lastNotAfter(positions, at.atMs);
    const nearest = [positions[i], positions[i + 1]]
      .filter((position) => position !== undefined)
      .filter((position) => Math.abs(position.atMs - at.atMs) <= NEAREST_WITHIN_MS)
      .sort((a, b) => Math.abs(a.atMs - at.atMs) - Math.abs(b.atMs - at.atMs))[0];
    return nearest === undefined ? [] : [[nearest, at] as const];
  });
}

function lostTracks(scored: readonly ScoredPosition[]): readonly number[] {
  const lost: number[] = [];
  let first = 0;
  for (let i = 0; i <= scored.length; i++) {
    if (i < scored.length && scored[i]!.error > LOST_BEYOND_M) continue;
    const lasted = i > first ? scored[i - 1]!.atMs - scored[first]!.atMs : 0;
    if (lasted > LOST_LONGER_THAN_MS) lost.push(lasted / 1000);
    first = i + 1;
  }
  return lost;
}

function firstFixes(
  truth: readonly TruthPoint[],
  positions: readonly PositionLine[],
  scored: readonly ScoredPosition[],
): Pick<Comparison, 'firstFixMs' | 'firstGoodFixMs'> {
  const start = truth[0]?.atMs;
  const sinceStart = (atMs: number | undefined): number | undefined =>
    start === undefined || atMs === undefined ? undefined : Math.max(0, atMs - start);
  return {
    firstFixMs: sinceStart(positions[0]?.atMs),
    firstGoodFixMs: sinceStart(scored.find(({ error }) => error < GOOD_FIX_M)?.atMs),
  };
}

function longestGap(truth: readonly TruthPoint[], positions: readonly PositionLine[]): number | undefined {
  const end = truth.at(-1)?.atMs;
  if (end === undefined || positions.length === 0) return undefined;
  const times = [...positions.map(({ atMs }) => atMs).filter((atMs) => atMs < end), end];
  return times.reduce((gap, atMs, i) => Math.max(gap, i === 0 ? 0 : atMs - times[i - 1]!), 0);
}
