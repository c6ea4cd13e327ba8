import type { VenuePoint } from '@daoyin/geometry';
import type { KioskPlace } from '../place';

const DEGREES = 180 / Math.PI;

/** A place as `x,y,level` or `x,y,level,degrees`, as it is stored and as `?at=` takes it. */
export function placeText({ at, facing }: Pick<KioskPlace, 'at' | 'facing'>): string {
  const degrees = facing === undefined ? [] : [String(Math.round(facing * DEGREES))];
  return [at.x.toFixed(2), at.y.toFixed(2), at.level, ...degrees].join(',');
}

/** The same place, with another way to face, in degrees counter-clockwise from east. */
export const turnPlace = ({ at }: KioskPlace, degrees: number): string =>
  placeText({ at, facing: degrees / DEGREES });

/** Another place, facing as before. */
export const movePlace = (place: KioskPlace | undefined, at: VenuePoint): string =>
  placeText({ at, ...(place?.facing === undefined ? {} : { facing: place.facing }) });
