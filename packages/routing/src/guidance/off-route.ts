import type { Progress, TrackedPosition } from '../types';

/** Away from the route for so long (in ms), or by so many metres at once, is off it. */
const OFF_AFTER = 3000;
const OFF_BY = 8;
/** The dot's own error that is forgiven, in metres: at least, at most, and where the position does not say. */
const [TOLERANCE_LEAST, TOLERANCE_MOST, TOLERANCE_UNSAID] = [2, 6, 3];
/** Metres beside the line that are no wrong turn: people walk beside it, and a dot's error lasts for seconds. */
const LANE = 4;
/** Nearer than this part of the tolerance, one is back. */
const BACK_WITHIN = 0.7;
/** Metres that one may fall back before it is walking the wrong way. */
const WRONG_WAY = 8;
/** Seconds over which the walker's course is compared: where they are, and where they were about so long ago. */
const COURSE = 4;
/** Walking away: this far from the line and so much farther than before, in errors of the dot, and more away than along. */
const [AWAY_AT, AWAY_BY, AWAY_PER_ALONG] = [1.25, 0.6, 0.7];
/** Milliseconds that this lasts before it is believed: a single dot is no course. */
const AWAY_AFTER = 150;

type Course = NonNullable<Progress['course']>;

/** What is remembered of the way beside the route from one position to the next. */
export type Beside = Pick<Progress, 'offRoute' | 'besideSinceMs' | 'course'>;

/** The dot's error that is reckoned with, in metres. */
export function errorOf({ accuracy95 }: TrackedPosition): number {
  return Math.min(TOLERANCE_MOST, Math.max(TOLERANCE_LEAST, accuracy95 ?? TOLERANCE_UNSAID));
}

/**
 * Whether a walker has left the route: for 3 s beside it, at once by 8 m or by walking away from it, or walking back along it; each by more
 * than the dot's own error explains.
 */
export function besideOf(
  { deviation, along, farthest }: Readonly<Record<'deviation' | 'along' | 'farthest', number>>,
  position: TrackedPosition,
  previous: Progress | undefined,
): Beside {
  const error = errorOf(position);
  const tolerance = Math.max(LANE, error);
  const since = besideSince(deviation, tolerance, position.atMs, previous);
  const course = courseOf(deviation, along, position, previous);
  const lasted = position.atMs - (since ?? position.atMs);
  const isFar = deviation < Infinity && deviation > Math.max(OFF_BY, position.accuracy95 ?? 0);
  const isBeside = lasted >= OFF_AFTER && (deviation > tolerance || previous?.offRoute === true);
  const isBack = farthest - along > Math.max(WRONG_WAY, tolerance);
  const isAway = position.atMs - (course.awaySinceMs ?? position.atMs) >= AWAY_AFTER;
  const stays = previous?.offRoute === true && deviation > BACK_WITHIN * tolerance;
  const offRoute = isFar || isBeside || isBack || isAway || stays;
  return { offRoute, course, ...(since !== undefined && { besideSinceMs: since }) };
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

/** Where the walker was of late, as exponential means, and since when the dot is farther off than that than its error explains. */
function courseOf(
  deviation: number,
  along: number,
  position: TrackedPosition,
  previous: Progress | undefined,
): Course {
  const [before, beforeMs] = [previous?.course, previous?.atMs];
  if (before === undefined || beforeMs === undefined || deviation === Infinity) {
    return before ?? { deviation: Math.min(deviation, LANE), along };
  }
  const elapsed = Math.max(0, position.atMs - beforeMs) / 1000;
  const gain = 1 - Math.exp(-elapsed / COURSE); // α = 1 − e^(−Δt/τ)
  const mean = {
    deviation: before.deviation + gain * (deviation - before.deviation),
    along: before.along + gain * (along - before.along),
  };
  const error = errorOf(position);
  const away = deviation - mean.deviation;
  const isAway =
    deviation > AWAY_AT * error &&
    away > AWAY_BY * error &&
    away > AWAY_PER_ALONG * Math.abs(along - mean.along);
  return isAway ? { ...mean, awaySinceMs: before.awaySinceMs ?? position.atMs } : mean;
}
