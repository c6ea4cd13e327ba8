import type { TicketView } from '@daoyin/protocol';
import { Icon, TicketCard } from '@daoyin/ui';
import { useWords } from '../words';
import { HolderActions } from './HolderActions';
import type { Leaving } from './leaving';
import { Rating } from './Rating';

/** Where a ticket stands: its sentence, the last number called, when to get up, and what its holder can do. */
export function TicketPanel({ ticket, leaving }: { readonly ticket: TicketView; readonly leaving: Leaving }) {
  const word = useWords();
  const waiting = ticket.state === 'waiting';
  return (
    <section className="ticket-panel">
      <TicketCard ticket={ticket} />
      {waiting ? (
        <p className="ticket-facts" data-testid="last-called">
          {ticket.lastCalled === null
            ? word('ticket.none-called')
            : word('ticket.last-called', { number: ticket.lastCalled })}
        </p>
      ) : null}
      <Leave leaving={leaving} />
      <HolderActions ticket={ticket} />
      <Rating ticket={ticket} />
    </section>
  );
}

function Leave({ leaving }: { readonly leaving: Leaving }) {
  const word = useWords();
  if (leaving.kind === 'none') return null;
  if (leaving.kind === 'ask')
    return (
      <p className="leave" data-testid="leave">
        <Icon name="clock" />
        {word('leave.ask')}
      </p>
    );
  const walk = Math.max(1, Math.round(leaving.walkSeconds / 60));
  return (
    <p
      className={leaving.kind === 'now' ? 'leave leave-now' : 'leave'}
      role="status"
      data-testid="leave"
      data-leave={leaving.kind}
    >
      <Icon name={leaving.kind === 'now' ? 'straight' : 'clock'} />
      {leaving.kind === 'now'
        ? word('leave.now', { walk })
        : word('leave.later', { minutes: Math.floor(leaving.seconds / 60), walk })}
    </p>
  );
}
