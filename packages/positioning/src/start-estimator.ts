import type { BeaconRegister, Venue } from '@daoyin/venue';
import { type BeaconIndex, indexBeacons } from './beacon-index';
import { byGaitEngine } from './by-gait';
import { decodeRadioMap } from './calibration/radio-map';
import { centroidEngine } from './centroid';
import { type CountingEstimator, driveEngine, type Engine } from './engine';
import { fingerprintEngine } from './fingerprint/fingerprint-engine';
import { type Places, placesOf } from './fingerprint/places';
import { type FloorRaster, floorsOf, rasterFloors } from './floor-raster';
import { fitsHistogram, histogramEngine } from './histogram/histogram-engine';
import { handOverEngine } from './map-matching/hand-over';
import { mapMatchingEngine } from './map-matching/map-matching-engine';
import { NO_MAP, type WalkingMap, walkingMapOf } from './map-matching/walking-map';
import { pathLossModel } from './radio-model';
import { radioModelOf } from './radio-model-of';
import { carriedNear } from './smoother/conveyors';
import { landingsOf } from './smoother/landings';
import { smootherEngine } from './smoother/smoother-engine';
import { trilaterationEngine } from './trilateration';
import type { EstimatorContext } from './types';

/**
 * The estimators by name. `shadowing`: a smoother of the last seconds of the track, with each beacon's shadowing in it, steps where there are
 * any, walls where a venue is given. `histogram`: a grid filter over place and velocity, for halls of a few rooms; in larger ones it is
 * `trilateration`. `fingerprint`: a particle filter over a learnt radio map, which needs no place of any beacon (without a map it is
 * `shadowing`). `trilateration`: the required pipeline. `centroid`: the yardstick that needs no model.
 * `best` is `shadowing` where the context gives a venue whose floors hold the register's beacons, `fingerprint` where most beacons have
 * no place but what `calibrate` guessed, else `shadowing` while steps come, and with nothing but levels `histogram` with a radio map and
 * `trilateration` without; where beacons are silent or there are none, it goes on by steps, anchors and the plan.
 */
export const estimatorNames = [
  'best',
  'shadowing',
  'histogram',
  'fingerprint',
  'trilateration',
  'centroid',
] as const;

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
    case 'histogram': {
      if (!fitsHistogram(index)) return engineStarter('trilateration', index, context);
      const model = radioModelOf(index, context);
      return () => histogramEngine(index, model, level);
    }
    case 'fingerprint':
      return fingerprint(index, context) ?? shadowing(index, context, level);
    case 'shadowing':
      return shadowing(index, context, level);
    case 'best':
      return best(index, context, level);
  }
}

function best(index: BeaconIndex, context: EstimatorContext, level: number | undefined): () => Engine {
  const { venue, seed } = context;
  const floors = floorsOf(index, venue);
  const fingerprints = floors || isPlacedByHand(index, context) ? undefined : fingerprint(index, context);
  if (fingerprints) return fingerprints;
  const stepping = shadowing(index, context, level, floors);
  const learnt = decodeRadioMap(context.register.calibration) !== undefined;
  const plain = engineStarter(learnt ? 'histogram' : 'trilateration', index, context);
  const map = walkingMap(index, venue, floors);
  return () => {
    const radio = floors ? stepping() : byGaitEngine(plain(), stepping());
    return handOverEngine(index, radio, mapMatchingEngine(index, map, seed));
  };
}

/** Whether somebody wrote down where most of the beacons hang: what `calibrate` found by path loss is metres off. */
function isPlacedByHand(index: BeaconIndex, { register }: EstimatorContext): boolean {
  const guessed = decodeRadioMap(register.calibration)?.placed ?? {};
  const byHand = index.beacons.filter(({ id, placed }) => placed && guessed[id] === undefined);
  return 2 * byHand.length > index.beacons.length;
}

/** What is worked out of a register's map serves every walker that is given it with the same venue. */
const sharedPlaces = new WeakMap<
  BeaconRegister,
  { readonly venue: Venue | undefined; readonly places: Places }
>();

function fingerprint(
  index: BeaconIndex,
  { register, venue, seed }: EstimatorContext,
): (() => Engine) | undefined {
  const map = decodeRadioMap(register.calibration);
  if (!map) return undefined;
  const shared = sharedPlaces.get(register);
  const places =
    shared?.venue === venue && shared ? shared.places : placesOf(index, map, pathLossModel(index));
  sharedPlaces.set(register, { venue, places });
  return () => fingerprintEngine(index, places, map.surveyorDb ?? 0, seed);
}

/** A plan with which no beacon disagrees is one to walk on. */
function walkingMap(
  index: BeaconIndex,
  venue: Venue | undefined,
  floors: readonly FloorRaster[] | undefined,
): WalkingMap {
  if (!venue) return NO_MAP;
  if (floors) return walkingMapOf(venue, floors);
  return index.beacons.some(({ placed }) => placed) ? NO_MAP : walkingMapOf(venue, rasterFloors(venue));
}

function shadowing(
  index: BeaconIndex,
  context: EstimatorContext,
  level: number | undefined,
  floors = floorsOf(index, context.venue),
): () => Engine {
  const model = radioModelOf(index, context, floors);
  const carried = carriedNear(context.venue);
  const landings = landingsOf(context.venue);
  return () => smootherEngine(index, model, carried, landings, level);
}
