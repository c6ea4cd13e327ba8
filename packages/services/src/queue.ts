import type { Ticket } from './ticket';

/** What of a waiting ticket decides its place. */
export type QueueEntry = Pick<Ticket, 'priority' | 'appointmentMs' | 'queuedAtMs' | 'ordinal' | 'number'>;

const MINUTE = 60_000;
/** How much earlier than it was a priority number counts as taken: it overtakes half an hour, and nobody waits for ever. */
export const PRIORITY_LEAD_MS = 30 * MINUTE;
/** An appointment goes first from five minutes before its time until a quarter of an hour after it. */
export const APPOINTMENT_EARLY_MS = 5 * MINUTE;
export const APPOINTMENT_LATE_MS = 15 * MINUTE;
/** How many go before one who was passed and has come back. */
export const PASSED_BEHIND = 3;

/** Those who wait, the next first, at `atMs`: appointments that are due, then by the time that each counts as taken. */
export function queueOrder<T extends QueueEntry>(waiting: readonly T[], atMs: number): T[] {
  const ranked = waiting.map((entry) => ({ entry, due: isDue(entry, atMs), from: countsFrom(entry) }));
  return ranked
    .sort(
      (a, b) =>
        Number(b.due) - Number(a.due) ||
        (a.due ? a.entry.appointmentMs! - b.entry.appointmentMs! : 0) ||
        a.from - b.from ||
        a.entry.ordinal - b.entry.ordinal ||
        (a.entry.number < b.entry.number ? -1 : 1),
    )
    .map(({ entry }) => entry);
}

/** The place in time that puts a returned ticket behind the first three who wait, or at the end where fewer wait. */
export function placeAfterPass(
  waiting: readonly QueueEntry[],
  { priority }: Pick<QueueEntry, 'priority'>,
  atMs: number,
): number {
  const third = queueOrder(waiting, atMs)[PASSED_BEHIND - 1];
  return third === undefined ? atMs : countsFrom(third) + 1 + leadOf(priority);
}

const isDue = ({ appointmentMs }: QueueEntry, atMs: number): boolean =>
  appointmentMs !== undefined &&
  atMs >= appointmentMs - APPOINTMENT_EARLY_MS &&
  atMs <= appointmentMs + APPOINTMENT_LATE_MS;

const leadOf = (priority: QueueEntry['priority']): number => (priority === 'priority' ? PRIORITY_LEAD_MS : 0);

const countsFrom = ({ priority, queuedAtMs }: QueueEntry): number => queuedAtMs - leadOf(priority);
