import { type Ticket, ticketNumber } from '@daoyin/services';
import { and, asc, count, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Database } from '../storage/database';
import { series, tickets } from '../storage/schema';

type Row = typeof tickets.$inferSelect;

/** A stored ticket with the queue that it stands in. */
export interface StoredTicket extends Ticket {
  readonly series: string;
  readonly ordinal: number;
}

/** Gives out the next number of a series; no number is given twice, whichever servers ask at once. */
export async function insertTicket(
  database: Database,
  wanted: {
    readonly day: string;
    readonly series: string;
    readonly serviceId: string;
    readonly atMs: number;
  },
): Promise<StoredTicket> {
  return database.transaction(async (transaction) => {
    const [given] = await transaction
      .insert(series)
      .values({ day: wanted.day, letter: wanted.series, last: 1 })
      .onConflictDoUpdate({ target: [series.day, series.letter], set: { last: sql`${series.last} + 1` } })
      .returning({ ordinal: series.last });
    const [row] = await transaction
      .insert(tickets)
      .values({
        day: wanted.day,
        number: ticketNumber(wanted.series, given!.ordinal),
        series: wanted.series,
        ordinal: given!.ordinal,
        serviceId: wanted.serviceId,
        state: 'waiting',
        takenAtMs: wanted.atMs,
        updatedAtMs: wanted.atMs,
      })
      .returning();
    return ticketOf(row!);
  });
}

export async function findTicket(
  database: Database,
  day: string,
  number: string,
): Promise<StoredTicket | undefined> {
  const [row] = await database
    .select()
    .from(tickets)
    .where(and(eq(tickets.day, day), eq(tickets.number, number)));
  return row && ticketOf(row);
}

/** Writes `after` if the ticket still is as `before`; false where somebody else was faster. */
export async function replaceTicket(
  database: Database,
  before: StoredTicket,
  after: Ticket,
): Promise<boolean> {
  const changed = await database
    .update(tickets)
    .set({
      state: after.state,
      window: after.window ?? null,
      calledAtMs: after.calledAtMs ?? null,
      servedAtMs: after.servedAtMs ?? null,
      finishedAtMs: after.finishedAtMs ?? null,
      updatedAtMs: after.updatedAtMs,
    })
    .where(
      and(
        eq(tickets.day, before.day),
        eq(tickets.number, before.number),
        eq(tickets.state, before.state),
        eq(tickets.updatedAtMs, before.updatedAtMs),
      ),
    )
    .returning({ number: tickets.number });
  return changed.length > 0;
}

/** The tickets of a day that wait, by series and order of arrival. */
export async function waitingTickets(
  database: Database,
  day: string,
  letters?: readonly string[],
): Promise<StoredTicket[]> {
  const rows = await database
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.day, day),
        eq(tickets.state, 'waiting'),
        letters === undefined ? undefined : inArray(tickets.series, [...letters]),
      ),
    )
    .orderBy(asc(tickets.takenAtMs), asc(tickets.ordinal));
  return rows.map(ticketOf);
}

export interface QueueFacts {
  readonly ahead: number;
  readonly lastCalled: string | null;
  /** Seconds from call to end of the day's latest services in the series. */
  readonly serviceSeconds: readonly number[];
}

const RECENT_SERVICES = 50;

/** What a waiting visitor is told about the queue of their ticket. */
export async function queueFacts(database: Database, ticket: StoredTicket): Promise<QueueFacts> {
  const sameQueue = and(eq(tickets.day, ticket.day), eq(tickets.series, ticket.series));
  const [before] = await database
    .select({ ahead: count() })
    .from(tickets)
    .where(and(sameQueue, eq(tickets.state, 'waiting'), lt(tickets.ordinal, ticket.ordinal)));
  const [last] = await database
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(sameQueue, isNotNull(tickets.calledAtMs)))
    .orderBy(desc(tickets.calledAtMs))
    .limit(1);
  const finished = await database
    .select({ from: tickets.calledAtMs, to: tickets.finishedAtMs })
    .from(tickets)
    .where(and(sameQueue, eq(tickets.state, 'done')))
    .orderBy(desc(tickets.finishedAtMs))
    .limit(RECENT_SERVICES);
  return {
    ahead: ticket.state === 'waiting' ? before!.ahead : 0,
    lastCalled: last?.number ?? null,
    serviceSeconds: finished.map(({ from, to }) => (to! - from!) / 1000),
  };
}

function ticketOf(row: Row): StoredTicket {
  return {
    day: row.day,
    number: row.number,
    series: row.series,
    ordinal: row.ordinal,
    serviceId: row.serviceId,
    state: row.state,
    takenAtMs: row.takenAtMs,
    updatedAtMs: row.updatedAtMs,
    ...(row.window !== null && { window: row.window }),
    ...(row.calledAtMs !== null && { calledAtMs: row.calledAtMs }),
    ...(row.servedAtMs !== null && { servedAtMs: row.servedAtMs }),
    ...(row.finishedAtMs !== null && { finishedAtMs: row.finishedAtMs }),
  };
}
