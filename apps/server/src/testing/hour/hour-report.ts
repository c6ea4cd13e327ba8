import { quantile } from '@daoyin/geometry';
import type { Timing } from './timed-calls';

/** A minute of the hour, as its line says it. Times in milliseconds, memory in megabytes. */
export interface Minute {
  readonly minute: number;
  readonly taken: number;
  readonly calls: number;
  /** Calls that the server failed or did not answer. */
  readonly failed: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  /** Of changes, until their page knew. */
  readonly pageP95Ms: number;
  readonly pages: number;
  /** Readings that the server accounted for, a second. */
  readonly readings: number;
  /** Cores that the server used. */
  readonly cpu: number;
  readonly residentMb: number;
  readonly heapMb: number;
  /** Longest time for which the server did nothing else: it computed, or waited for its database inside. */
  readonly stoodStillMs: number;
}

export interface Verdict {
  readonly calls: number;
  readonly withinLimit: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  readonly failed: number;
  readonly pagesWithin2s: number;
  readonly ticketsAnHour: number;
  readonly readingsASecond: number;
  readonly readingsLost: number;
  /** Megabytes an hour by which the server's memory grew, least squares over the minutes after the first third. */
  readonly growthMbAnHour: number;
  readonly residentMb: number;
  readonly routes: readonly RouteTimes[];
  /** What is not as it must be; empty where the hour is held. */
  readonly complaints: readonly string[];
}

/** The calls of one kind. */
export interface RouteTimes {
  readonly route: string;
  readonly calls: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export const LIMIT_MS = 200;
const PAGE_LIMIT_MS = 2_000;
/** Garbage comes and goes; what grows by more than this in an hour grows. */
const FLAT_MB_AN_HOUR = 100;

export interface HourFigures {
  readonly minutes: readonly Minute[];
  readonly timings: readonly Timing[];
  /** How long changes took to their pages. */
  readonly delaysMs: readonly number[];
  /** In so many seconds, from before the hour on. */
  readonly readings: { readonly sent: number; readonly accounted: number; readonly seconds: number };
  readonly wanted: { readonly ticketsAnHour: number; readonly readingsASecond: number };
  readonly seconds: number;
}

/** What an hour shows: 99 % of calls within 200 ms, 95 % of changes at their page within 2 s, nothing lost, memory flat. */
export function verdictOf(figures: HourFigures): Verdict {
  const { minutes, timings, delaysMs, readings, wanted, seconds } = figures;
  const times = timings.map(({ ms }) => ms);
  const failed = timings.filter(isFailure).length;
  const taken = timings.filter(({ route, status }) => route === 'take' && status === 201).length;
  const due = (wanted.ticketsAnHour * seconds) / 3600; // give or take its root: people come when they like
  const settled = minutes.slice(Math.floor(minutes.length / 3));
  const counts = {
    calls: times.length,
    withinLimit: share(times, LIMIT_MS),
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    slowestMs: times.reduce((most, ms) => Math.max(most, ms), 0),
    failed,
    pagesWithin2s: share(delaysMs, PAGE_LIMIT_MS),
    ticketsAnHour: (taken * 3600) / seconds,
    readingsASecond: readings.accounted / readings.seconds,
    readingsLost: readings.sent - readings.accounted,
    growthMbAnHour: 60 * slopeOf(settled.map(({ minute, residentMb }) => [minute, residentMb])),
    residentMb: minutes.at(-1)?.residentMb ?? 0,
  };
  const complaints = [
    counts.withinLimit < 0.99 && `only ${percent(counts.withinLimit)} of calls within ${LIMIT_MS} ms`,
    counts.pagesWithin2s < 0.95 && `only ${percent(counts.pagesWithin2s)} of changes at their page in 2 s`,
    failed > 0 && `${failed} calls failed`,
    taken < due - 3 * Math.sqrt(due) && `only ${Math.round(counts.ticketsAnHour)} tickets an hour`,
    counts.readingsLost > 0 && `${counts.readingsLost} readings not accounted for`,
    counts.readingsASecond < 0.95 * wanted.readingsASecond &&
      `only ${Math.round(counts.readingsASecond)} readings a second`,
    settled.length >= 10 &&
      counts.growthMbAnHour > FLAT_MB_AN_HOUR &&
      `memory grows by ${Math.round(counts.growthMbAnHour)} MB an hour`,
  ].filter((one) => one !== false);
  return { ...counts, routes: routesOf(timings), complaints };
}

function routesOf(timings: readonly Timing[]): readonly RouteTimes[] {
  return [...new Set(timings.map(({ route }) => route))].map((route) => {
    const times = timings.filter((timing) => timing.route === route).map(({ ms }) => ms);
    return { route, calls: times.length, p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
  });
}

export const isFailure = ({ status }: Timing): boolean => status === 0 || status >= 500;

const share = (times: readonly number[], limitMs: number): number =>
  times.length === 0 ? 1 : times.filter((ms) => ms <= limitMs).length / times.length;

const percent = (part: number) => `${(100 * part).toFixed(2)} %`;

/** Of a straight line through points, by least squares; 0 of fewer than two. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (i: 0 | 1) => points.reduce((sum, point) => sum + point[i], 0) / Math.max(1, points.length);
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread;
}
