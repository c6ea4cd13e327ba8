import type { BeaconIndex } from './beacon-index';
import { learntModel } from './calibration/learnt-model';
import { decodeRadioMap } from './calibration/radio-map';
import type { FloorRaster } from './floor-raster';
import { defaultChannel, pathLossModel, type RadioModel } from './radio-model';
import { slabsOf } from './slabs';
import type { EstimatorContext } from './types';
import { wallObstruction } from './walls';

/**
 * The radio model that the estimators use for a context: path loss, with the walls of the venue where `floors` (the rasters of its
 * levels, in the order of the index) are given, and what a survey heard where the register has a radio map.
 */
export function radioModelOf(
  index: BeaconIndex,
  { register, venue }: Pick<EstimatorContext, 'register' | 'venue'>,
  floors?: readonly FloorRaster[],
): RadioModel {
  const map = decodeRadioMap(register.calibration);
  const channel = { ...defaultChannel, ...map?.channel };
  const obstruction = floors && wallObstruction(index, floors);
  const slabs = floors && venue && slabsOf(index, venue, channel.receiverHeight);
  const pathLoss = pathLossModel(index, channel, obstruction, slabs);
  return map ? learntModel(index, map, pathLoss) : pathLoss;
}
