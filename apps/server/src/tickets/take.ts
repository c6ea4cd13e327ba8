import { timingSafeEqual } from 'node:crypto';
import { type TakeEvent, type TicketPriority, ticketNumber, ticketTaken } from '@daoyin/services';
import { and, eq } from 'drizzle-orm';
import { appointments, tickets } from '../storage/schema';
import { findByRequest, nextOrdinal, writeTaking } from './events';
import type { Offer } from './offers';
import { notPossible, type Refusal } from './refusals';
import { insertTicket, lockName, type Queries, readTicket, type StoredTicket } from './rows';

export interface Taking {
  readonly offer: Offer;
  readonly day: string;
  readonly atMs: number;
  readonly priority: TicketPriority;
  readonly appointment: string | undefined;
  readonly requestKey: string | undefined;
  readonly actor: string;
  readonly token: string;
}

export type Taken =
  | { readonly ok: true; readonly ticket: StoredTicket; readonly holderToken: string | null }
  | Refusal;

/** Gives out the next number. Who asks again with the same request key gets the same ticket. In a transaction. */
export async function takeIn(queries: Queries, wanted: Taking): Promise<Taken> {
  const { offer, day, atMs, priority, token, requestKey, actor } = wanted;
  if (requestKey !== undefined) {
    await lockName(queries, `request/${requestKey}`);
    const known = await findByRequest(queries, requestKey);
    const ticket = known && (await readTicket(queries, known.day, known.number));
    if (ticket !== undefined) return { ok: true, ticket, holderToken: known!.token };
  }
  const slot = await useAppointment(queries, wanted);
  if (!slot.ok) return slot;
  const ordinal = await nextOrdinal(queries, day, offer.series);
  const number = ticketNumber(offer.series, ordinal);
  const event: TakeEvent = {
    kind: 'take',
    serviceId: offer.serviceId,
    series: offer.series,
    ordinal,
    priority,
    ...(slot.slotMs !== undefined && { appointmentMs: slot.slotMs }),
  };
  const ticket = { ...ticketTaken(day, number, event, atMs), updatedAtMs: atMs };
  await insertTicket(queries, ticket, { holderToken: token, requestKey });
  await writeTaking(queries, ticket, event, { source: 'desk', messageId: `${day}/${number}/take`, actor });
  if (wanted.appointment !== undefined)
    await queries
      .update(appointments)
      .set({ ticketNumber: number })
      .where(eq(appointments.code, wanted.appointment));
  return { ok: true, ticket, holderToken: token };
}

/** Whether a token is the one that was given with a ticket. */
export async function holdsTicket(
  queries: Queries,
  day: string,
  number: string,
  token: string,
): Promise<boolean> {
  const [row] = await queries
    .select({ token: tickets.holderToken })
    .from(tickets)
    .where(and(eq(tickets.day, day), eq(tickets.number, number)));
  const [given, kept] = [Buffer.from(token), Buffer.from(row?.token ?? '')];
  return kept.length > 0 && given.length === kept.length && timingSafeEqual(given, kept);
}

async function useAppointment(
  queries: Queries,
  { appointment: code, offer, day }: Taking,
): Promise<{ readonly ok: true; readonly slotMs?: number } | Refusal> {
  if (code === undefined) return { ok: true };
  const [found] = await queries.select().from(appointments).where(eq(appointments.code, code)).for('update');
  if (found === undefined) return notPossible(`There is no appointment ${code}.`);
  if (found.day !== day) return notPossible(`The appointment ${code} is for ${found.day}.`);
  if (found.series !== offer.series) return notPossible(`The appointment ${code} is for another service.`);
  if (found.ticketNumber !== null)
    return notPossible(`The appointment ${code} has its number: ${found.ticketNumber}.`);
  return { ok: true, slotMs: found.slotMs };
}
