import type { CallMessage, CallResult } from '@daoyin/protocol';
import { type TicketEvent, ticketNumberParts } from '@daoyin/services';
import type { TicketDesk, ToldEvent } from '../tickets/desk';
import type { Offer } from '../tickets/offers';
import { REPLAY_WINDOW_MS } from './signature';

export interface AdapterContext {
  readonly desk: TicketDesk;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly nowMs: () => number;
}

/** Carries what the hall's calling system tells to the ticket desk; told again or in another order, it comes to the same. */
export async function applyMessage(
  { desk, offers, nowMs }: AdapterContext,
  machine: string,
  message: CallMessage,
): Promise<CallResult> {
  const { id, atMs } = message;
  const refused = (detail: string): CallResult => ({ id, outcome: 'refused', detail });
  if (atMs > nowMs() + REPLAY_WINDOW_MS) return refused(`${new Date(atMs).toISOString()} has not come yet.`);
  if (message.kind === 'open' || message.kind === 'close') {
    const set = await desk.setCounter(message.window, message.kind === 'open', {
      actor: machine,
      atMs,
    });
    return set.ok ? { id, outcome: 'applied' } : refused(set.message);
  }
  const event = eventOf(message, offers);
  if (typeof event === 'string') return refused(event);
  const told: ToldEvent = {
    number: message.ticket,
    event,
    atMs,
    teller: { source: `machine:${machine}`, messageId: id, actor: machine },
  };
  const result = await desk.told(told);
  if (!result.ok) return refused(result.message);
  return { id, outcome: result.ticket === undefined ? 'pending' : 'applied' };
}

/** The event that a message tells, or why there is none. */
function eventOf(
  message: Exclude<CallMessage, { kind: 'open' | 'close' }>,
  offers: ReadonlyMap<string, Offer>,
): TicketEvent | string {
  switch (message.kind) {
    case 'call':
    case 'move':
      return { kind: message.kind, window: message.window };
    case 'take':
    case 'transfer': {
      const offer = offers.get(message.serviceId);
      if (offer === undefined) return `There is no service ${message.serviceId}.`;
      const { serviceId, series } = offer;
      if (message.kind === 'transfer') return { kind: 'transfer', serviceId, series };
      const parts = ticketNumberParts(message.ticket);
      if (parts === undefined) return `${message.ticket} is no ticket number.`;
      const { priority } = message;
      return { kind: 'take', serviceId, series, ordinal: parts.ordinal, ...(priority && { priority }) };
    }
    default:
      return { kind: message.kind };
  }
}
