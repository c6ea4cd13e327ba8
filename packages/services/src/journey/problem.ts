import { type Timeline, timelineOf } from './timeline';
import type { Journey, NoJourney, WalkingTime } from './types';

/** One place of one stop, by its number in `Problem.places`. */
export interface Spot {
  readonly stop: number;
  readonly key: string;
  readonly service: number;
  readonly hasQueue: boolean;
  readonly expected: Timeline;
  readonly long: Timeline;
}

/** A journey with its texts taken out: stops and places by number, walking times in seconds, Infinity where no way leads. */
export interface Problem {
  readonly stops: number;
  readonly places: readonly Spot[];
  /** The stops that must be done before each, as bits. */
  readonly before: readonly number[];
  readonly fromStart: readonly number[];
  readonly between: readonly (readonly number[])[];
  readonly toEnd: readonly number[];
}

/** Beyond eight stops: the most sets of stops that the order allows to be done at one time. */
const MOST_SETS = 4096;
/** The most steps from one place to another that are weighed in all those sets. */
const MOST_STEPS = 8_000_000;
const ALWAYS_SOLVED = 8;

export type ProblemResult = { readonly ok: true; readonly problem: Problem } | NoJourney;

/** Reads a journey: what is wrong with it is said before anything is searched. */
export function problemOf(journey: Journey, walkingTime: WalkingTime): ProblemResult {
  const { stops, from, to, at } = journey;
  const number = new Map(stops.map(({ id }, i) => [id, i]));
  const wrong = wrongIn(journey, number);
  if (wrong !== undefined) return wrong;
  const before = stops.map(({ after = [] }) => after.reduce((bits, id) => bits | (1 << number.get(id)!), 0));
  const places = stops.flatMap((stop, i) =>
    stop.places.map((place) => ({
      stop: i,
      key: place.key,
      service: stop.service ?? 0,
      hasQueue: (place.waits ?? []).length > 0,
      expected: timelineOf(place, at, 'median'),
      long: timelineOf(place, at, 'p90'),
    })),
  );
  const sets = countSets(before, MOST_SETS);
  if (sets === undefined && stops.length > ALWAYS_SOLVED) return tooMany(journey);
  if (stops.length > ALWAYS_SOLVED && (sets! * places.length ** 2) / 4 > MOST_STEPS) return tooMany(journey);
  const seconds = (a: string, b: string) => (a === b ? 0 : (walkingTime(a, b) ?? Infinity));
  const problem = {
    stops: stops.length,
    places,
    before,
    fromStart: places.map(({ key }) => seconds(from, key)),
    between: places.map((a) => places.map((b) => (a.stop === b.stop ? Infinity : seconds(a.key, b.key)))),
    toEnd: places.map(({ key }) => (to === undefined ? 0 : seconds(key, to))),
  };
  return neverDone(journey, problem) ?? { ok: true, problem };
}

export function refuse(
  kind: NoJourney['error']['kind'],
  stops: readonly string[],
  zh: string,
  en: string,
): NoJourney {
  const named = stops.length > 0 ? ` (${stops.join(', ')})` : '';
  return { ok: false, error: { kind, stops, message: `${en}${named}`, reason: { zh, en } } };
}

function wrongIn({ stops }: Journey, number: ReadonlyMap<string, number>): NoJourney | undefined {
  const twice = stops.filter(({ id }, i) => number.get(id) !== i).map(({ id }) => id);
  if (twice.length > 0)
    return refuse('duplicate-stop', twice, '同一个事项列了两次。', 'A stop is listed twice.');
  const unknown = stops.flatMap(({ after = [] }) => after.filter((id) => !number.has(id)));
  if (unknown.length > 0) {
    return refuse('unknown-stop', unknown, '前一步不在清单里。', 'A stop waits for one that is not listed.');
  }
  const placeless = stops.filter(({ places }) => places.length === 0).map(({ id }) => id);
  if (placeless.length > 0) {
    return refuse('no-place', placeless, '有一项没有可以办理的窗口。', 'There is no place for a stop.');
  }
  const circle = circleIn(stops.map(({ id, after = [] }) => ({ id, after })));
  if (circle.length === 0) return undefined;
  return refuse('circle', circle, '这些事项互相等待，排不出先后。', 'These stops wait for one another.');
}

/** The stops that are never free to be done, since they wait for one another. */
function circleIn(stops: readonly { readonly id: string; readonly after: readonly string[] }[]): string[] {
  const done = new Set<string>();
  for (let size = -1; size !== done.size; ) {
    size = done.size;
    for (const { id, after } of stops) if (after.every((other) => done.has(other))) done.add(id);
  }
  return stops.filter(({ id }) => !done.has(id)).map(({ id }) => id);
}

/** How many sets of stops can have been done at one time; undefined beyond `most`. */
function countSets(before: readonly number[], most: number): number | undefined {
  if (before.length > 30) return undefined;
  const seen = new Set([0]);
  for (const done of seen) {
    before.forEach((needed, i) => {
      if ((done & (1 << i)) === 0 && (needed & ~done) === 0) seen.add(done | (1 << i));
    });
    if (seen.size > most) return undefined;
  }
  return seen.size;
}

function tooMany({ stops }: Journey): NoJourney {
  return refuse(
    'too-many',
    [],
    `${stops.length} 件事次序不定，一次排不了这么多，请分几次安排（8 件以内都可以）。`,
    `${stops.length} stops in so free an order are too many at once; up to ${ALWAYS_SOLVED} always work, or split the journey.`,
  );
}

function neverDone(
  { stops }: Journey,
  { places, fromStart, between, toEnd }: Problem,
): NoJourney | undefined {
  const all = places.map((_, i) => i);
  const isReached = (i: number) =>
    toEnd[i]! < Infinity && (fromStart[i]! < Infinity || all.some((j) => between[j]![i]! < Infinity));
  const without = (good: (place: number) => boolean) =>
    stops.filter((_, stop) => !all.some((i) => places[i]!.stop === stop && good(i))).map(({ id }) => id);
  const shut = without((i) => places[i]!.expected.turn(0) !== undefined);
  if (shut.length > 0) {
    const [zh, en] = ['有一项近期不办理。', 'A stop is not served in the coming days.'];
    return refuse('never-open', shut, zh, en);
  }
  const far = without(isReached);
  if (far.length === 0) return undefined;
  return refuse('unreachable', far, '有一项走不到。', 'No way leads to a stop.');
}
