import { distance, multiPolygonContains, type VenuePoint } from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import { areaOf } from './build/style';
import { isOpenUnit, isVoid } from './build/walls';
import type { SelectTarget } from './types';

const REACH = 0.9; // metres about what is smaller than a finger

/** What stands at a point of the venue: a window before a machine before an amenity before a room before the floor. */
export function pick(venue: Venue, at: VenuePoint): SelectTarget {
  const here = <T extends { readonly level: string }>(items: readonly T[]) =>
    items.filter(({ level }) => level === at.level);
  const desk = here(venue.fixtures).find(({ area }) => multiPolygonContains(area, at));
  const window =
    (desk && venue.windows.find(({ fixtureId }) => fixtureId === desk.id)) ??
    nearest(
      venue.windows.filter((w) => w.at.level === at.level),
      (w) => distance(w.at, at),
      REACH,
    );
  if (window) return { kind: 'window', number: window.number, at };
  const kiosk = here(venue.kiosks).find(({ area }) => multiPolygonContains(area, at));
  if (kiosk) return { kind: 'feature', id: kiosk.id, at };
  const amenity = nearest(here(venue.amenities), ({ point }) => distance(point, at), REACH);
  if (amenity) return { kind: 'feature', id: amenity.id, at };
  const [unit] = here(venue.units)
    .filter((u) => !isOpenUnit(u) && !isVoid(u) && multiPolygonContains(u.area, at))
    .sort((a, b) => areaOf(a) - areaOf(b));
  return unit ? { kind: 'feature', id: unit.id, at } : { kind: 'point', at };
}

function nearest<T>(items: readonly T[], far: (item: T) => number, reach: number): T | undefined {
  let best: T | undefined;
  let limit = reach;
  for (const item of items) {
    const d = far(item);
    if (d < limit) [best, limit] = [item, d];
  }
  return best;
}
