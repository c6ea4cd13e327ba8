import { type Ticket, type TicketAction, type TicketEvent, ticketAfter, ticketTaken } from './ticket';

/** One event of a ticket as it was told: `atMs` is the teller's time, `id` tells two of the same millisecond apart. */
export interface TicketRecord {
  readonly id: string;
  readonly atMs: number;
  readonly event: TicketEvent;
}

/**
 * The ticket that a set of records tells of: the same whatever the order they came in, and however often each came. The taking is
 * the first, the rest follow by time; what is not possible where it stands is left out. Undefined while nobody told of the taking.
 */
export function ticketFromHistory(
  day: string,
  number: string,
  records: readonly TicketRecord[],
): Ticket | undefined {
  const unique = [...new Map(records.map((record) => [record.id, record])).values()].sort(byTime);
  const taken = unique.find(({ event }) => event.kind === 'take');
  if (taken?.event.kind !== 'take') return undefined;
  return unique.reduce(
    (ticket, { event, atMs }) => (event.kind === 'take' ? ticket : following(ticket, event, atMs)),
    ticketTaken(day, number, taken.event, taken.atMs),
  );
}

/** A call of one who is called already takes the visitor to the other window: the calling system knows. */
function following(ticket: Ticket, action: TicketAction, atMs: number): Ticket {
  const under = ticket.state === 'called' || ticket.state === 'serving';
  const meant: TicketAction =
    action.kind === 'call' && under
      ? action.window === ticket.window
        ? { kind: 'recall' }
        : { kind: 'move', window: action.window }
      : action;
  const outcome = ticketAfter(ticket, meant, atMs);
  return outcome.ok ? outcome.ticket : ticket;
}

const byTime = (a: TicketRecord, b: TicketRecord): number =>
  a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
