import { distance, nearestOnSegment, type VenuePoint } from '@daoyin/geometry';
import type { Progress, Route, TrackedPosition } from '../types';

/** Away from the route for so long (in ms), or by so many metres at once, is off it. */
const OFF_AFTER = 3000;
const OFF_BY = 8;
/** The dot's own error that is forgiven, in metres: at least, at most, and where the position does not say. */
const [TOLERANCE_LEAST, TOLERANCE_MOST, TOLERANCE_UNSAID] = [2, 6, 3];
/** Metres beside the line that are no wrong turn: people walk beside it, and a dot's error lasts for seconds. */
const LANE = 3.5;
/** Nearer than this part of the tolerance, one is back. */
const BACK_WITHIN = 0.7;
/** Metres that one may fall back before it is walking the wrong way. */
const WRONG_WAY = 8;
/** How near the goal is there, and how far from it is gone again, in metres. */
const [ARRIVED_WITHIN, LEFT_BEYOND] = [2, 8];
/** A manoeuvre is behind the walker so many metres past it, and comes back after so many. */
const [PASSED_BY, REGAINED_BY] = [1, 5];
/** Metres that a place on the route may be farther than the nearest one and still be taken for continuity, for a metre of jump. */
const JUMP_COST = 0.25;
const JUMP_FREE = 3;
/** Seconds over which the distance along the route is smoothed. */
const SMOOTHING = 1;

interface Stretch {
  readonly a: VenuePoint;
  readonly b: VenuePoint;
  /** Metres along the route at its start, and its length. */
  readonly from: number;
  readonly length: number;
  readonly rides: boolean;
  /** Seconds left at its start, and at its end. */
  readonly leftAtStart: number;
  readonly leftAtEnd: number;
}

interface Snap {
  readonly stretch: Stretch;
  readonly at: VenuePoint;
  readonly travelled: number;
  readonly deviation: number;
}

/**
 * Where a walker is on a route: a fold over positions, `previous` being what the position before gave. The place on the route moves
 * on steadily though the dot shakes, and says the route is left only where the dot's own error does not explain it.
 */
export function progressOf(route: Route, position: TrackedPosition, previous?: Progress): Progress {
  const stretches = stretchesOf(route);
  const snap = snapTo(stretches, position, previous);
  const travelled = smoothed(snap, position, previous);
  const error = Math.min(TOLERANCE_MOST, Math.max(TOLERANCE_LEAST, position.accuracy95 ?? TOLERANCE_UNSAID));
  const tolerance = Math.max(LANE, error);
  const besideSinceMs = besideSince(snap.deviation, tolerance, position.atMs, previous);
  const farthest = Math.max(previous?.farthest ?? 0, travelled);
  const goal = route.path.at(-1)!;
  const arrived = hasArrived(goal, position, error, previous);
  const wentBack = farthest - travelled > Math.max(WRONG_WAY, tolerance);
  const beside = isBeside(
    snap.deviation,
    tolerance,
    position.atMs - (besideSinceMs ?? position.atMs),
    previous,
  );
  const place = placeAt(stretches, travelled, snap);
  const next = nextManoeuvre(route, travelled, previous);
  return {
    travelled,
    distanceLeft: Math.max(0, route.length - travelled),
    durationLeft: place.durationLeft,
    offRoute: !arrived && (beside || wentBack),
    arrived,
    snapped: place.at,
    next,
    distanceToNext: Math.max(0, (route.manoeuvres[next]?.distance ?? route.length) - travelled),
    atMs: position.atMs,
    deviation: snap.deviation,
    farthest,
    ...(besideSinceMs !== undefined && { besideSinceMs }),
  };
}

const cache = new WeakMap<Route, readonly Stretch[]>();

function stretchesOf(route: Route): readonly Stretch[] {
  const known = cache.get(route);
  if (known !== undefined) return known;
  const stretches: Stretch[] = [];
  let [walked, left] = [0, route.duration];
  for (const leg of route.legs) {
    const points =
      leg.kind === 'walk' ? leg.path.map((point) => ({ ...point, level: leg.level })) : [leg.from, leg.to];
    const total = points.slice(1).reduce((sum, b, i) => sum + distance(points[i]!, b), 0);
    points.slice(1).forEach((b, i) => {
      const a = points[i]!;
      const part = points.length === 2 ? 1 : distance(a, b) / (total || 1);
      const [length, duration] = [leg.length * part, leg.duration * part];
      const rides = leg.kind === 'connector';
      stretches.push({ a, b, from: walked, length, rides, leftAtStart: left, leftAtEnd: left - duration });
      walked += length;
      left -= duration;
    });
  }
  cache.set(route, stretches);
  return stretches;
}

