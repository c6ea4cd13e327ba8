import type { Ticket } from './ticket';

/** What of a waiting ticket decides its place. */
export type QueueEntry = Pick<Ticket, 'priority' | 'appointmentMs' | 'queuedAtMs' | 'ordinal' | 'number'>;

const MINUTE = 60_000;
/** How much earlier than it was a priority number counts as taken: it overtakes half an hour, and nobody waits for ever. */
const PRIORITY_LEAD_MS = 30 * MINUTE;
/** An appointment goes first from five minutes before its time until a quarter of an hour after it. */
const APPOINTMENT_EARLY_MS = 5 * MINUTE;
const APPOINTMENT_LATE_MS = 15 * MINUTE;
/** How many go before one who was passed and has come back. */
export const PASSED_BEHIND = 3;

/**
 * Those who wait, the next first, at `atMs`: appointments that are due, by their time; then by the time that each counts as taken,
 * by ordinal and number.
 */
export function queueOrder<T extends QueueEntry>(waiting: readonly T[], atMs: number): T[] {
  const { fromMs, toMs } = dueAppointments(atMs);
  const dueAt = ({ appointmentMs: at }: QueueEntry) =>
    at !== undefined && at >= fromMs && at <= toMs ? at : Number.POSITIVE_INFINITY;
  const ranked = waiting.map((entry) => ({ entry, due: dueAt(entry), place: placeMs(entry) }));
  return ranked
    .sort(
      (a, b) =>
        (a.due === b.due ? 0 : a.due - b.due) ||
        a.place - b.place ||
        a.entry.ordinal - b.entry.ordinal ||
        (a.entry.number < b.entry.number ? -1 : 1),
    )
    .map(({ entry }) => entry);
}

/** The time that a ticket counts as taken, in epoch milliseconds. */
export function placeMs({ priority, queuedAtMs }: Pick<QueueEntry, 'priority' | 'queuedAtMs'>): number {
  return queuedAtMs - leadOf(priority);
}

/** The times of the appointments that go first at `atMs`, both ends among them. */
export function dueAppointments(atMs: number): { readonly fromMs: number; readonly toMs: number } {
  return { fromMs: atMs - APPOINTMENT_LATE_MS, toMs: atMs + APPOINTMENT_EARLY_MS };
}

/**
 * Who waits for an appointment that goes first only later: when that is, and how many appointments go before it then. Undefined for
 * whoever has none, or whose time has come or gone.
 */
export function appointmentAhead(
  { appointmentMs, number }: QueueEntry,
  waiting: readonly QueueEntry[],
  atMs: number,
): { readonly dueMs: number; readonly ahead: number } | undefined {
  if (appointmentMs === undefined || appointmentMs <= dueAppointments(atMs).toMs) return undefined;
  const dueMs = appointmentMs - APPOINTMENT_EARLY_MS;
  const order = queueOrder(waiting, dueMs);
  return { dueMs, ahead: order.findIndex((entry) => entry.number === number) };
}

/**
 * When a ticket that comes back after a pass counts as queued: behind the first `PASSED_BEHIND` who wait, the last of whom is `behind`;
 * at the end where fewer wait.
 */
export function queuedAfterPass(
  behind: Pick<QueueEntry, 'priority' | 'queuedAtMs'> | undefined,
  { priority }: Pick<QueueEntry, 'priority'>,
  atMs: number,
): number {
  return behind === undefined ? atMs : placeMs(behind) + 1 + leadOf(priority);
}

const leadOf = (priority: QueueEntry['priority']): number => (priority === 'priority' ? PRIORITY_LEAD_MS : 0);
