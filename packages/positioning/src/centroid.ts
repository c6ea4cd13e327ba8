import { atLeast, type Covariance2, radius95 } from './accuracy';
import type { BeaconIndex } from './beacon-index';
import type { Engine } from './engine';
import { LevelVote } from './level-vote';
import { type RecentLevel, RecentLevels } from './recent-levels';
import type { Position } from './types';

const WINDOW_MS = 2000;
const STRONGEST = 6;
const FEWEST = 3;
const LAST_FOR_MS = 20_000;
const WALKING_SPEED = 1.3;

/** A point with the covariance of the beacons round it. */
export interface CentroidFix {
  readonly x: number;
  readonly y: number;
  readonly covariance: Covariance2;
}

/** The weighted centroid of the strongest beacons of the level, over a short window: the yardstick that needs no model. */
export function centroidEngine(index: BeaconIndex, assumedLevel?: number): Engine {
  const recent = new RecentLevels(WINDOW_MS);
  const vote = new LevelVote(index, assumedLevel);
  let fix: { readonly at: CentroidFix; readonly atMs: number } | undefined;
  return {
    reading: (beacon, atMs, rssiDbm) => recent.hear(beacon, atMs, rssiDbm),
    tick(atMs) {
      const heard = recent.at(atMs);
      const level = vote.vote(heard);
      const at = level === undefined ? undefined : weightedCentroid(index, heard, level);
      if (at) fix = { at, atMs };
    },
    positionAt(atMs): Position | undefined {
      if (!fix || vote.level === undefined || atMs - fix.atMs > LAST_FOR_MS) return undefined;
      const drift = Math.max(0, (atMs - fix.atMs) / 1000) * WALKING_SPEED;
      const [xx, xy, yy] = fix.at.covariance;
      const covariance: Covariance2 = [xx + drift ** 2, xy, yy + drift ** 2];
      const level = index.levels[vote.level]!.shortName;
      return { atMs, x: fix.at.x, y: fix.at.y, level, covariance, accuracy95: radius95(covariance) };
    },
  };
}

/**
 * Mean of the strongest beacons of a level, each weighted with its amplitude. The covariance is half of the weighted spread of the
 * beacons themselves. Absent with fewer than three beacons.
 */
export function weightedCentroid(
  index: BeaconIndex,
  heard: readonly RecentLevel[],
  level: number,
): CentroidFix | undefined {
  const used = heard
    .filter(({ beacon }) => index.beacons[beacon]!.placed && index.beacons[beacon]!.level === level)
    .slice(0, STRONGEST)
    .map(({ beacon, rssiDbm }) => {
      const { x, y, powerDbm } = index.beacons[beacon]!;
      return { x, y, weight: 10 ** ((rssiDbm - powerDbm) / 20) };
    });
  if (used.length < FEWEST) return undefined;
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  const x = used.reduce((sum, beacon) => sum + beacon.weight * beacon.x, 0) / total;
  const y = used.reduce((sum, beacon) => sum + beacon.weight * beacon.y, 0) / total;
  let [xx, xy, yy] = [0, 0, 0];
  for (const beacon of used) {
    const share = beacon.weight / total / 2;
    xx += share * (beacon.x - x) ** 2;
    xy += share * (beacon.x - x) * (beacon.y - y);
    yy += share * (beacon.y - y) ** 2;
  }
  return { x, y, covariance: atLeast([xx, xy, yy], 0.5) };
}
