import type { Destination, HoursReader, Router } from '@daoyin/routing';
import { type JourneyStop, localTime, planBetween, type WaitSpan, withWhatBlocks } from '@daoyin/services';
import type { StopsPlan, StopsWanted } from './messages';

/** The key of where the visitor is; no window is called so. */
const HERE = '(here)';
/** Seconds that a stop takes once called, where nobody knows better. */
const SERVICE = 420;

export interface PlanContext {
  readonly router: Router;
  readonly readHours: HoursReader | undefined;
  readonly timeZone: string;
  readonly atMs: number;
}

/** Several stops in the order that is done first, by walking times, opening hours and the queues as they are expected. */
export function planStops(
  { router, readHours, timeZone, atMs }: PlanContext,
  { query, stops, forecast }: StopsWanted,
): StopsPlan {
  const at = localTime(atMs, timeZone);
  const windows = new Map(router.venue.windows.map((window) => [window.number, window]));
  const places = new Map<string, Destination>([[HERE, query.from]]);
  for (const number of stops.flatMap((stop) => stop.windows)) places.set(number, { window: number });
  const keys = [...places.keys()];
  const { from: _, ...walker } = query;
  const times = router.durations({ ...walker, ...(readHours && { at }) }, [...places.values()]);
  if (!times.ok) return times;
  const waitsOf = (number: string): WaitSpan[] | undefined =>
    forecast?.queues
      .find((queue) => queue.windows.includes(number))
      ?.spans.map(({ untilMs, median, p90 }) => ({
        until: localTime(untilMs, timeZone),
        wait: { median, p90 },
      }));
  const journeyStops = stops.map(({ id, name, windows: numbers, after }): JourneyStop => {
    const placesOf = numbers.map((number) => {
      const text = windows.get(number)?.hours;
      const hours = text === undefined ? undefined : readHours?.(text);
      const waits = waitsOf(number);
      const words = { zh: `${number} 号窗口`, en: `Window ${number}` };
      return { key: number, name: words, ...(hours && { hours }), ...(waits && { waits }) };
    });
    return { id, name, places: placesOf, after, service: SERVICE };
  });
  const journey = { from: HERE, at, stops: journeyStops };
  const plan = planBetween(journey, keys, times.seconds);
  if (plan.ok) return plan;
  const start = { ...query, ...(readHours && { at }) };
  return withWhatBlocks(plan, journey, (window) => router.find({ ...start, to: { window } }));
}
