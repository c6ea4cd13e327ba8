import { atLeast, type Covariance2, radius95 } from './accuracy';
import type { BeaconIndex } from './beacon-index';
import { weightedCentroid } from './centroid';
import { ConstantVelocityFilter } from './constant-velocity';
import type { Engine } from './engine';
import { type LeastSquaresFix, solvePosition } from './least-squares';
import { LevelVote } from './level-vote';
import type { RadioModel } from './radio-model';
import { type RecentLevel, RecentLevels } from './recent-levels';
import type { EstimatorDebug, Position } from './types';

const WINDOW_MS = 2000;
const STRONGEST = 12;
const FEWEST = 3;
const LAST_FOR_MS = 20_000;
/** Fading left in a level after smoothing, in dB; Rician with K = 6 dB over a few readings. */
const FADING_SD_DB = 3;
/** Shadowing keeps a fix's error for several ticks: this many successive fixes are worth one. */
const FIXES_OF_ONE_ERROR = 4;
/** How far the weighted centroid is off, in each coordinate: it is the prior of the fix, since it needs no model. */
const CENTROID_SD = 2.5;
const LOST_AFTER = 8;
const LOST_DISTANCE_SQUARED = 25;

/**
 * The required pipeline: smoothed levels, robust nonlinear least squares with the receiver's gain unknown, a constant-velocity Kalman
 * filter over the fixes, the level by vote. Fixes that contradict the filter for four seconds restart it.
 */
export function trilaterationEngine(index: BeaconIndex, model: RadioModel, assumedLevel?: number): Engine {
  const recent = new RecentLevels(WINDOW_MS);
  const vote = new LevelVote(index, assumedLevel);
  let filter: ConstantVelocityFilter | undefined;
  let fix: LeastSquaresFix | undefined;
  let outliers = 0;
  let heard: readonly RecentLevel[] = [];

  const accept = (next: LeastSquaresFix, atMs: number): void => {
    const [xx, xy, yy] = next.covariance;
    const spread = [xx, xy, yy].map((v) => v * FIXES_OF_ONE_ERROR) as unknown as Covariance2;
    if (!filter || atMs - filter.atMs > LAST_FOR_MS || outliers >= LOST_AFTER) {
      filter = new ConstantVelocityFilter(next, next.covariance, atMs);
      outliers = 0;
    } else {
      const distance = filter.update(next.x, next.y, spread, atMs);
      outliers = distance > LOST_DISTANCE_SQUARED ? outliers + 1 : 0;
    }
    fix = next;
  };

  return {
    reading: (beacon, atMs, rssiDbm, smoothedDbm) => recent.hear(beacon, atMs, rssiDbm, smoothedDbm),
    tick(atMs) {
      heard = recent.at(atMs);
      const level = vote.vote(heard);
      if (level === undefined) return;
      const next = trilaterate(index, model, heard, level, filter?.predicted(atMs));
      if (next) accept(next, atMs);
    },
    positionAt(atMs): Position | undefined {
      if (!filter || !fix || vote.level === undefined || atMs - filter.atMs > LAST_FOR_MS) return undefined;
      const { x, y, covariance } = filter.predicted(atMs);
      const [xx, xy, yy] = fix.covariance;
      const [pxx, pxy, pyy] = covariance;
      // A fix's own variance stays: shadowing is the same for as long as one stands there, and no filter takes it away.
      const honest = atLeast([pxx + xx, pxy + xy, pyy + yy], 0.05);
      const level = index.levels[vote.level]!.shortName;
      return { atMs, x, y, level, covariance: honest, accuracy95: radius95(honest) };
    },
    debug: () => describe(index, model, heard, vote.level, fix),
  };
}

/** One fix from what was heard, the better of two starts: the centroid and where the walker is expected. */
function trilaterate(
  index: BeaconIndex,
  model: RadioModel,
  heard: readonly RecentLevel[],
  level: number,
  expected: { readonly x: number; readonly y: number } | undefined,
): LeastSquaresFix | undefined {
  const centre = weightedCentroid(index, heard, level);
  if (!centre) return undefined;
  const measurements = heard
    .filter(({ beacon }) => model.covers(beacon, level) && index.beacons[beacon]!.level === level)
    .slice(0, STRONGEST)
    .map(({ beacon, rssiDbm, count }) => ({
      beacon,
      rssiDbm,
      sdDb: Math.hypot(model.shadowSdDb(beacon, centre.x, centre.y, level), FADING_SD_DB / Math.sqrt(count)),
    }));
  if (measurements.length < FEWEST) return undefined;
  const fixes = [centre, ...(expected ? [expected] : [])].map((start) =>
    solvePosition(model, measurements, level, start, { ...centre, sd: CENTROID_SD }),
  );
  const best = fixes.reduce((a, b) => (b.cost < a.cost ? b : a));
  return Math.hypot(best.x - centre.x, best.y - centre.y) < 30 ? best : undefined;
}

function describe(
  index: BeaconIndex,
  model: RadioModel,
  heard: readonly RecentLevel[],
  level: number | undefined,
  fix: LeastSquaresFix | undefined,
): EstimatorDebug {
  if (!fix || level === undefined) return { points: [], residuals: [], notes: ['no fix yet'] };
  const residuals = heard
    .filter(({ beacon }) => model.covers(beacon, level))
    .map(({ beacon, rssiDbm }) => ({
      beaconId: index.beacons[beacon]!.id,
      residualDb: rssiDbm - fix.gainDb - model.expectedDbm(beacon, fix.x, fix.y, level),
    }));
  const point = { x: fix.x, y: fix.y, level: index.levels[level]!.shortName, weight: 1 };
  return { points: [point], residuals, notes: [`gain ${fix.gainDb.toFixed(1)} dB`] };
}
