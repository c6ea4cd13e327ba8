import { type Comparison, compareWalk } from './compare';
import type { PositionLine, TruthPoint } from './truth';

/** Median and percentiles; absent where there was nothing to measure. */
export interface Spread {
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
  readonly max: number;
}

/** How good positions are. Metres and seconds; shares are 0 … 1; a field is absent where there was nothing to measure it on. */
export interface Score {
  readonly walks: number;
  /** Positions laid beside the truth. */
  readonly scored: number;
  /** Horizontal error, whatever the level. */
  readonly error: Spread | undefined;
  /** Share of positions on the right level, of all and of those not within 3 s of a change. */
  readonly levelAccuracy: number | undefined;
  readonly levelAccuracySteady: number | undefined;
  /** Share of the positions that say `accuracy95` whose horizontal error is within it, and the median of what they say. */
  readonly coverage95: number | undefined;
  readonly medianAccuracy95: number | undefined;
  /** How far the dot moves while the walker stands, for each rest of up to a minute (`restsOf`). */
  readonly jitterAtRest: (Spread & { readonly rests: number }) | undefined;
  /** Seconds until a change of level is noticed; `missed` are never noticed, `false` were never made. */
  readonly levelChange: {
    readonly changes: number;
    readonly missed: number;
    readonly false: number;
    readonly latency: Spread | undefined;
  };
  /** Tracks more than 10 m off for more than 10 s. */
  readonly lost: { readonly tracks: number; readonly seconds: number };
  /** Seconds from the start of the truth to the first position, and to the first with an error below 3 m; `never` counts walks without such. */
  readonly firstFix: Spread | undefined;
  readonly firstFixBelow3m: (Spread & { readonly never: number }) | undefined;
  /** Mean over walks: seconds and metres that the track runs behind the walker. */
  readonly lag: { readonly seconds: number; readonly metres: number } | undefined;
  readonly longestGapSeconds: number | undefined;
}

/** The score of one walk. Neither list needs to be sorted. `compareWalk` says which position meets which truth. */
export function scoreWalk(truth: readonly TruthPoint[], positions: readonly PositionLine[]): Score {
  return poolScores([compareWalk(truth, positions)]);
}

/** One score over several walks: every position counts once, and every rest, change and first fix. */
export function poolScores(walks: readonly Comparison[]): Score {
  const scored = walks.flatMap((walk) => walk.scored);
  const honest = scored.filter(({ position }) => position.accuracy95 !== undefined);
  const rests = spreadOf(walks.flatMap((walk) => walk.rests.map(({ moved }) => moved)));
  const gaps = walks.flatMap(({ longestGapMs }) => longestGapMs ?? []);
  const goodFixes = spreadOf(walks.flatMap(({ firstGoodFixMs }) => seconds(firstGoodFixMs)));
  return {
    walks: walks.length,
    scored: scored.length,
    error: spreadOf(scored.map(({ error }) => error)),
    levelAccuracy: share(scored, ({ levelRight }) => levelRight),
    levelAccuracySteady: share(
      scored.filter(({ steady }) => steady),
      ({ levelRight }) => levelRight,
    ),
    coverage95: share(honest, ({ error, position }) => error <= position.accuracy95!),
    medianAccuracy95: spreadOf(honest.map(({ position }) => position.accuracy95!))?.median,
    jitterAtRest: rests && { ...rests, rests: walks.reduce((n, walk) => n + walk.rests.length, 0) },
    levelChange: levelChangeScore(walks),
    lost: {
      tracks: walks.reduce((n, walk) => n + walk.lost.length, 0),
      seconds: walks.reduce((n, walk) => n + walk.lost.reduce((a, b) => a + b, 0), 0),
    },
    firstFix: spreadOf(walks.flatMap(({ firstFixMs }) => seconds(firstFixMs))),
    firstFixBelow3m: goodFixes && {
      ...goodFixes,
      never: walks.filter(({ firstGoodFixMs }) => firstGoodFixMs === undefined).length,
    },
    lag: meanLag(walks),
    longestGapSeconds: gaps.length === 0 ? undefined : Math.max(...gaps) / 1000,
  };
}

/** Median, 75 and 95 % with linear interpolation between order statistics, and the largest; absent for no values. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = (q: number): number => {
    const at = q * (sorted.length - 1);
    const below = sorted[Math.floor(at)]!;
    return below + (at % 1) * (sorted[Math.ceil(at)]! - below);
  };
  return { median: quantile(0.5), p75: quantile(0.75), p95: quantile(0.95), max: sorted.at(-1)! };
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number | undefined {
  return all.length === 0 ? undefined : all.filter(holds).length / all.length;
}

function seconds(ms: number | undefined): readonly number[] {
  return ms === undefined ? [] : [ms / 1000];
}

function levelChangeScore(walks: readonly Comparison[]): Score['levelChange'] {
  const changes = walks.flatMap((walk) => walk.levelChanges);
  const noticed = changes.flatMap(({ latency }) => latency ?? []);
  return {
    changes: changes.length,
    missed: changes.length - noticed.length,
    false: walks.reduce((sum, walk) => sum + walk.falseLevelChanges, 0),
    latency: spreadOf(noticed),
  };
}

function meanLag(walks: readonly Comparison[]): Score['lag'] {
  const lags = walks.flatMap(({ lag }) => lag ?? []);
  if (lags.length === 0) return undefined;
  const mean = (of: (lag: (typeof lags)[number]) => number): number =>
    lags.reduce((sum, lag) => sum + of(lag), 0) / lags.length;
  return { seconds: mean((lag) => lag.seconds), metres: mean((lag) => lag.metres) };
}
