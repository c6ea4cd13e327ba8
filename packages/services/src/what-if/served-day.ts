import { quantile } from '@daoyin/geometry';
import type { Ticket } from '../ticket';

/** One number of a past day as a replay needs it. Times in epoch milliseconds. */
export interface DayVisitor
  extends Pick<Ticket, 'number' | 'series' | 'ordinal' | 'priority' | 'appointmentMs' | 'takenAtMs'> {
  /** The windows that may call it. */
  readonly windows: readonly string[];
  /** How long a window has to do with them: serving, or waiting for one who does not come. */
  readonly holdsMs: number;
  /** False for who was called and never came. */
  readonly comes: boolean;
  /** When they gave up, if they are still waiting then. */
  readonly leavesAtMs?: number;
}

/** When a window called people. */
export interface Shift {
  readonly window: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** A past day: who came for what and how long that took, and which windows served when. */
export interface ServedDay {
  readonly visitors: readonly DayVisitor[];
  readonly shifts: readonly Shift[];
  /** From a call until the visitor stands at the window, as most took it. */
  readonly fromSeatMs: number;
}

const MINUTE = 60_000;
/** A window that does nothing for so long is away: at lunch, or closed. */
const AWAY_MS = 30 * MINUTE;
const USUAL_WORK_MS = 6 * MINUTE;
const USUAL_SEAT_MS = 45_000;
/** Who is called from afar still walks: only the quicker half tells how long it takes from the seats. */
const FROM_SEAT_QUANTILE = 0.25;

/** Reads a day out of its tickets; `windowsOf` gives the windows that take a service. */
export function servedDay(
  tickets: readonly Ticket[],
  windowsOf: (serviceId: string) => readonly string[],
): ServedDay {
  const work = typical(
    tickets.flatMap((ticket) => workOf(ticket) ?? []),
    0.5,
    USUAL_WORK_MS,
  );
  const seats = tickets.flatMap(({ calledAtMs, servedAtMs }) =>
    calledAtMs !== undefined && servedAtMs !== undefined && servedAtMs > calledAtMs
      ? [servedAtMs - calledAtMs]
      : [],
  );
  return {
    visitors: tickets
      .map((ticket) => visitorOf(ticket, windowsOf(ticket.serviceId), work))
      .sort((a, b) => a.takenAtMs - b.takenAtMs),
    shifts: shiftsOf(tickets),
    fromSeatMs: typical(seats, FROM_SEAT_QUANTILE, USUAL_SEAT_MS),
  };
}

function visitorOf(ticket: Ticket, offered: readonly string[], usualWork: number): DayVisitor {
  const { number, series, ordinal, priority, appointmentMs, takenAtMs, window, state } = ticket;
  const { calledAtMs, finishedAtMs } = ticket;
  const missed = state === 'no-show' || state === 'passed';
  const left = state === 'cancelled' && finishedAtMs !== undefined;
  const waited =
    calledAtMs !== undefined && finishedAtMs !== undefined ? finishedAtMs - calledAtMs : undefined;
  return {
    number,
    series,
    ordinal,
    priority,
    takenAtMs,
    ...(appointmentMs !== undefined && { appointmentMs }),
    windows: window === undefined || offered.includes(window) ? offered : [...offered, window],
    holdsMs: missed ? (waited ?? 2 * USUAL_SEAT_MS) : (workOf(ticket) ?? usualWork),
    comes: !missed,
    ...(left && { leavesAtMs: finishedAtMs }),
  };
}

function workOf({ state, servedAtMs, finishedAtMs }: Ticket): number | undefined {
  if (state !== 'done' || servedAtMs === undefined || finishedAtMs === undefined) return undefined;
  return finishedAtMs > servedAtMs ? finishedAtMs - servedAtMs : undefined;
}

/** From its first call to the end of its last service, but for the times in which a window did nothing for half an hour. */
function shiftsOf(tickets: readonly Ticket[]): readonly Shift[] {
  const busy = new Map<string, { fromMs: number; toMs: number }[]>();
  for (const { window, calledAtMs, servedAtMs, finishedAtMs } of tickets) {
    if (window === undefined || calledAtMs === undefined) continue;
    const toMs = Math.max(calledAtMs, servedAtMs ?? 0, finishedAtMs ?? 0);
    busy.set(window, [...(busy.get(window) ?? []), { fromMs: calledAtMs, toMs }]);
  }
  return [...busy].flatMap(([window, times]) => {
    const shifts: Shift[] = [];
    for (const { fromMs, toMs } of times.sort((a, b) => a.fromMs - b.fromMs)) {
      const last = shifts.at(-1);
      if (last && fromMs - last.toMs < AWAY_MS)
        shifts[shifts.length - 1] = { ...last, toMs: Math.max(last.toMs, toMs) };
      else shifts.push({ window, fromMs, toMs });
    }
    return shifts;
  });
}

/** Where the day shows nothing of the kind, what is usual. */
const typical = (values: readonly number[], share: number, usual: number): number =>
  values.length === 0 ? usual : quantile(values, share);
