import { distance, multiPolygonContains, type VenuePoint } from '@daoyin/geometry';
import type { SelectTarget } from '@daoyin/scene';
import type { Venue } from '@daoyin/venue';

/** What somebody means who touches `at`: the nearest window or facility within `reach` metres, else the room, else the point. */
export function selectAt(venue: Venue, at: VenuePoint, reach: number): SelectTarget {
  const near = [
    ...venue.windows.map((window) => ({
      target: { kind: 'window' as const, number: window.number, at },
      level: window.at.level,
      away: distance(window.at, at),
    })),
    ...venue.amenities.map(({ id, level, point }) => ({
      target: { kind: 'feature' as const, id, at },
      level,
      away: distance(point, at),
    })),
  ]
    .filter(({ level, away }) => level === at.level && away <= Math.max(reach, 0.8))
    .sort((a, b) => a.away - b.away);
  if (near[0] !== undefined) return near[0].target;
  const room = venue.units.find(
    (unit) =>
      unit.level === at.level && Object.keys(unit.name).length > 0 && multiPolygonContains(unit.area, at),
  );
  return room === undefined ? { kind: 'point', at } : { kind: 'feature', id: room.id, at };
}
