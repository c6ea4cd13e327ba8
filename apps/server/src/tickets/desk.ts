import type { TicketView } from '@daoyin/protocol';
import { expectedWait, parseTicketNumber, type TicketEvent, ticketAfter } from '@daoyin/services';
import type { Database } from '../storage/database';
import {
  findTicket,
  insertTicket,
  queueFacts,
  replaceTicket,
  type StoredTicket,
  waitingTickets,
} from './store';

/** One service as the ticket desk needs it. */
export interface Offer {
  readonly serviceId: string;
  readonly name: Readonly<Record<string, string>>;
  /** The letter of its numbers. */
  readonly series: string;
  /** The windows that take it, by number. */
  readonly windows: readonly string[];
}

export type DeskResult =
  | { readonly ok: true; readonly ticket: TicketView }
  | {
      readonly ok: false;
      readonly kind: 'unknown-service' | 'unknown-ticket' | 'not-possible';
      readonly message: string;
    };

/** Takes numbers, calls them, and tells whoever listens; the rules are in @daoyin/services, the rows in the store. */
export interface TicketDesk {
  take(serviceId: string): Promise<DeskResult>;
  find(typed: string): Promise<DeskResult>;
  apply(number: string, event: TicketEvent): Promise<DeskResult>;
  /** Calls the longest waiting ticket that the window serves; undefined where none waits. */
  callNext(window: string): Promise<TicketView | undefined>;
  onChange(listener: (ticket: TicketView) => void): () => void;
}

export interface DeskContext {
  readonly database: Database;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly nowMs: () => number;
  /** IANA zone of the hall, whose calendar day restarts the numbers. */
  readonly timeZone: string;
}

export function openTicketDesk(context: DeskContext): TicketDesk {
  const { database, offers, nowMs } = context;
  const listeners = new Set<(ticket: TicketView) => void>();
  const today = () => dayIn(context.timeZone, nowMs());
  const view = async (ticket: StoredTicket) =>
    viewOf(ticket, offers.get(ticket.serviceId), await queueFacts(database, ticket));
  const announce = async (ticket: StoredTicket) => {
    const told = await view(ticket);
    for (const listener of listeners) listener(told);
    return told;
  };

  const apply = async (number: string, event: TicketEvent): Promise<DeskResult> => {
    for (;;) {
      const before = await findTicket(database, today(), number);
      if (before === undefined) return unknownTicket(number);
      const outcome = ticketAfter(before, event, Math.max(nowMs(), before.updatedAtMs + 1));
      if (!outcome.ok) return { ok: false, kind: 'not-possible', message: outcome.reason };
      if (!(await replaceTicket(database, before, outcome.ticket))) continue;
      return { ok: true, ticket: await announce({ ...before, ...outcome.ticket }) };
    }
  };

  return {
    async take(serviceId) {
      const offer = offers.get(serviceId);
      if (offer === undefined)
        return { ok: false, kind: 'unknown-service', message: `There is no service ${serviceId}.` };
      const stored = await insertTicket(database, {
        day: today(),
        series: offer.series,
        serviceId,
        atMs: nowMs(),
      });
      return { ok: true, ticket: await view(stored) };
    },
    async find(typed) {
      const number = parseTicketNumber(typed);
      const stored = number === undefined ? undefined : await findTicket(database, today(), number);
      return stored === undefined ? unknownTicket(typed) : { ok: true, ticket: await view(stored) };
    },
    apply,
    async callNext(window) {
      for (const ticket of await waitingTickets(database, today())) {
        if (!offers.get(ticket.serviceId)?.windows.includes(window)) continue;
        const called = await apply(ticket.number, { kind: 'call', window });
        if (called.ok) return called.ticket;
      }
      return undefined;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function viewOf(
  ticket: StoredTicket,
  offer: Offer | undefined,
  facts: Awaited<ReturnType<typeof queueFacts>>,
): TicketView {
  const windows = offer?.windows ?? [];
  const waiting = ticket.state === 'waiting';
  return {
    number: ticket.number,
    serviceId: ticket.serviceId,
    serviceName: offer?.name ?? {},
    state: ticket.state,
    window: ticket.window ?? windows[ticket.ordinal % Math.max(1, windows.length)] ?? null,
    ahead: facts.ahead,
    lastCalled: facts.lastCalled,
    waitSeconds: waiting ? (expectedWait(facts.ahead, windows.length, facts.serviceSeconds) ?? null) : null,
    updatedAtMs: ticket.updatedAtMs,
  };
}

function unknownTicket(number: string): DeskResult {
  return { ok: false, kind: 'unknown-ticket', message: `There is no ticket ${number} today.` };
}

/** The calendar day in a time zone, as `2026-11-23`. */
export function dayIn(timeZone: string, atMs: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(atMs);
}
