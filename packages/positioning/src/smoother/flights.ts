import { centroid, type MultiPolygon, type Point } from '@daoyin/geometry';
import type { Connector, Venue } from '@daoyin/venue';

/** One end of a lift, stairs, escalator or ramp: its unit on a level, a number of the index, which has the venue's levels first. */
export interface FlightEnd {
  readonly level: number;
  readonly area: MultiPolygon;
  readonly centre: Point;
}

/** A connector as walkers pass through it, from end to end. */
export interface Flight {
  readonly kind: Connector['kind'];
  readonly direction: Connector['direction'];
  /** By rising storey. */
  readonly ends: readonly FlightEnd[];
}

export function flightsOf(venue: Venue | undefined): readonly Flight[] {
  const units = new Map((venue?.units ?? []).map((unit) => [unit.id, unit]));
  const levels = new Map((venue?.levels ?? []).map(({ shortName }, i) => [shortName, i]));
  return (venue?.connectors ?? []).map(({ kind, direction, unitIds }) => ({
    kind,
    direction,
    ends: unitIds.flatMap((id) => {
      const unit = units.get(id);
      const level = unit && levels.get(unit.level);
      if (!unit || level === undefined) return [];
      return [{ level, area: unit.area, centre: centroid(unit.area[0]?.outer ?? []) }];
    }),
  }));
}
