import { polygonArea } from '@daoyin/geometry';
import type { FeatureId, Unit, Venue } from '@daoyin/venue';
import type { Router } from '../router';
import { unitKind } from '../space/categories';

/**
 * Closes a door, the largest floor of a level and the connectors of a way, and asks for the way each time: the code of closings is slow
 * until it has run, and what it was compiled to stays. Takes some 50 ms, once; nothing stays closed.
 */
export function rehearseClosing(venue: Venue, find: Router['find']): void {
  const goal = venue.windows.at(-1)?.number;
  const from = venue.windows[0]?.at;
  if (goal === undefined || from === undefined) return;
  const query = { from, to: { window: goal }, profile: 'walk' } as const;
  const way = find(query);
  const ridden = (way.ok ? way.legs : []).flatMap((leg) => (leg.kind === 'connector' ? leg.connectorId : []));
  for (const closed of [...closingsOn(venue, from.level), ridden]) find({ ...query, closed });
}

function closingsOn({ units, openings }: Venue, level: string): readonly (readonly FeatureId[])[] {
  const floors = units.filter((unit) => unit.level === level && unitKind(unit.category) === 'open');
  const [floor] = floors.sort((a, b) => areaOf(b) - areaOf(a));
  const doors = openings.filter((door) => door.level === level).slice(0, 1);
  return [...doors.map(({ id }) => [id]), ...(floor ? [[floor.id]] : [])];
}

const areaOf = ({ area }: Unit): number => area.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
