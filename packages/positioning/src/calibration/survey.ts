import type { Aspect } from './surveyor';

/** Where somebody who surveyed was; between two such lines they walked straight, or stood where both are one place. */
export interface SurveyTruth {
  readonly atMs: number;
  readonly x: number;
  readonly y: number;
  readonly level: string;
}

/** One walk with known places. Both lists by rising time; the truth may be sparse. */
export interface SurveyWalk {
  readonly readings: readonly {
    readonly atMs: number;
    readonly beaconId: string;
    readonly rssiDbm: number;
  }[];
  readonly truth: readonly SurveyTruth[];
}

/** A reading with its place, and where the beacon was about the surveyor. */
export interface Sample extends Aspect {
  readonly beacon: number;
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly rssiDbm: number;
}

/** A moment of a survey without regard to what was heard: `seconds` were spent about there. */
export interface Visit {
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly seconds: number;
}

export interface Names {
  readonly beacon: (id: string) => number | undefined;
  readonly level: (shortName: string) => number | undefined;
  /** Where a beacon hangs: `up` metres above the receiver; undefined where nobody knows. */
  readonly place: (
    beacon: number,
  ) => { readonly x: number; readonly y: number; readonly up: number } | undefined;
}

const FASTEST_WALK = 3;
const SLOWEST_WALK = 0.2;
const VISIT_SECONDS = 0.25;

/** Places every reading of a walk on the straight line between the truths about it; what cannot be placed is left out. */
export function samplesOf(walk: SurveyWalk, number: number, names: Names): Sample[] {
  const samples: Sample[] = [];
  let leg = 0;
  for (const { atMs, beaconId, rssiDbm } of walk.readings) {
    while (leg + 2 < walk.truth.length && walk.truth[leg + 1]!.atMs <= atMs) leg++;
    const beacon = names.beacon(beaconId);
    const place = placeOn(walk.truth[leg], walk.truth[leg + 1], atMs, names);
    if (beacon !== undefined && place && rssiDbm >= -120 && rssiDbm <= 0) {
      const { heading, ...at } = place;
      samples.push({ ...at, ...aspectOf(names.place(beacon), at, heading), walk: number, beacon, rssiDbm });
    }
  }
  return samples;
}

/** Where a beacon is about somebody who faces `heading`; nowhere where either is unknown. */
function aspectOf(
  source: ReturnType<Names['place']>,
  { x, y }: { readonly x: number; readonly y: number },
  heading: number | undefined,
): { readonly ahead: number; readonly left: number } {
  if (!source || heading === undefined) return { ahead: 0, left: 0 };
  const [dx, dy] = [source.x - x, source.y - y];
  const reach = Math.hypot(dx, dy, source.up) || 1;
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  return { ahead: (dx * cos + dy * sin) / reach, left: (dy * cos - dx * sin) / reach };
}

/** How long a walk was about each place. */
export function visitsOf(walk: SurveyWalk, names: Names): Visit[] {
  const visits: Visit[] = [];
  for (let leg = 0; leg + 1 < walk.truth.length; leg++) {
    const [from, to] = [walk.truth[leg]!, walk.truth[leg + 1]!];
    const parts = Math.max(1, Math.round((to.atMs - from.atMs) / 1000 / VISIT_SECONDS));
    const seconds = (to.atMs - from.atMs) / 1000 / parts;
    for (let part = 0; part < parts; part++) {
      const place = placeOn(from, to, from.atMs + (part + 0.5) * seconds * 1000, names);
      if (place) visits.push({ x: place.x, y: place.y, level: place.level, seconds });
    }
  }
  return visits;
}

function placeOn(from: SurveyTruth | undefined, to: SurveyTruth | undefined, atMs: number, names: Names) {
  if (!from || !to || from.level !== to.level || atMs < from.atMs || atMs > to.atMs) return undefined;
  const level = names.level(from.level);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const seconds = (to.atMs - from.atMs) / 1000;
  const speed = Math.hypot(dx, dy) / seconds;
  if (level === undefined || !(seconds > 0) || speed > FASTEST_WALK) return undefined;
  const share = (atMs - from.atMs) / 1000 / seconds;
  const heading = speed < SLOWEST_WALK ? undefined : Math.atan2(dy, dx);
  return { x: from.x + share * dx, y: from.y + share * dy, level, heading };
}
