import { placeMs, type Ticket } from '@daoyin/services';
import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Database } from '../storage/database';
import { counters, tickets } from '../storage/schema';

type Row = typeof tickets.$inferSelect;

/** A database, or a transaction on it. */
export type Queries = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute'>;

/** A ticket as it is stored. `updatedAtMs` grows with every change, also where the clock went back. */
export interface StoredTicket extends Ticket {
  readonly updatedAtMs: number;
}

/** The channel on which every server hears of every change. */
export const CHANNEL = 'daoyin_tickets';

/** What is told on the channel. */
export type Change =
  | { readonly kind: 'ticket'; readonly ticket: StoredTicket }
  | { readonly kind: 'counter'; readonly day: string; readonly number: string; readonly open: boolean };

/** Beside a row that is written; told when the transaction commits, and only then. */
const announced = (change: Change) => ({
  told: sql<string>`pg_notify(${CHANNEL}, ${JSON.stringify(change)})`,
});

/** One at a time for each name, until the transaction ends; also among several servers. */
export async function lockName(queries: Queries, name: string): Promise<void> {
  await queries.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

export async function readTicket(
  queries: Queries,
  day: string,
  number: string,
): Promise<StoredTicket | undefined> {
  const [row] = await ticketRows(queries, day, number);
  return row && ticketOf(row);
}

/** Reads a ticket and keeps others from changing it until the transaction ends. */
export async function lockTicket(
  queries: Queries,
  day: string,
  number: string,
): Promise<StoredTicket | undefined> {
  const [row] = await ticketRows(queries, day, number).for('update');
  return row && ticketOf(row);
}

function ticketRows(queries: Queries, day: string, number: string) {
  return queries
    .select()
    .from(tickets)
    .where(and(eq(tickets.day, day), eq(tickets.number, number)));
}

/** All tickets of a day. */
export async function readDay(queries: Queries, day: string): Promise<StoredTicket[]> {
  return (await queries.select().from(tickets).where(eq(tickets.day, day))).map(ticketOf);
}

/** The ticket that a window has called or serves, if any. */
export async function readAtWindow(
  queries: Queries,
  day: string,
  window: string,
): Promise<StoredTicket | undefined> {
  const [row] = await queries
    .select()
    .from(tickets)
    .where(
      and(eq(tickets.day, day), eq(tickets.window, window), inArray(tickets.state, ['called', 'serving'])),
    )
    .limit(1);
  return row && ticketOf(row);
}

/** Writes the ticket as it is now and tells of it. */
export async function writeTicket(queries: Queries, ticket: StoredTicket): Promise<void> {
  const { day, number } = ticket;
  await queries
    .update(tickets)
    .set(columnsOf(ticket))
    .where(and(eq(tickets.day, day), eq(tickets.number, number)))
    .returning(announced({ kind: 'ticket', ticket }));
}

export async function insertTicket(
  queries: Queries,
  ticket: StoredTicket,
  held: { readonly holderToken?: string | undefined; readonly requestKey?: string | undefined },
): Promise<void> {
  const { holderToken = null, requestKey = null } = held;
  await queries
    .insert(tickets)
    .values({ ...columnsOf(ticket), holderToken, requestKey })
    .returning(announced({ kind: 'ticket', ticket }));
}

/** The windows of a day that were opened or closed by hand. */
export async function readCounters(queries: Queries, day: string): Promise<ReadonlyMap<string, boolean>> {
  const rows = await queries.select().from(counters).where(eq(counters.day, day));
  return new Map(rows.map(({ number, open }) => [number, open]));
}

/** Whether a window was opened or closed by hand; undefined where it was not. */
export async function readCounter(
  queries: Queries,
  day: string,
  number: string,
): Promise<boolean | undefined> {
  const [row] = await queries
    .select({ open: counters.open })
    .from(counters)
    .where(and(eq(counters.day, day), eq(counters.number, number)));
  return row?.open;
}

/** Opens or closes a window and tells of it; false where something later has been told of it already. */
export async function writeCounter(
  queries: Queries,
  counter: { readonly day: string; readonly number: string; readonly open: boolean; readonly atMs: number },
): Promise<boolean> {
  const { day, number, open, atMs } = counter;
  const written = await queries
    .insert(counters)
    .values({ day, number, open, updatedAtMs: atMs })
    .onConflictDoUpdate({
      target: [counters.day, counters.number],
      set: { open, updatedAtMs: atMs },
      setWhere: lte(counters.updatedAtMs, atMs),
    })
    .returning(announced({ kind: 'counter', day, number, open }));
  return written.length > 0;
}

const columnsOf = (ticket: StoredTicket) => ({
  ...ticket,
  placeMs: placeMs(ticket),
  window: ticket.window ?? null,
  appointmentMs: ticket.appointmentMs ?? null,
  rating: ticket.rating ?? null,
  calledAtMs: ticket.calledAtMs ?? null,
  servedAtMs: ticket.servedAtMs ?? null,
  finishedAtMs: ticket.finishedAtMs ?? null,
});

function ticketOf({ holderToken: _token, requestKey: _key, placeMs: _place, ...row }: Row): StoredTicket {
  const present = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(present) as unknown as StoredTicket;
}
