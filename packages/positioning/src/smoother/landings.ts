import {
  distance,
  type MultiPolygon,
  multiPolygonContains,
  nearestOnSegment,
  ringEdges,
} from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';

/** Where a walker who has changed the level can be. */
export interface Landing {
  readonly x: number;
  readonly y: number;
  /** Standard deviation of each coordinate in metres. */
  readonly sd: number;
}

/** The landing of a change between two levels (numbers of the index, which has the venue's levels first) that is nearest to a point. */
export type Landings = (x: number, y: number, from: number, to: number) => Landing | undefined;

const WITHIN = 12;
const LIFT_SD = 1.2;
const FLIGHT_SD = 2.5;

/**
 * Nobody goes through a slab: who is on another level than before came by a lift, stairs, an escalator or a ramp, and is near its end
 * there. Undefined where no connector is within 12 m: then the plan lacks one, or the place is wrong.
 */
export function landingsOf(venue: Venue | undefined): Landings {
  const units = new Map((venue?.units ?? []).map((unit) => [unit.id, unit]));
  const levels = new Map((venue?.levels ?? []).map(({ shortName }, i) => [shortName, i]));
  const connectors = (venue?.connectors ?? []).map(({ kind, unitIds }) => ({
    sd: kind === 'elevator' ? LIFT_SD : FLIGHT_SD,
    ends: unitIds.flatMap((id) => {
      const unit = units.get(id);
      const level = unit && levels.get(unit.level);
      return unit && level !== undefined ? [{ level, area: unit.area }] : [];
    }),
  }));
  return (x, y, from, to) => {
    let nearest: Landing | undefined;
    let least = WITHIN;
    for (const { sd, ends } of connectors) {
      if (!ends.some(({ level }) => level === from)) continue;
      for (const { level, area } of ends) {
        const at = level === to ? nearestIn(area, { x, y }) : undefined;
        const away = at ? distance(at, { x, y }) : Number.POSITIVE_INFINITY;
        if (!at || away >= least) continue;
        least = away;
        nearest = { ...at, sd };
      }
    }
    return nearest;
  };
}

function nearestIn(
  area: MultiPolygon,
  point: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } | undefined {
  if (multiPolygonContains(area, point)) return point;
  let nearest: { readonly x: number; readonly y: number } | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { outer } of area) {
    for (const [a, b] of ringEdges(outer)) {
      const at = nearestOnSegment(point, a, b).point;
      const away = distance(at, point);
      if (away < least) [least, nearest] = [away, at];
    }
  }
  return nearest;
}