/** The place on the route that explains a position best: near it, and near where the walker was. */
function snapTo(
  stretches: readonly Stretch[],
  position: TrackedPosition,
  previous: Progress | undefined,
): Snap {
  let best: Snap | undefined;
  let least = Infinity;
  for (const stretch of stretches) {
    const snap = snapToStretch(stretch, position);
    const jump = previous === undefined ? 0 : Math.abs(snap.travelled - previous.travelled);
    const cost = snap.deviation + JUMP_COST * Math.max(0, jump - JUMP_FREE);
    if (cost < least) [best, least] = [snap, cost];
  }
  if (best !== undefined && best.deviation < Infinity) return best;
  return holdWhere(stretches, position, previous);
}

function snapToStretch(stretch: Stretch, position: TrackedPosition): Snap {
  const { a, b, from, length, rides } = stretch;
  if (rides) {
    // In a lift or on stairs the level is what counts: still below, or already above.
    const end = position.level === b.level ? b : position.level === a.level ? a : undefined;
    const at = end ?? a;
    const deviation = end === undefined ? Infinity : distance(at, position);
    return { stretch, at, travelled: at === b ? from + length : from, deviation };
  }
  const { point, t } = nearestOnSegment(position, a, b);
  const deviation = a.level === position.level ? distance(point, position) : Infinity;
  return { stretch, at: { ...point, level: a.level }, travelled: from + t * length, deviation };
}

/** On a level that the route does not touch: on the way in a lift or on stairs where one was near them, else lost. */
function holdWhere(
  stretches: readonly Stretch[],
  position: TrackedPosition,
  previous: Progress | undefined,
): Snap {
  const travelled = previous?.travelled ?? 0;
  const near = stretches.find(
    ({ rides, from, length }) => rides && travelled > from - 10 && travelled < from + length + 10,
  );
  const stretch =
    near ?? stretches.find(({ from, length }) => travelled <= from + length) ?? stretches.at(-1)!;
  const at = near?.a ?? previous?.snapped ?? stretch.a;
  return {
    stretch,
    at,
    travelled: near?.from ?? travelled,
    deviation: near ? distance(at, position) : 2 * OFF_BY,
  };
}

function smoothed({ travelled }: Snap, { atMs }: TrackedPosition, previous: Progress | undefined): number {
  if (previous?.atMs === undefined) return travelled;
  const elapsed = Math.max(0, (atMs - previous.atMs) / 1000);
  const gain = 1 - Math.exp(-elapsed / SMOOTHING); // α = 1 − e^(−Δt/τ)
  return previous.travelled + gain * (travelled - previous.travelled);
}

function besideSince(
  deviation: number,
  tolerance: number,
  atMs: number,
  previous: Progress | undefined,
): number | undefined {
  const since = previous?.besideSinceMs;
  if (deviation > tolerance) return since ?? atMs;
  return deviation > BACK_WITHIN * tolerance ? since : undefined;
}

/** By 8 m at once; by less after 3 s, and then until one is well back. */
function isBeside(
  deviation: number,
  tolerance: number,
  lasted: number,
  previous: Progress | undefined,
): boolean {
  if (deviation > Math.max(OFF_BY, tolerance)) return true;
  return lasted >= OFF_AFTER && (deviation > tolerance || previous?.offRoute === true);
}

function hasArrived(
  goal: VenuePoint,
  position: TrackedPosition,
  error: number,
  previous: Progress | undefined,
): boolean {
  if (goal.level !== position.level) return false;
  const far = distance(goal, position);
  return far <= (previous?.arrived ? LEFT_BEYOND : Math.max(ARRIVED_WITHIN, Math.min(error, 4)));
}

/** The point and the time left at a distance along the route. */
function placeAt(stretches: readonly Stretch[], travelled: number, snap: Snap) {
  const isHere = ({ from, length }: Stretch) => travelled >= from && travelled <= from + length;
  const stretch = isHere(snap.stretch) ? snap.stretch : (stretches.findLast(isHere) ?? snap.stretch);
  const { a, b, from, length, rides, leftAtStart, leftAtEnd } = stretch;
  const t = length === 0 ? (snap.at === b ? 1 : 0) : Math.min(1, Math.max(0, (travelled - from) / length));
  const at = rides
    ? snap.stretch === stretch
      ? snap.at
      : a
    : { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y), level: a.level };
  return { at, durationLeft: leftAtStart + t * (leftAtEnd - leftAtStart) };
}

/** The first manoeuvre that is not behind the walker; one that was passed is not announced again for a shake of the dot. */
function nextManoeuvre({ manoeuvres }: Route, travelled: number, previous: Progress | undefined): number {
  const before = previous?.next ?? 0;
  const next = manoeuvres.findIndex(
    ({ distance: at }, i) => travelled < at + (i < before ? -REGAINED_BY : PASSED_BY),
  );
  return next < 0 ? manoeuvres.length - 1 : next;
}
