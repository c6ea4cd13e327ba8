import { centroid, distance, type VenuePoint } from '@daoyin/geometry';
import type { Kiosk, Labels, Venue } from '@daoyin/venue';

/** Where a kiosk stands, and which way somebody looks who stands in front of it. */
export interface KioskPlace {
  readonly at: VenuePoint;
  /** Radians counter-clockwise from east. */
  readonly facing?: number;
  readonly name: Labels;
}

/**
 * The place that `wish` names: a kiosk's feature id, a kiosk's name, or `x,y,level`. Undefined where the venue has no such place.
 */
export function placeNamed(venue: Venue, wish: string): KioskPlace | undefined {
  const kiosk = venue.kiosks.find(({ id, name }) => id === wish || Object.values(name).includes(wish));
  if (kiosk !== undefined) return placeOf(venue, kiosk);
  const [x, y, level, facing] = wish.split(',').map((part) => part.trim());
  const at = { x: Number(x), y: Number(y), level: level ?? '' };
  const known = venue.levels.some(({ shortName }) => shortName === at.level);
  if (!x || !y || !Number.isFinite(at.x) || !Number.isFinite(at.y) || !known) return undefined;
  const degrees = Number(facing);
  return {
    at,
    name: {},
    ...(facing && Number.isFinite(degrees) ? { facing: (degrees * Math.PI) / 180 } : {}),
  };
}

/** Where a kiosk stands that nobody has told: at the venue's first guide kiosk, else at an entrance, else where people are served. */
export function defaultPlace(venue: Venue): KioskPlace | undefined {
  const guide = venue.kiosks.find(({ name }) =>
    /导引|导航|way ?finding|guide/i.test(Object.values(name).join(' ')),
  );
  if (guide !== undefined) return placeOf(venue, guide);
  const entrance = venue.amenities.find(({ category }) => /entry|entrance|information/.test(category));
  if (entrance !== undefined)
    return { at: { ...entrance.point, level: entrance.level }, name: entrance.name };
  const served = venue.windows[0]?.at ?? venue.anchors[0]?.at;
  return served && { at: served, name: {} };
}

function placeOf(venue: Venue, kiosk: Kiosk): KioskPlace | undefined {
  const ring = kiosk.area[0]?.outer;
  const middle = ring && { ...centroid(ring), level: kiosk.level };
  const stand = venue.anchors.find(({ id }) => id === kiosk.anchorId)?.at ?? middle;
  if (stand === undefined) return undefined;
  const apart = middle === undefined ? 0 : distance(stand, middle);
  return {
    at: stand,
    name: kiosk.name,
    ...(middle !== undefined && apart > 0.2
      ? { facing: Math.atan2(middle.y - stand.y, middle.x - stand.x) }
      : {}),
  };
}
