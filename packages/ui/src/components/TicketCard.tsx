import type { TicketView } from '@daoyin/protocol';
import { type Say, useSay } from '../language';
import { Icon } from './Icon';

/** Where a ticket stands, as a sentence, with the people before it and the wait as a range. */
export function TicketCard({ ticket }: { readonly ticket: TicketView }) {
  const { say } = useSay();
  const urgent = ticket.state === 'called';
  return (
    <div className={urgent ? 'ticket ticket-called' : 'ticket'} role="status" data-state={ticket.state}>
      <span className="ticket-number">
        <Icon name="ticket" />
        {ticket.number}
      </span>
      <span className="ticket-state">{ticketSentence(ticket, say)}</span>
    </div>
  );
}

/** The one sentence that matters about a ticket now. */
export function ticketSentence(ticket: TicketView, say: Say): string {
  const { state, ahead } = ticket;
  const window = ticket.window ?? '';
  if (state === 'waiting') {
    if (ticket.window === null) return say('ticket.no-window');
    const first = ahead === 0 ? say('ticket.next') : say('ticket.ahead', { count: ahead });
    return `${first} · ${waitOf(ticket, say)}`;
  }
  if (state === 'called' || state === 'serving' || state === 'held')
    return say(`ticket.${state}`, { window });
  return say(`ticket.${state}`);
}

function waitOf({ waitSeconds }: TicketView, say: Say): string {
  if (waitSeconds === null) return say('ticket.wait-unknown');
  const from = Math.max(1, Math.floor(waitSeconds.median / 60));
  const to = Math.max(from + 1, Math.ceil(waitSeconds.p90 / 60));
  return say('ticket.wait', { from, to });
}
