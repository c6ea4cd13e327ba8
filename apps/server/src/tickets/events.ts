import {
  type TakeEvent,
  type TicketAction,
  type TicketEvent,
  ticketAfter,
  ticketFromHistory,
  ticketNumberParts,
} from '@daoyin/services';
import { and, eq, sql } from 'drizzle-orm';
import { series, ticketEvents, tickets } from '../storage/schema';
import { notPossible, type Refusal, unknownTicket } from './refusals';
import { insertTicket, lockName, lockTicket, type Queries, type StoredTicket, writeTicket } from './rows';

/** Who tells of an event, and by which message; a message that comes again changes nothing. */
export interface Teller {
  readonly source: string;
  readonly messageId: string;
  readonly actor: string;
  /** Whether this message cannot have come before, so that nobody has to look. */
  readonly isNew?: boolean;
}

export type EventResult = { readonly ok: true; readonly ticket: StoredTicket } | Refusal;

/** Does an action that must be possible now. To be called in a transaction. */
export async function act(
  queries: Queries,
  wanted: {
    readonly day: string;
    readonly number: string;
    readonly action: TicketAction;
    readonly nowMs: number;
    readonly teller: Teller;
  },
): Promise<EventResult> {
  const { day, number, action, teller } = wanted;
  const before = await lockTicket(queries, day, number);
  if (before === undefined) return unknownTicket(number);
  if (await isKnown(queries, teller)) return { ok: true, ticket: before };
  const atMs = await laterThanHistory(queries, before, wanted.nowMs);
  const outcome = ticketAfter(before, action, atMs);
  if (!outcome.ok) return notPossible(outcome.reason);
  const ticket = { ...outcome.ticket, updatedAtMs: Math.max(wanted.nowMs, before.updatedAtMs + 1) };
  await writeEvent(queries, { day, number, event: action, atMs, receivedAtMs: wanted.nowMs, teller });
  await writeTicket(queries, ticket);
  return { ok: true, ticket };
}

/** What another system tells: at least once, in any order. `pending` while nobody has told of the ticket's taking. */
export type ToldResult = EventResult | { readonly ok: true; readonly ticket: undefined };

/** Takes note of an event of another system and works out the ticket anew from all that is known. In a transaction. */
export async function takeNote(
  queries: Queries,
  told: {
    readonly day: string;
    readonly number: string;
    readonly event: TicketEvent;
    readonly atMs: number;
    readonly nowMs: number;
    readonly teller: Teller;
  },
): Promise<ToldResult> {
  const { day, number, event } = told;
  await lockName(queries, `ticket/${day}/${number}`);
  const before = await lockTicket(queries, day, number);
  if (await isKnown(queries, told.teller)) return { ok: true, ticket: before };
  if (event.kind === 'take' && before !== undefined) return notPossible(`ticket ${number} is taken already`);
  await writeEvent(queries, { ...told, receivedAtMs: told.nowMs });
  const now = ticketFromHistory(day, number, await readHistory(queries, day, number));
  if (now === undefined) return { ok: true, ticket: undefined };
  const ticket = { ...now, updatedAtMs: Math.max(told.nowMs, (before?.updatedAtMs ?? 0) + 1) };
  if (before === undefined) {
    await reserveOrdinal(queries, day, number);
    await insertTicket(queries, ticket, {});
  } else if (isChanged(before, ticket)) await writeTicket(queries, ticket);
  else return { ok: true, ticket: before };
  return { ok: true, ticket };
}

/** The next number of a series; no number is given twice, whichever servers ask at once. */
export async function nextOrdinal(queries: Queries, day: string, letter: string): Promise<number> {
  const [given] = await queries
    .insert(series)
    .values({ day, letter, last: 1 })
    .onConflictDoUpdate({ target: [series.day, series.letter], set: { last: sql`${series.last} + 1` } })
    .returning({ ordinal: series.last });
  return given!.ordinal;
}

/** Notes the taking of a number of our own, whose row is written beside it. */
export function writeTaking(
  queries: Queries,
  ticket: StoredTicket,
  event: TakeEvent,
  teller: Teller,
): Promise<void> {
  const { day, number, takenAtMs: atMs } = ticket;
  return writeEvent(queries, { day, number, event, atMs, receivedAtMs: atMs, teller });
}

/** Whether a message has been taken note of, and of which ticket it told. */
export async function knownMessage(
  queries: Queries,
  { source, messageId }: Pick<Teller, 'source' | 'messageId'>,
): Promise<{ readonly day: string; readonly number: string } | undefined> {
  const [row] = await queries
    .select({ day: ticketEvents.day, number: ticketEvents.number })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.source, source), eq(ticketEvents.messageId, messageId)));
  return row;
}

const isKnown = async (queries: Queries, teller: Teller) =>
  teller.isNew !== true && (await knownMessage(queries, teller)) !== undefined;

async function writeEvent(
  queries: Queries,
  told: {
    readonly day: string;
    readonly number: string;
    readonly event: TicketEvent;
    readonly atMs: number;
    readonly receivedAtMs: number;
    readonly teller: Teller;
  },
): Promise<void> {
  const { teller, day, number, event, atMs, receivedAtMs } = told;
  const { source, messageId, actor } = teller;
  const row = { source, messageId, actor, day, number, event, atMs, receivedAtMs };
  await queries.insert(ticketEvents).values(row);
}

async function readHistory(queries: Queries, day: string, number: string) {
  const rows = await queries
    .select()
    .from(ticketEvents)
    .where(and(eq(ticketEvents.day, day), eq(ticketEvents.number, number)));
  return rows.map(({ source, messageId, atMs, event }) => ({ id: `${source}/${messageId}`, atMs, event }));
}

/** What is done now comes after all that was told, also where the clock went back or another system's runs ahead. */
async function laterThanHistory(queries: Queries, { day, number }: StoredTicket, nowMs: number) {
  const [row] = await queries
    .select({ last: sql<string | null>`max(${ticketEvents.atMs})` })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.day, day), eq(ticketEvents.number, number)));
  return Math.max(nowMs, Number(row?.last ?? 0) + 1);
}

/** Our own numbers go on behind one that another system has given. */
async function reserveOrdinal(queries: Queries, day: string, number: string): Promise<void> {
  const parts = ticketNumberParts(number);
  if (parts === undefined) return;
  const { series: letter, ordinal } = parts;
  await queries
    .insert(series)
    .values({ day, letter, last: ordinal })
    .onConflictDoUpdate({
      target: [series.day, series.letter],
      set: { last: sql`greatest(${series.last}, ${ordinal})` },
    });
}

function isChanged(before: StoredTicket, after: StoredTicket): boolean {
  const { updatedAtMs: _before, ...was } = before;
  const { updatedAtMs: _after, ...is } = after;
  const keys = new Set([...Object.keys(was), ...Object.keys(is)]) as Set<keyof typeof was>;
  return [...keys].some((key) => was[key] !== is[key]);
}

/** The holder's token and the ticket of a client's request key, for the desk. */
export async function findByRequest(
  queries: Queries,
  requestKey: string,
): Promise<{ readonly day: string; readonly number: string; readonly token: string | null } | undefined> {
  const [row] = await queries
    .select({ day: tickets.day, number: tickets.number, token: tickets.holderToken })
    .from(tickets)
    .where(eq(tickets.requestKey, requestKey));
  return row;
}
