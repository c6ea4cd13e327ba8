import { type BeaconIndex, indexBeacons } from './beacon-index';
import { centroidEngine } from './centroid';
import { type CountingEstimator, driveEngine, type Engine } from './engine';
import { type FloorRaster, floorsOf } from './floor-raster';
import { radioModelOf } from './radio-model-of';
import { shadowFilterEngine } from './shadow-filter';
import { trilaterationEngine } from './trilateration';
import type { EstimatorContext } from './types';
import { watchedEngine } from './watchdog';

/**
 * The estimators by name. `shadowing`: a particle filter that learns each beacon's shadowing as the walker goes, with walls and
 * walkable ground where a venue is given. `trilateration`: the required pipeline. `centroid`: the yardstick that needs no model.
 * `best` is `shadowing` where the context gives a venue whose floors hold the register's beacons, else `trilateration`:
 * without walls and with unknown powers the particle filter is the worse of the two.
 */
export const estimatorNames = ['best', 'shadowing', 'trilateration', 'centroid'] as const;

export type EstimatorName = (typeof estimatorNames)[number];

/** The best estimator that the benchmark proves for what the context gives (docs/decisions/0001-estimator.md). */
export const defaultEstimator: EstimatorName = 'best';

export function isEstimatorName(name: string): name is EstimatorName {
  return (estimatorNames as readonly string[]).includes(name);
}

/** Starts a walker's filter by name. Throws a RangeError for a name that is not in `estimatorNames`. */
export function startEstimator(name: string, context: EstimatorContext): CountingEstimator {
  if (!isEstimatorName(name)) {
    throw new RangeError(`Expected an estimator of ${estimatorNames.join(', ')}, got ${name}.`);
  }
  const index = indexBeacons(context.register, context.venue);
  return driveEngine(index, engineStarter(name, index, context));
}

/** What starts the engine: anew too when the device's clock was set, with model and map kept. */
function engineStarter(name: EstimatorName, index: BeaconIndex, context: EstimatorContext): () => Engine {
  const level = context.level === undefined ? undefined : index.levelOf(context.level);
  switch (name) {
    case 'centroid':
      return () => centroidEngine(index, level);
    case 'trilateration': {
      const model = radioModelOf(index, context);
      return () => trilaterationEngine(index, model, level);
    }
    case 'shadowing':
      return shadowing(index, context, floorsOf(index, context.venue), level);
    case 'best': {
      const floors = floorsOf(index, context.venue);
      if (!floors) return engineStarter('trilateration', index, context);
      return shadowing(index, context, floors, level);
    }
  }
}

function shadowing(
  index: BeaconIndex,
  context: EstimatorContext,
  floors: readonly FloorRaster[] | undefined,
  level: number | undefined,
): () => Engine {
  const model = radioModelOf(index, context, floors);
  const plain = radioModelOf(index, context);
  const track = (seed: number) => shadowFilterEngine(index, model, floors, seed, level);
  return () => watchedEngine(track, trilaterationEngine(index, plain, level), context.seed);
}
