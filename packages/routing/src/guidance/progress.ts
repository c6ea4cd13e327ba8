import { distance, type VenuePoint } from '@daoyin/geometry';
import type { Progress, Route, TrackedPosition } from '../types';
import { besideOf, errorOf } from './off-route';
import { placeAt, snapTo, stretchesOf } from './stretches';

/** How near the goal is there, and how far from it is gone again, in metres. */
const [ARRIVED_WITHIN, LEFT_BEYOND] = [2, 8];
/** A manoeuvre is behind the walker so many metres past it, and comes back after so many. */
const [PASSED_BY, REGAINED_BY] = [1, 5];
/** Seconds over which the distance along the route is smoothed. */
const SMOOTHING = 1;

/**
 * Where a walker is on a route: a fold over positions, `previous` being what the position before gave. The place on the route moves
 * on steadily though the dot shakes, and says the route is left only where the dot's own error does not explain it.
 */
export function progressOf(route: Route, position: TrackedPosition, previous?: Progress): Progress {
  const stretches = stretchesOf(route);
  const snap = snapTo(stretches, position, previous);
  const travelled = smoothed(snap.travelled, position, previous);
  const farthest = Math.max(previous?.farthest ?? 0, travelled);
  const arrived = hasArrived(route.path.at(-1)!, position, previous);
  const place = placeAt(stretches, travelled, snap);
  const next = nextManoeuvre(route, travelled, previous);
  const { deviation } = snap;
  const beside = besideOf({ deviation, along: travelled, farthest }, position, previous);
  return {
    travelled,
    distanceLeft: Math.max(0, route.length - travelled),
    durationLeft: place.durationLeft,
    arrived,
    snapped: place.at,
    next,
    distanceToNext: Math.max(0, (route.manoeuvres[next]?.distance ?? route.length) - travelled),
    atMs: position.atMs,
    deviation,
    farthest,
    ...beside,
    offRoute: !arrived && beside.offRoute,
  };
}

function smoothed(travelled: number, { atMs }: TrackedPosition, previous: Progress | undefined): number {
  if (previous?.atMs === undefined) return travelled;
  const elapsed = Math.max(0, (atMs - previous.atMs) / 1000);
  const gain = 1 - Math.exp(-elapsed / SMOOTHING); // α = 1 − e^(−Δt/τ)
  return previous.travelled + gain * (travelled - previous.travelled);
}

function hasArrived(goal: VenuePoint, position: TrackedPosition, previous: Progress | undefined): boolean {
  if (goal.level !== position.level) return false;
  const far = distance(goal, position);
  return far <= (previous?.arrived ? LEFT_BEYOND : Math.max(ARRIVED_WITHIN, Math.min(errorOf(position), 4)));
}

/** The first manoeuvre that is not behind the walker; one that was passed is not announced again for a shake of the dot. */
function nextManoeuvre({ manoeuvres }: Route, travelled: number, previous: Progress | undefined): number {
  const before = previous?.next ?? 0;
  const next = manoeuvres.findIndex(
    ({ distance: at }, i) => travelled < at + (i < before ? -REGAINED_BY : PASSED_BY),
  );
  return next < 0 ? manoeuvres.length - 1 : next;
}
