import type { BeaconIndex } from './beacon-index';
import type { FloorRaster } from './floor-raster';
import { defaultChannel, pathLossModel, type RadioModel } from './radio-model';
import type { EstimatorContext } from './types';
import { wallObstruction } from './walls';

/**
 * The radio model that the estimators use for a context: path loss, with the walls of the venue where `floors` (the rasters of its
 * levels, in the order of the index) are given.
 */
export function radioModelOf(
  index: BeaconIndex,
  _context: EstimatorContext,
  floors?: readonly FloorRaster[],
): RadioModel {
  return pathLossModel(index, defaultChannel, floors && wallObstruction(index, floors));
}
