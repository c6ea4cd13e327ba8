import type { Point } from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import type { FloorRaster } from '../floor-raster';
import { type Axes, mainAxes } from './axes';
import { type Ground, groundsOf } from './ground';
import { standingPlaces } from './rests';
import { type Shaft, shaftsOf } from './shafts';

/** What a plan says of walkers, by level index: where they can go, along which lines, where they stand, how they change level. */
export interface WalkingMap {
  readonly grounds: readonly (Ground | undefined)[];
  readonly axes: readonly (Axes | undefined)[];
  readonly places: readonly (readonly Point[])[];
  readonly shafts: readonly (readonly Shaft[])[];
}

export const NO_MAP: WalkingMap = { grounds: [], axes: [], places: [], shafts: [] };

const mapped = new WeakMap<Venue, WalkingMap>();

/** The walking map of a venue by the rasters of its floors; made once for each venue. */
export function walkingMapOf(venue: Venue, floors: readonly FloorRaster[]): WalkingMap {
  const known = mapped.get(venue);
  if (known) return known;
  const map = {
    grounds: groundsOf(venue, floors),
    axes: venue.levels.map(({ shortName }) => mainAxes(venue, shortName)),
    places: standingPlaces(venue),
    shafts: shaftsOf(venue),
  };
  mapped.set(venue, map);
  return map;
}
