import { indexBeacons } from './beacon-index';
import { centroidEngine } from './centroid';
import { type CountingEstimator, driveEngine } from './engine';
import { pathLossModel } from './radio-model';
import { trilaterationEngine } from './trilateration';
import type { EstimatorContext } from './types';

/** The estimators by name. `trilateration` is the required pipeline; `centroid` the yardstick that needs no model. */
export const estimatorNames = ['trilateration', 'centroid'] as const;

export type EstimatorName = (typeof estimatorNames)[number];

/** The best estimator that the benchmark proves (docs/decisions/0001-estimator.md). */
export const defaultEstimator: EstimatorName = 'trilateration';

export function isEstimatorName(name: string): name is EstimatorName {
  return (estimatorNames as readonly string[]).includes(name);
}

/** Starts a walker's filter by name. Throws a RangeError for a name that is not in `estimatorNames`. */
export function startEstimator(name: string, context: EstimatorContext): CountingEstimator {
  if (!isEstimatorName(name)) {
    throw new RangeError(`Expected an estimator of ${estimatorNames.join(', ')}, got ${name}.`);
  }
  const index = indexBeacons(context.register, context.venue);
  const level = context.level === undefined ? undefined : index.levelOf(context.level);
  switch (name) {
    case 'centroid':
      return driveEngine(index, () => centroidEngine(index, level));
    case 'trilateration': {
      const model = pathLossModel(index);
      return driveEngine(index, () => trilaterationEngine(index, model, level));
    }
  }
}
