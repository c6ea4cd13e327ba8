import {
  distanceToBoundary,
  distanceToSegment,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
} from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import { flightsOf } from './flights';

/** Units in which one is carried without a step, by IMDF category. */
const CARRYING = new Set(['escalator', 'movingwalkway']);
const WITHIN = 5;

/** Whether a point is on or within 5 m of an escalator or moving walkway of the level. */
export type Carried = (x: number, y: number, level: number) => boolean;

export function carriedNear(venue: Venue | undefined): Carried {
  const flights = flightsOf(venue).filter(({ kind }) => CARRYING.has(kind));
  const byLevel = (venue?.levels ?? []).map(({ shortName }, level) => ({
    areas: venue!.units
      .filter((unit) => unit.level === shortName && CARRYING.has(unit.category))
      .map(({ area }) => area),
    runs: flights.flatMap(({ ends }) =>
      ends.flatMap((end, i) => {
        const next = ends[i + 1];
        return next && (end.level === level || next.level === level)
          ? [[end.centre, next.centre] as const]
          : [];
      }),
    ),
  }));
  return (x, y, level) => {
    const here = byLevel[level];
    if (!here) return false;
    const point = { x, y };
    return (
      here.areas.some((area) => near(area, point)) ||
      here.runs.some(([a, b]) => distanceToSegment(point, a, b) < WITHIN)
    );
  };
}

function near(area: MultiPolygon, point: Point): boolean {
  return (
    multiPolygonContains(area, point) || area.some((polygon) => distanceToBoundary(polygon, point) < WITHIN)
  );
}
