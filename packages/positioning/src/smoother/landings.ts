import {
  distance,
  distanceToSegment,
  type MultiPolygon,
  multiPolygonContains,
  nearestOnSegment,
  type Point,
  polygonArea,
  ringEdges,
} from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import { type Flight, type FlightEnd, flightsOf } from './flights';

/** Where a walker who has changed the level can be. */
export interface Landing {
  readonly x: number;
  readonly y: number;
  /** Standard deviation of each coordinate in metres. */
  readonly sd: number;
  /** Metres from where the walker was thought to be to the connector. */
  readonly away: number;
}

/** The landing of a change between two levels (numbers of the index, which has the venue's levels first) that is nearest to a point. */
export type Landings = (x: number, y: number, from: number, to: number) => Landing | undefined;

const WITHIN = 12;
const FLIGHT_SD = 1.3;
/** A change is noticed within two seconds of the middle of a flight. */
const PAST_MIDDLE = 1;

/**
 * Nobody goes through a slab: who is on another level than before came by a lift, stairs, an escalator or a ramp. A lift is left where it
 * stands; a flight is noticed half way, so that the walker is at its middle or little past it. Undefined where no connector is
 * within 12 m: then the plan lacks one, or the place is wrong.
 */
export function landingsOf(venue: Venue | undefined): Landings {
  const flights = flightsOf(venue);
  const known = new Map<string, readonly Passage[]>();
  const between = (from: number, to: number): readonly Passage[] => {
    const key = `${from} ${to}`;
    const passages = known.get(key) ?? flights.flatMap((flight) => passagesOf(flight, from, to));
    known.set(key, passages);
    return passages;
  };
  return (x, y, from, to) => {
    let nearest: Landing | undefined;
    let least = WITHIN;
    for (const { kind, start, end } of between(from, to)) {
      const landing = kind === 'elevator' ? inLift(end, { x, y }) : onFlight(start, end, { x, y });
      if (landing.away >= least) continue;
      least = landing.away;
      nearest = landing;
    }
    return nearest;
  };
}

/** A way from one level to another. */
interface Passage {
  readonly kind: Flight['kind'];
  readonly start: FlightEnd;
  readonly end: FlightEnd;
}

/** The ends by which a flight leads from one level to the other. */
function passagesOf({ kind, ends, direction }: Flight, from: number, to: number): readonly Passage[] {
  return ends.flatMap((start, i) =>
    ends.flatMap((end, j): Passage[] => {
      const against = direction !== 'both' && (direction === 'up') !== j > i;
      return start.level === from && end.level === to && !against ? [{ kind, start, end }] : [];
    }),
  );
}

/** Anywhere in the car: a uniform spread over its area. */
function inLift({ area, centre }: FlightEnd, point: Point): Landing {
  const squareMetres = area.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
  const sd = Math.sqrt(squareMetres / 12);
  return { ...centre, sd, away: distance(nearestIn(area, point), point) };
}

function onFlight(start: FlightEnd, end: FlightEnd, point: Point): Landing {
  const middle = { x: (start.centre.x + end.centre.x) / 2, y: (start.centre.y + end.centre.y) / 2 };
  const away = distanceToSegment(point, start.centre, end.centre);
  const at = nearestOnSegment(point, middle, towards(middle, end.centre, PAST_MIDDLE)).point;
  const inside = multiPolygonContains(end.area, point);
  return inside ? { ...point, sd: FLIGHT_SD, away: 0 } : { ...at, sd: FLIGHT_SD, away };
}

/** The point so many metres from one point on the way to another, at most the other. */
function towards(from: Point, to: Point, metres: number): Point {
  const share = Math.min(1, metres / Math.max(metres, distance(from, to)));
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

function nearestIn(area: MultiPolygon, point: Point): Point {
  if (multiPolygonContains(area, point)) return point;
  const onEdges = area
    .flatMap(({ outer }) => [...ringEdges(outer)])
    .map(([a, b]) => nearestOnSegment(point, a, b).point);
  return onEdges.reduce((best, at) => (distance(at, point) < distance(best, point) ? at : best));
}
