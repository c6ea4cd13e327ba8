import {
  boundsOf,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
  type Polygon,
} from '@daoyin/geometry';
import type { Level, Venue } from './types';

/** A point in space: metres, `z` above the floor of ordinal 0. */
export interface SpacePoint extends Point {
  readonly z: number;
}

/** How many slabs a straight line between two points goes through. */
export type SlabCount = (from: SpacePoint, to: SpacePoint) => number;

/** The floor of a level from below, with the openings in it. The lowest floor is never passed. */
interface Slab {
  readonly z: number;
  readonly open: readonly Opening[];
}

interface Opening {
  readonly bounds: ReturnType<typeof boundsOf>;
  readonly area: MultiPolygon;
}

/** Where a line passes a floor by an atrium of any level of that height, there is no slab. Shafts of lifts and stairs weaken like slabs. */
export function slabCount(venue: Venue): SlabCount {
  const lowest = Math.min(...venue.levels.map(({ elevation }) => elevation));
  const slabs = new Map<number, Slab>();
  for (const level of venue.levels) {
    const z = level.elevation;
    if (z === lowest) continue;
    slabs.set(z, { z, open: [...(slabs.get(z)?.open ?? []), ...atriaIn(venue, level)] });
  }
  return (from, to) => {
    const [low, high] = from.z <= to.z ? [from, to] : [to, from];
    let count = 0;
    for (const { z, open } of slabs.values()) {
      if (low.z < z && z <= high.z && !isOpen(open, pointAt(low, high, z))) count++;
    }
    return count;
  };
}

/** The atria in the floor of a level. */
function atriaIn(venue: Venue, level: Level): readonly Opening[] {
  return venue.units
    .filter(({ category, level: own }) => category === 'opentobelow' && own === level.shortName)
    .flatMap(({ area }) => area.map(openingOf));
}

function openingOf(polygon: Polygon): Opening {
  return { bounds: boundsOf(polygon.outer), area: [polygon] };
}

function isOpen(openings: readonly Opening[], at: Point): boolean {
  return openings.some(
    ({ bounds: { minX, minY, maxX, maxY }, area }) =>
      at.x >= minX && at.x <= maxX && at.y >= minY && at.y <= maxY && multiPolygonContains(area, at),
  );
}

function pointAt(low: SpacePoint, high: SpacePoint, z: number): Point {
  const t = (z - low.z) / (high.z - low.z);
  return { x: low.x + t * (high.x - low.x), y: low.y + t * (high.y - low.y) };
}
