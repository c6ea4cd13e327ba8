import type { Ticket } from './ticket';

/** What of a queue's tickets tells which windows serve. */
export type ServingSign = Pick<
  Ticket,
  'state' | 'window' | 'calledAtMs' | 'servedAtMs' | 'finishedAtMs' | 'queuedAtMs'
>;

export interface ServingContext {
  /** All that stood in the queue today. */
  readonly tickets: readonly ServingSign[];
  /** The windows that were opened or closed by hand today. */
  readonly counters: ReadonlyMap<string, boolean>;
  /** Whether the hall's hours say that windows serve. */
  readonly byHours: boolean;
  readonly nowMs: number;
}

/** A window that has done nothing for so long while somebody waits for it has no clerk. */
export const ABSENT_MS = 6 * 60_000;

/**
 * Which of a queue's windows serve now. What was said by hand holds. Of the others in opening hours those that have called somebody
 * today, as long as they do not let people wait; where none was opened by hand and none has called yet, all: a hall has more windows
 * than clerks, and a wait told for all of them would be too short.
 */
export function servingWindows(
  windows: readonly string[],
  { tickets, counters, byHours, nowMs }: ServingContext,
): string[] {
  const seen = new Map<string, number>();
  const busy = new Set<string>();
  let waitsSinceMs = Number.POSITIVE_INFINITY;
  for (const ticket of tickets) {
    const { window, state } = ticket;
    if (state === 'waiting') waitsSinceMs = Math.min(waitsSinceMs, ticket.queuedAtMs);
    if (window === undefined || ticket.calledAtMs === undefined) continue;
    seen.set(window, Math.max(seen.get(window) ?? 0, lastOf(ticket)));
    if (state === 'called' || state === 'serving') busy.add(window);
  }
  const isAbsent = (seenMs: number) => nowMs - Math.max(seenMs, waitsSinceMs) > ABSENT_MS;
  const hasSigns = windows.some((window) => counters.get(window) === true || seen.has(window));
  return windows.filter((window) => {
    const said = counters.get(window);
    if (said !== undefined || !byHours) return said === true;
    const seenMs = seen.get(window);
    if (seenMs === undefined) return !hasSigns;
    return busy.has(window) || !isAbsent(seenMs);
  });
}

const lastOf = ({ calledAtMs = 0, servedAtMs = 0, finishedAtMs = 0 }: ServingSign) =>
  Math.max(calledAtMs, servedAtMs, finishedAtMs);
