import { orientPolygon, type Point, type Polygon, type Ring, signedArea } from '@daoyin/geometry';
import { isTangled } from '../../archive/boolean';
import { cleanRing } from '../../archive/read-geometry';
import { millimetres } from '../beacons/edit-beacons';

const LEAST_AREA = 1e-4; // m²; as when an archive is read

/** A point to the millimetre, as the studio keeps it. */
export const neat = ({ x, y }: Point): Point => ({ x: millimetres(x), y: millimetres(y) });

/** A polygon that an archive can hold: to the millimetre, without repeated corners; undefined where it encloses nothing or crosses itself. */
export function soundPolygon(outer: Ring, holes: readonly Ring[] = []): Polygon | undefined {
  const rings = [outer, ...holes].map((ring) => cleanRing(ring.map(neat)));
  if (rings.some((ring) => ring.length < 3 || Math.abs(signedArea(ring)) < LEAST_AREA)) return undefined;
  const polygon = orientPolygon(rings[0]!, rings.slice(1));
  return isTangled(polygon) ? undefined : polygon;
}
