import type { LngLat, Point, ScenePoint } from './types';

const SEMI_MAJOR_AXIS = 6_378_137; // a of WGS84
const FLATTENING = 1 / 298.257_223_563; // f of WGS84
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING); // e²
const RADIANS_PER_DEGREE = Math.PI / 180;

/** The conversions between WGS84 and one venue's frame. */
export interface VenueFrame {
  readonly origin: LngLat;
  readonly lngLatToVenue: (lngLat: LngLat) => Point;
  readonly venueToLngLat: (point: Point) => LngLat;
}

/**
 * The venue frame whose origin is the venue feature's `display_point`.
 * x = (lng − lng0)·N(lat0)·cos lat0 and y = (lat − lat0)·M(lat0), with the WGS84 radii of curvature in the meridian M and
 * in the prime vertical N (Snyder, Map Projections: A Working Manual, 1987, equations 4-18 and 4-20).
 * Within 1 km of the origin it is true to the centimetre.
 */
export function venueFrame(origin: LngLat): VenueFrame {
  const [lng0, lat0] = origin;
  if (!(Math.abs(lng0) <= 180 && Math.abs(lat0) < 90)) {
    throw new RangeError(`Expected an origin in degrees of longitude and latitude, got [${lng0}, ${lat0}].`);
  }
  const sinLat = Math.sin(lat0 * RADIANS_PER_DEGREE);
  const w = 1 - ECCENTRICITY_SQUARED * sinLat * sinLat;
  const primeVertical = SEMI_MAJOR_AXIS / Math.sqrt(w); // N
  const meridian = (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w)); // M
  const metresPerLng = primeVertical * Math.cos(lat0 * RADIANS_PER_DEGREE) * RADIANS_PER_DEGREE;
  const metresPerLat = meridian * RADIANS_PER_DEGREE;
  return {
    origin,
    lngLatToVenue: ([lng, lat]) => ({ x: (lng - lng0) * metresPerLng, y: (lat - lat0) * metresPerLat }),
    venueToLngLat: ({ x, y }) => [lng0 + x / metresPerLng, lat0 + y / metresPerLat],
  };
}

/** Venue to scene: y up and north away from the viewer. `elevation` is the level's, in metres. */
export function venueToScene(point: Point, elevation: number): ScenePoint {
  return { x: point.x, y: elevation, z: -point.y };
}
