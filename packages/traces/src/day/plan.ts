import { normal, type Random, seededRandom } from '@daoyin/geometry';
import type { ServiceItem, Services, TicketPriority, TicketSeries } from '@daoyin/services';
import { pick } from './pick';
import { mergedShifts, type PlannedShift, shiftsOf } from './shifts';

/** One visitor of a simulated day. Seconds are since midnight of the hall, or a length of time. */
export interface PlannedVisitor {
  readonly atSeconds: number;
  readonly serviceId: string;
  /** The windows that take it. */
  readonly windows: readonly string[];
  /** How long a free window lets them wait before its clerk calls. */
  readonly clerkSeconds: number;
  readonly priority: TicketPriority;
  /** The time of an appointment, booked before the hall opens. */
  readonly appointmentAt?: number;
  /** From the call until the visitor stands at the window. */
  readonly walkSeconds: number;
  /** How long the window then works for them. */
  readonly workSeconds: number;
  /** `misses` does not come when called, and comes back to the kiosk later or never. */
  readonly conduct: 'comes' | 'misses-and-returns' | 'misses' | 'cancels' | 'fetches-something' | 'moves-on';
  /** 1–5, or nothing. */
  readonly stars: number | undefined;
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
