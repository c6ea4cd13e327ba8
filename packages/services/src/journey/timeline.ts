import type { Hours, LocalTime } from '@daoyin/venue';
import { minutesOf, timeAt } from '../hours/local-time';
import type { JourneyPlace } from './types';

/** How many days ahead a place is looked at, and how often at most it opens in them. */
const HORIZON = 14 * 86_400;
const MOST_OPENINGS = 64;

/** A stretch of time in which whoever comes waits the same. Seconds since the journey's start; served only before `shuts`. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly shuts: number;
  readonly wait: number;
}

/** When somebody who arrives joins the queue, and when they are called: seconds since the journey's start. */
export interface Turn {
  readonly joins: number;
  readonly called: number;
}

/** A place's queue over time. */
export interface Timeline {
  /**
   * The soonest turn of who arrives at `t`; undefined where there never is one. It never comes sooner for who arrives later:
   * who is there early may always wait as long as it pays.
   */
  readonly turn: (t: number) => Turn | undefined;
  /** What who joins at `t` waits; undefined while it is shut. */
  readonly waitAt: (t: number) => number | undefined;
  /** When the opening that holds `t` ends; Infinity where it does not. */
  readonly shutsAfter: (t: number) => number;
  /** When the wait changes, or the place opens or shuts. */
  readonly changes: readonly number[];
}

/** The timeline of a place, with waits at their median or at their 90 % mark. */
export function timelineOf(
  { hours, waits = [] }: JourneyPlace,
  start: LocalTime,
  mark: 'median' | 'p90',
): Timeline {
  const openings = openingsOf(hours, start);
  const spans = waits.map(({ until, wait }) => ({
    until: until === undefined ? Infinity : secondsBetween(start, until),
    wait: wait[mark],
  }));
  const stretches = openings.flatMap(([opens, shuts]) => stretchesIn(opens, shuts, spans));
  const later = soonestFrom(stretches);
  const indexAt = (t: number): number => {
    let [low, high] = [0, stretches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (stretches[middle]!.until > t) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    turn: (t) => {
      const i = indexAt(t);
      const stretch = stretches[i];
      if (stretch === undefined) return undefined;
      if (t < stretch.from) return later[i];
      const now = t + stretch.wait < stretch.shuts ? { joins: t, called: t + stretch.wait } : undefined;
      const then = later[i + 1];
      return now !== undefined && (then === undefined || now.called <= then.called) ? now : then;
    },
    waitAt: (t) => {
      const stretch = stretches[indexAt(t)];
      return stretch !== undefined && stretch.from <= t ? stretch.wait : undefined;
    },
    changes: stretches.flatMap(({ from, until }) => [from, until]),
    shutsAfter: (t) => openings.find(([, shuts]) => shuts > t)?.[1] ?? Infinity,
  };
}

/** Seconds from one moment of the wall clock to another. */
export function secondsBetween(from: LocalTime, to: LocalTime): number {
  return 60 * (minutesOf(to) - minutesOf(from));
}

/** The wall clock so many seconds later. */
export function later(start: LocalTime, seconds: number): LocalTime {
  return timeAt(minutesOf(start) + seconds / 60);
}

type Opening = readonly [opens: number, shuts: number];

function openingsOf(hours: Hours | undefined, start: LocalTime): Opening[] {
  if (hours === undefined) return [[Number.NEGATIVE_INFINITY, Infinity]];
  const openings: Opening[] = [];
  let opens = hours.isOpen(start) ? Number.NEGATIVE_INFINITY : undefined;
  for (let at = hours.nextChange(start), i = 0; at !== undefined && i < 2 * MOST_OPENINGS; i++) {
    const t = secondsBetween(start, at);
    if (opens !== undefined) openings.push([opens, t]);
    opens = opens === undefined ? t : undefined;
    if (t > HORIZON) return openings;
    at = hours.nextChange(at);
  }
  return opens === undefined ? openings : [...openings, [opens, Infinity]];
}

function stretchesIn(
  opens: number,
  shuts: number,
  spans: readonly { readonly until: number; readonly wait: number }[],
): Stretch[] {
  const stretches: Stretch[] = [];
  let from = opens;
  for (const { until, wait } of spans) {
    const end = Math.min(until, shuts);
    if (end > from) stretches.push({ from, until: end, shuts, wait });
    from = Math.max(from, end);
  }
  if (from < shuts) stretches.push({ from, until: shuts, shuts, wait: spans.at(-1)?.wait ?? 0 });
  return stretches;
}

/** For each stretch, and none beyond the last, the soonest turn of who comes at its beginning or at that of a later one. */
function soonestFrom(stretches: readonly Stretch[]): (Turn | undefined)[] {
  const soonest: (Turn | undefined)[] = [undefined];
  for (let i = stretches.length - 1; i >= 0; i--) {
    const { from, shuts, wait } = stretches[i]!;
    const here = from + wait < shuts ? { joins: from, called: from + wait } : undefined;
    const next = soonest[0];
    soonest.unshift(here !== undefined && (next === undefined || here.called <= next.called) ? here : next);
  }
  return soonest;
}
