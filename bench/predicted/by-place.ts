import { quantile } from '@daoyin/geometry';
import { AccuracyMap, type Listening, prospectOf, squareAt } from '@daoyin/positioning';
import { compareWalk } from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { estimatorContestant } from '../positioning/locate';
import type { Walk, WalkSet } from '../positioning/walks';
import { logCorrelation, meanRatio, rms } from './statistics';

/** One place: what is predicted there and what was reached, as radii that hold 95 % of a normal error, in metres. */
export interface Place {
  readonly predicted: number;
  readonly reached: number;
  readonly seconds: number;
}

const PLACE_M = 6;
const LEAST_SECONDS = 8;
/** A second is settled once the filter has found its walker. */
const SETTLED_MS = 15_000;
/** The radius that holds 95 % of a round normal error, over the root of its mean square. */
const RADIUS_95_OVER_RMS = 2.4477 / Math.SQRT2;

/** What the default estimator reaches in each square of 6 m that was walked for some seconds, beside the map's prediction for it. */
export async function placesOf(set: WalkSet, listening: Listening): Promise<readonly Place[]> {
  const venue = set.venue!;
  const map = mapOf(venue, set.register);
  const levels = venue.levels.map((_, level) => map.level(level, listening));
  const sums = new Map<string, { predicted: number[]; errors: number[] }>();
  for (const walk of set.walks) {
    for (const { error, truth } of await scoredOf(walk, set)) {
      const level = venue.levels.findIndex(({ shortName }) => shortName === truth.level);
      const square = level < 0 ? -1 : squareAt(levels[level]!.cells, truth.x, truth.y);
      if (square < 0) continue;
      const key = `${level}/${Math.floor(truth.x / PLACE_M)}/${Math.floor(truth.y / PLACE_M)}`;
      const known = sums.get(key) ?? { predicted: [], errors: [] };
      known.predicted.push(levels[level]!.error95[square]!);
      known.errors.push(error);
      sums.set(key, known);
    }
  }
  return [...sums.values()]
    .filter(({ errors }) => errors.length >= LEAST_SECONDS)
    .map(({ predicted, errors }) => ({
      predicted: rms(predicted),
      reached: RADIUS_95_OVER_RMS * rms(errors),
      seconds: errors.length,
    }));
}

async function scoredOf(walk: Walk, set: WalkSet) {
  const { positions } = await estimatorContestant('best').locate(walk, set);
  const start = walk.truth[0]!.atMs;
  return compareWalk(walk.truth, positions).scored.filter(
    ({ atMs, steady }) => steady && atMs - start > SETTLED_MS,
  );
}

export function mapOf(venue: Venue, register: BeaconRegister, metres = 2): AccuracyMap {
  return new AccuracyMap(prospectOf(venue, register.calibration, metres), register.beacons);
}

export function placesRow(name: string, places: readonly Place[]): string {
  const pairs = places.map(({ predicted, reached }) => [predicted, reached] as const);
  const [predicted, reached] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  return [
    name.padEnd(34),
    `${places.length} places`.padStart(11),
    `${places.reduce((sum, { seconds }) => sum + seconds, 0)} s`.padStart(8),
    `predicted ${quantile(predicted, 0.5).toFixed(2)} (95 % ${quantile(predicted, 0.95).toFixed(2)})`.padStart(
      30,
    ),
    `reached ${quantile(reached, 0.5).toFixed(2)} (95 % ${quantile(reached, 0.95).toFixed(2)})`.padStart(30),
    `ratio ${meanRatio(pairs).toFixed(2)}`.padStart(12),
    `correlation ${logCorrelation(pairs).toFixed(2)}`.padStart(18),
  ].join('');
}
