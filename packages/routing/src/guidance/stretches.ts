import { distance, nearestOnSegment, type Point, type VenuePoint } from '@daoyin/geometry';
import type { Progress, Route, RouteLeg, TrackedPosition } from '../types';

/** A straight piece of a route, or a ride. */
export interface Stretch {
  readonly a: VenuePoint;
  readonly b: VenuePoint;
  /** Metres along the route at its start, and its length. */
  readonly from: number;
  readonly length: number;
  readonly rides: boolean;
  /** A ride where one stays in a place: its middle, and how far from there one is still on it, in metres. */
  readonly cabin?: { readonly middle: Point; readonly reach: number };
  /** Seconds left at its start, and at its end. */
  readonly leftAtStart: number;
  readonly leftAtEnd: number;
}

/** A position's place on a route: metres along it, and metres from it (Infinity on another storey). */
export interface Snap {
  readonly stretch: Stretch;
  readonly at: VenuePoint;
  /** The part of the stretch that is behind. */
  readonly t: number;
  readonly travelled: number;
  readonly deviation: number;
}

/** Metres that a place on the route may be farther than the nearest one and still be taken for continuity, for a metre of jump. */
const JUMP_COST = 0.25;
const JUMP_FREE = 3;
/** A ride over fewer metres in plan ends where it begins: only the storey tells how far one is. */
const IN_PLACE = 3;
/** The least reach of a cabin, and the half width of an escalator or a ramp. */
const [CABIN, BESIDE] = [1.5, 1];
/** Metres before and after a ride within which a storey that the route does not touch is one of the ride's. */
const NEAR_RIDE = 10;

const cache = new WeakMap<Route, readonly Stretch[]>();

export function stretchesOf(route: Route): readonly Stretch[] {
  const known = cache.get(route);
  if (known !== undefined) return known;
  const stretches: Stretch[] = [];
  let [walked, left] = [0, route.duration];
  for (const leg of route.legs) {
    const points = pointsOf(leg);
    const cabin = leg.kind === 'connector' ? cabinOf(leg) : undefined;
    const total = points.slice(1).reduce((sum, b, i) => sum + distance(points[i]!, b), 0);
    points.slice(1).forEach((b, i) => {
      const a = points[i]!;
      const part = points.length === 2 ? 1 : distance(a, b) / (total || 1);
      const [length, duration] = [leg.length * part, leg.duration * part];
      stretches.push({
        a,
        b,
        from: walked,
        length,
        rides: leg.kind === 'connector',
        ...(cabin && { cabin }),
        leftAtStart: left,
        leftAtEnd: left - duration,
      });
      walked += length;
      left -= duration;
    });
  }
  cache.set(route, stretches);
  return stretches;
}

function pointsOf(leg: RouteLeg): VenuePoint[] {
  return leg.kind === 'walk' ? leg.path.map((point) => ({ ...point, level: leg.level })) : [leg.from, leg.to];
}

/** Lifts, and stairs that turn on a landing: a circle about their middle through their door. */
function cabinOf({ from, to, inside }: Extract<RouteLeg, { kind: 'connector' }>): Stretch['cabin'] {
  if (distance(from, to) > IN_PLACE) return undefined;
  const middle = inside ?? from;
  return { middle, reach: Math.max(CABIN, distance(middle, from), distance(middle, to)) };
}

/** The place on the route that explains a position best: near it, and near where the walker was. */
export function snapTo(
  stretches: readonly Stretch[],
  position: TrackedPosition,
  previous: Progress | undefined,
): Snap {
  let best: Snap | undefined;
  let least = Infinity;
  for (const stretch of stretches) {
    const snap = stretch.rides ? snapToRide(stretch, position) : snapToWalk(stretch, position);
    const jump = previous === undefined ? 0 : Math.abs(snap.travelled - previous.travelled);
    const cost = snap.deviation + JUMP_COST * Math.max(0, jump - JUMP_FREE);
    if (cost < least) [best, least] = [snap, cost];
  }
  return best ?? holdWhere(stretches, position, previous);
}

function snapToWalk(stretch: Stretch, position: TrackedPosition): Snap {
  const { a, b, from, length } = stretch;
  const { point, t } = nearestOnSegment(position, a, b);
  const deviation = a.level === position.level ? distance(point, position) : Infinity;
  return { stretch, at: { ...point, level: a.level }, t, travelled: from + t * length, deviation };
}

/** In a lift or on stairs the storey tells how far one is, on an escalator the place. */
function snapToRide(stretch: Stretch, position: TrackedPosition): Snap {
  const { a, b, from, length, cabin } = stretch;
  const { level } = position;
  const { point, t: along } = nearestOnSegment(position, a, b);
  const isThere = level === a.level || level === b.level;
  const t = cabin === undefined ? along : level === b.level ? 1 : 0;
  const deviation = isThere ? outside(stretch, position) : Infinity;
  const at = t === 1 ? b : t === 0 ? a : { ...point, level };
  return { stretch, at, t, travelled: from + t * length, deviation };
}

/** Metres from a ride, whatever the storey. */
function outside({ a, b, cabin }: Stretch, position: Point): number {
  const far = cabin
    ? distance(cabin.middle, position) - cabin.reach
    : distance(nearestOnSegment(position, a, b).point, position) - BESIDE;
  return Math.max(0, far);
}

/** On a storey that the route does not touch: on the way in a lift or on stairs where one was near them, else lost. */
function holdWhere(
  stretches: readonly Stretch[],
  position: TrackedPosition,
  previous: Progress | undefined,
): Snap {
  const travelled = previous?.travelled ?? 0;
  const ride = stretches.find(
    ({ rides, from, length }) =>
      rides && travelled > from - NEAR_RIDE && travelled < from + length + NEAR_RIDE,
  );
  const here = stretches.find(({ from, length }) => travelled <= from + length);
  const stretch = ride ?? here ?? stretches.at(-1)!;
  const at = ride?.a ?? previous?.snapped ?? stretch.a;
  const deviation = ride === undefined ? Infinity : outside(ride, position);
  return { stretch, at, t: 0, travelled: ride?.from ?? travelled, deviation };
}

/** The point and the seconds left at a distance along the route. */
export function placeAt(stretches: readonly Stretch[], travelled: number, snap: Snap) {
  const isHere = ({ from, length }: Stretch) => travelled >= from && travelled <= from + length;
  const stretch = isHere(snap.stretch) ? snap.stretch : (stretches.findLast(isHere) ?? snap.stretch);
  const { a, b, from, length, rides, leftAtStart, leftAtEnd } = stretch;
  const isSnapped = snap.stretch === stretch;
  const along = length === 0 || rides ? (isSnapped ? snap.t : 0) : (travelled - from) / length;
  const t = Math.min(1, Math.max(0, along));
  const between = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y), level: a.level };
  return {
    at: rides ? (isSnapped ? snap.at : a) : between,
    durationLeft: leftAtStart + t * (leftAtEnd - leftAtStart),
  };
}
