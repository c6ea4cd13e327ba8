import type { BeaconIndex } from './beacon-index';
import { learntModel } from './calibration/learnt-model';
import { decodeRadioMap } from './calibration/radio-map';
import type { FloorRaster } from './floor-raster';
import { defaultChannel, pathLossModel, type RadioModel } from './radio-model';
import type { EstimatorContext } from './types';
import { wallObstruction } from './walls';

/**
 * The radio model that the estimators use for a context: path loss, with the walls of the venue where `floors` (the rasters of its
 * levels, in the order of the index) are given, and what a survey heard where the register has a radio map.
 */
export function radioModelOf(
  index: BeaconIndex,
  { register }: Pick<EstimatorContext, 'register'>,
  floors?: readonly FloorRaster[],
): RadioModel {
  const map = decodeRadioMap(register.calibration);
  const channel = { ...defaultChannel, ...map?.channel };
  const pathLoss = pathLossModel(index, channel, floors && wallObstruction(index, floors));
  return map ? learntModel(index, map, pathLoss) : pathLoss;
}
