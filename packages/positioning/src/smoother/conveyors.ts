import { distanceToBoundary, type MultiPolygon, multiPolygonContains } from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';

/** Units in which one is carried without a step, by IMDF category. */
const CARRYING = new Set(['escalator', 'movingwalkway']);
const WITHIN = 3;

/** Whether a point is on or within 3 m of an escalator or moving walkway of the level. */
export type Carried = (x: number, y: number, level: number) => boolean;

export function carriedNear(venue: Venue | undefined): Carried {
  const byLevel = (venue?.levels ?? []).map(({ shortName }) =>
    venue!.units
      .filter((unit) => unit.level === shortName && CARRYING.has(unit.category))
      .map(({ area }) => area),
  );
  return (x, y, level) => (byLevel[level] ?? []).some((area) => near(area, x, y));
}

function near(area: MultiPolygon, x: number, y: number): boolean {
  return (
    multiPolygonContains(area, { x, y }) ||
    area.some((polygon) => distanceToBoundary(polygon, { x, y }) < WITHIN)
  );
}
