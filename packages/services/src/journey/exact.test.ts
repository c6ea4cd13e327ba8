import { type Random, seededRandom } from '@daoyin/geometry';
import type { Hours } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { parseHours } from '../hours/hours';
import { alongALine, at, place, stop, wait } from './journey.test-support';
import { planJourney } from './plan-journey';
import { later, secondsBetween } from './timeline';
import type { Journey, JourneyPlace, WalkingTime } from './types';

const MINUTES = 60 * 60;

/** Whether a place is open in each minute from the start, and the minute in which that ends. */
function minutesOf(hours: Hours | undefined): readonly (number | undefined)[] {
  const open = Array.from({ length: MINUTES }, (_, i) => hours?.isOpen(later(at, 60 * i)) ?? true);
  const ends: (number | undefined)[] = [];
  for (let i = MINUTES - 1; i >= 0; i--) {
    if (open[i]) ends[i] = ends[i + 1] ?? (i === MINUTES - 1 ? Infinity : i + 1);
  }
  return ends;
}

const knownMinutes = new Map<Hours | undefined, readonly (number | undefined)[]>();

const knownCalls = new WeakMap<JourneyPlace, Map<number, number>>();

function calledAt(one: JourneyPlace, arrives: number): number {
  const known = knownCalls.get(one) ?? new Map<number, number>();
  knownCalls.set(one, known);
  const called = known.get(arrives) ?? bestCall(one, arrives);
  known.set(arrives, called);
  return called;
}

/** When who arrives at a minute is called at best, by trying to join the queue in every minute from then on. */
function bestCall({ hours, waits = [] }: JourneyPlace, arrives: number): number {
  const ends = knownMinutes.get(hours) ?? minutesOf(hours);
  knownMinutes.set(hours, ends);
  let best = Infinity;
  for (let minute = arrives; minute < MINUTES && minute < best; minute++) {
    const span = waits.find(({ until }) => until === undefined || secondsBetween(at, until) > 60 * minute);
    const called = minute + ((span ?? waits.at(-1))?.wait.median ?? 0) / 60;
    if (called < (ends[minute] ?? 0)) best = Math.min(best, called);
  }
  return best;
}

/** Every order and every choice of places, tried one by one and minute by minute. */
function bruteForce({ from, to, stops }: Journey, walk: WalkingTime) {
  let best: { duration: number; walking: number } | undefined;
  const minutes = (a: string, b: string) => (walk(a, b) ?? Infinity) / 60;
  const visit = (here: string, done: ReadonlySet<string>, now: number, walked: number): void => {
    if (best !== undefined && 60 * now > best.duration) return;
    if (done.size === stops.length) {
      const last = to === undefined ? 0 : minutes(here, to);
      const [duration, walking] = [60 * (now + last), 60 * (walked + last)];
      const isLess =
        best && (duration < best.duration || (duration === best.duration && walking < best.walking));
      if (duration < Infinity && (best === undefined || isLess)) best = { duration, walking };
      return;
    }
    for (const { id, places, after = [], service = 0 } of stops) {
      if (done.has(id) || after.some((other) => !done.has(other))) continue;
      for (const one of places) {
        const way = minutes(here, one.key);
        const called = calledAt(one, now + way);
        if (called < Infinity) visit(one.key, new Set([...done, id]), called + service / 60, walked + way);
      }
    }
  };
  visit(from, new Set(), 0, 0);
  return best;
}

const HOURS = ['Mo-Fr 09:00-12:00,14:00-17:00', 'Mo-Fr 10:00-11:00', 'Mo-Su 09:00-20:00', '24/7'].map(
  (text) => parseHours(text)!,
);

/** Stops with places, hours, waits by time and order constraints, all whole minutes so that sums are exact. */
function randomJourney(random: Random, stops: number, mostPlaces: number): Journey {
  const whole = (below: number) => Math.floor(random() * below);
  const waits = () =>
    whole(3) === 0
      ? []
      : [
          { until: later(at, 60 * whole(120)), wait: wait(whole(30)) },
          { until: later(at, 7200 + 60 * whole(240)), wait: wait(whole(90)) },
          { wait: wait(whole(20)) },
        ];
  return {
    from: 'w0',
    at,
    ...(whole(2) === 0 && { to: 'w3' }),
    stops: Array.from({ length: stops }, (_, i) =>
      stop(
        `s${i}`,
        Array.from({ length: 1 + whole(mostPlaces) }, () =>
          place(whole(40), { waits: waits(), ...(whole(3) > 0 && { hours: HOURS[whole(HOURS.length)]! }) }),
        ),
        {
          service: 60 * whole(40),
          after: Array.from({ length: i }, (__, j) => `s${j}`).filter(() => whole(6) === 0),
        },
      ),
    ),
  };
}

describe('the plan', () => {
  it.each([
    ['five stops of up to three places', 40, 5, 3],
    ['seven stops of one place', 8, 7, 1],
    ['eight stops of one place', 3, 8, 1],
  ])('is that of trying every order: %s', (_, cases, stops, places) => {
    const random = seededRandom(stops);
    for (let i = 0; i < cases; i++) {
      const journey = randomJourney(random, stops, places);
      const found = planJourney(journey, alongALine);
      const best = bruteForce(journey, alongALine);
      expect(found.ok && { duration: found.duration, walking: found.walking }).toEqual(best ?? false);
    }
  });

  it('is done in time: every window is open when one is called', () => {
    const random = seededRandom(99);
    for (let i = 0; i < 40; i++) {
      const journey = randomJourney(random, 5, 2);
      const found = planJourney(journey, alongALine);
      if (!found.ok) continue;
      for (const { stop: id, place: key, calledAt } of found.steps) {
        const places = journey.stops.find((one) => one.id === id)!.places.filter((one) => one.key === key);
        expect(places.some(({ hours }) => hours?.isOpen(calledAt) ?? true)).toBe(true);
      }
    }
  });
});
