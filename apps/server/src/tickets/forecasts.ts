import type { Forecast, QueueForecast } from '@daoyin/protocol';
import {
  expectedArrivals,
  forecastQueue,
  HALF_HOUR,
  type HalfHours,
  type Services,
  servingWindows,
} from '@daoyin/services';
import { sql } from 'drizzle-orm';
import type { WallClock } from '../clock';
import type { Database } from '../storage/database';
import type { Board, Queue } from './board';
import type { HallHours } from './hall-hours';
import { paceOf } from './outlook';
import type { StoredTicket } from './rows';

/** How the waits of all queues will develop today. */
export interface Forecasts {
  now(): Promise<Forecast>;
}

export interface ForecastContext {
  readonly database: Database;
  readonly board: Pick<Board, 'queue'>;
  readonly series: Services['series'];
  readonly hours: HallHours;
  readonly clock: WallClock;
  readonly nowMs: () => number;
}

/** A forecast is told again for so long; it takes some 25 ms a queue. */
const KEPT_MS = 60_000;
const [HORIZON, EVERY] = [10 * 3600, 900];
/** Days before today whose arrivals tell of today's. */
const DAYS_BEFORE = 20;
const HALF_HOUR_MS = 1000 * HALF_HOUR;

/** Counts of numbers by queue, a list for each day. */
type Arrivals = ReadonlyMap<string, readonly HalfHours[]>;

export function openForecasts(context: ForecastContext): Forecasts {
  const { nowMs, clock, database } = context;
  let kept: { readonly atMs: number; readonly forecast: Promise<Forecast> } | undefined;
  let history: { readonly day: string; readonly arrivals: Promise<Arrivals> } | undefined;

  const before = (day: string): Promise<Arrivals> => {
    if (history?.day !== day) history = { day, arrivals: arrivalsBefore(database, clock, day) };
    return history.arrivals;
  };
  const work = async (atMs: number): Promise<Forecast> => {
    const day = clock.day(atMs);
    const arrivals = await before(day);
    const queues: QueueForecast[] = [];
    for (const { letter, windows } of context.series) {
      const queue = await context.board.queue(day, letter);
      queues.push({
        letter,
        windows: [...windows],
        spans: spansOf(context, queue, windows, arrivals.get(letter) ?? [], atMs),
      });
      await new Promise(setImmediate); // calls are told between two queues
    }
    return { atMs, queues };
  };
  return {
    now: () => {
      const atMs = nowMs();
      if (kept === undefined || Math.abs(atMs - kept.atMs) > KEPT_MS) {
        const forecast = work(atMs);
        kept = { atMs, forecast };
        forecast.catch(() => {
          kept = history = undefined;
        });
      }
      return kept.forecast;
    },
  };
}

function spansOf(
  { hours, clock }: ForecastContext,
  { queue, counters }: Queue,
  windows: readonly string[],
  before: readonly HalfHours[],
  atMs: number,
): QueueForecast['spans'] {
  const midnightMs = clock.epochMs({ ...clock.local(atMs), hour: 0, minute: 0 });
  const secondsOf = (ms: number) => (ms - midnightMs) / 1000;
  const arrivals = expectedArrivals(
    before,
    halfHoursOf(queue.map(({ takenAtMs }) => secondsOf(takenAtMs))),
    secondsOf(atMs),
  );
  const called = new Set(
    queue.map(({ window, calledAtMs }) => (calledAtMs === undefined ? undefined : window)),
  );
  const seen = windows.filter((window) => counters.get(window) === true || called.has(window));
  const staffed = (seen.length > 0 ? seen : windows.filter((window) => counters.get(window) !== false))
    .length;
  const context = { tickets: queue, counters, byHours: hours.servesAt(atMs), nowMs: atMs };
  const openNow = servingWindows(windows, context).length;
  const started = ({ state, calledAtMs }: StoredTicket) =>
    (state === 'called' || state === 'serving') && calledAtMs !== undefined;
  const state = {
    waiting: queue.filter(({ state }) => state === 'waiting').length,
    underWay: queue.filter(started).map(({ calledAtMs }) => (atMs - calledAtMs!) / 1000),
    cycleSeconds: paceOf(queue).cycleSeconds,
    arrivalsAt: (t: number) => arrivals(secondsOf(atMs) + t),
    windowsAt: (t: number) => (t < EVERY ? openNow : hours.servesAt(atMs + 1000 * t) ? staffed : 0),
  };
  return forecastQueue(state, { until: HORIZON, every: EVERY }).map(({ until, median, p90 }) => ({
    untilMs: atMs + 1000 * until,
    median,
    p90,
  }));
}

function halfHoursOf(seconds: readonly number[]): HalfHours {
  const counts = new Array<number>(48).fill(0);
  for (const second of seconds) {
    const i = Math.floor(second / HALF_HOUR);
    if (i >= 0 && i < counts.length) counts[i]!++;
  }
  return counts;
}

/** Numbers taken in each half-hour of the latest days on which any were, by queue. */
async function arrivalsBefore(database: Database, clock: WallClock, day: string): Promise<Arrivals> {
  const rows = (await database.execute(sql`
    SELECT day, series, taken_at_ms / ${HALF_HOUR_MS} AS half_hour, count(*)::int AS taken FROM tickets
    WHERE day IN (SELECT DISTINCT day FROM tickets WHERE day < ${day} ORDER BY day DESC LIMIT ${DAYS_BEFORE})
    GROUP BY 1, 2, 3`)) as unknown as {
    rows: { day: string; series: string; half_hour: number | string; taken: number }[];
  };
  const days = new Set(rows.rows.map((row) => row.day));
  const counts = new Map<string, Map<string, number[]>>();
  for (const { day: on, series, half_hour, taken } of rows.rows) {
    const { hour, minute } = clock.local(Number(half_hour) * HALF_HOUR_MS);
    const byDay = counts.get(series) ?? new Map([...days].map((one) => [one, new Array<number>(48).fill(0)]));
    counts.set(series, byDay);
    byDay.get(on)![2 * hour + (minute < 30 ? 0 : 1)]! += taken;
  }
  return new Map([...counts].map(([letter, byDay]) => [letter, [...byDay.values()]]));
}
