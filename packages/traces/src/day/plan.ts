import { normal, type Random, seededRandom } from '@daoyin/geometry';
import type { ServiceItem, Services, TicketPriority, TicketSeries } from '@daoyin/services';

/** One visitor of a simulated day. Seconds are since midnight of the hall, or a length of time. */
export interface PlannedVisitor {
  readonly atSeconds: number;
  readonly serviceId: string;
  /** The windows that take it. */
  readonly windows: readonly string[];
  /** How long a free window lets them wait before its clerk calls. */
  readonly clerkSeconds: number;
  readonly priority: TicketPriority;
  /** From the call until the visitor stands at the window. */
  readonly walkSeconds: number;
  /** How long the window then works for them. */
  readonly workSeconds: number;
  /** `misses` does not come when called, and comes back to the kiosk later or never. */
  readonly conduct: 'comes' | 'misses-and-returns' | 'misses' | 'cancels' | 'fetches-something' | 'moves-on';
  /** 1–5, or nothing. */
  readonly stars: number | undefined;
}

/** When one window serves, in seconds since midnight. */
export interface PlannedShift {
  readonly window: string;
  readonly from: number;
  readonly to: number;
}

export interface DayPlan {
  readonly visitors: readonly PlannedVisitor[];
  readonly shifts: readonly PlannedShift[];
}

const HOUR = 3600;
/** Numbers taken by half-hours, relative: the mornings of Chinese halls are fuller, and it slackens before closing. */
const RUSH: readonly (readonly [hour: number, weight: number])[] = [
  [9, 1.0],
  [9.5, 1.25],
  [10, 1.35],
  [10.5, 1.2],
  [11, 0.85],
  [11.5, 0.4],
  [14, 1.15],
  [14.5, 1.2],
  [15, 1.15],
  [15.5, 0.95],
  [16, 0.7],
  [16.5, 0.3],
];
const SESSIONS = [
  [9 * HOUR, 12 * HOUR],
  [14 * HOUR, 17 * HOUR],
] as const;
/** How busy the windows are that a team opens for the numbers it expects. */
const WANTED_LOAD = 0.86;
const PRIORITY_SHARE = 0.05;

/** A day of a hall: who comes when for what, and which windows are staffed. The same seed gives the same day. */
export function planDay(
  services: Pick<Services, 'series' | 'items'>,
  { seed, numbers }: { readonly seed: number; readonly numbers: number },
): DayPlan {
  const random = seededRandom(seed);
  const queues = services.series
    .map((series) => queueOf(series, services.items, random))
    .filter(({ items }) => items.length > 0);
  const total = queues.reduce((sum, { weight }) => sum + weight, 0);
  const days = queues.map((queue) => queueDay(queue, Math.round((numbers * queue.weight) / total), random));
  return {
    visitors: days.flatMap(({ visitors }) => visitors).sort((a, b) => a.atSeconds - b.atSeconds),
    shifts: days.flatMap(({ shifts }) => shifts),
  };
}

interface PlannedQueue {
  readonly items: readonly {
    readonly item: ServiceItem;
    readonly weight: number;
    readonly seconds: number;
  }[];
  readonly windows: readonly string[];
  readonly weight: number;
}

function queueOf(series: TicketSeries, items: readonly ServiceItem[], random: Random): PlannedQueue {
  const own = items.filter((item) => item.series === series.letter && item.windows.length > 0);
  return {
    // few items make most of the numbers (Zipf), and each has its own length
    items: own.map((item) => ({
      item,
      weight: 1 / (1 + Math.floor(random() * own.length)),
      seconds: 240 * Math.exp(0.5 * normal(random)) + 120,
    })),
    windows: series.windows,
    weight: series.windows.length * Math.exp(0.5 * normal(random)),
  };
}

function queueDay(queue: PlannedQueue, numbers: number, random: Random): DayPlan {
  const visitors = Array.from({ length: numbers }, () => visitorOf(queue, random));
  const used = new Map<string, { windows: readonly string[]; seconds: number; count: number }>();
  for (const { item, seconds, weight } of queue.items) {
    const key = item.windows.join();
    const group = used.get(key) ?? { windows: item.windows, seconds: 0, count: 0 };
    used.set(key, {
      ...group,
      seconds: group.seconds + seconds * weight,
      count: group.count + weight,
    });
  }
  const weights = queue.items.reduce((sum, { weight }) => sum + weight, 0);
  const shifts = [...used.values()].flatMap(({ windows, seconds, count }) => {
    const expected = (numbers * count) / weights;
    return shiftsOf(windows, expected, seconds / count, random);
  });
  return { visitors, shifts: mergedShifts(shifts) };
}

function visitorOf({ items }: PlannedQueue, random: Random): PlannedVisitor {
  const { item, seconds } = pick(items, random);
  const conduct = pick(
    [
      { what: 'comes', weight: 90 },
      { what: 'misses', weight: 2.5 },
      { what: 'misses-and-returns', weight: 2 },
      { what: 'cancels', weight: 1.5 },
      { what: 'fetches-something', weight: 2 },
      { what: 'moves-on', weight: 2 },
    ] as const,
    random,
  ).what;
  const [hour] = pick(
    RUSH.map((entry) => ({ entry, weight: entry[1] })),
    random,
  ).entry;
  return {
    atSeconds: Math.round((hour + random() / 2) * HOUR),
    serviceId: item.id,
    windows: item.windows,
    clerkSeconds: Math.round(3 + 25 * random() ** 2),
    priority: random() < PRIORITY_SHARE ? 'priority' : 'normal',
    walkSeconds: Math.round(20 + 70 * random()),
    workSeconds: Math.round(seconds * Math.exp(0.55 * normal(random) - 0.15)),
    conduct,
    stars: random() < 0.3 ? (random() < 0.95 ? 5 : 1 + Math.floor(4 * random())) : undefined,
  };
}

/** As many windows as the expected numbers need, each session; a busy team opens one more for the rush. */
function shiftsOf(
  windows: readonly string[],
  expected: number,
  seconds: number,
  random: Random,
): PlannedShift[] {
  const busy = (expected * (seconds + 70)) / (6 * HOUR);
  const regular = Math.min(windows.length, Math.max(1, Math.ceil(busy / WANTED_LOAD)));
  return SESSIONS.flatMap(([from, to], session) => {
    const open = windows.slice(0, regular).map((window) => ({ window, from, to }));
    const extra = windows[regular];
    if (extra === undefined || busy < 1 || random() < 0.5) return open;
    const start = from + HOUR * (session === 0 ? 1 : 0.5);
    return [...open, { window: extra, from: start, to: start + 1.5 * HOUR }];
  });
}

/** Where two groups of items share a window, its longest shift of the session counts. */
function mergedShifts(shifts: readonly PlannedShift[]): PlannedShift[] {
  const merged = new Map<string, PlannedShift>();
  for (const shift of shifts) {
    const key = `${shift.window} ${shift.from < 13 * HOUR}`;
    const known = merged.get(key);
    merged.set(
      key,
      known ? { ...known, from: Math.min(known.from, shift.from), to: Math.max(known.to, shift.to) } : shift,
    );
  }
  return [...merged.values()];
}

function pick<T extends { readonly weight: number }>(list: readonly T[], random: Random): T {
  let left = random() * list.reduce((sum, { weight }) => sum + weight, 0);
  for (const entry of list) {
    left -= entry.weight;
    if (left <= 0) return entry;
  }
  return list.at(-1)!;
}
