import {
  PASSED_BEHIND,
  queuedAfterPass,
  queueOrder,
  type Services,
  type Ticket,
  type TicketAction,
  ticketAfter,
  ticketNumber,
  ticketTaken,
} from '@daoyin/services';
import { offersOf } from '../tickets/offers';
import { queueOutlook } from '../tickets/outlook';
import type { StoredTicket } from '../tickets/rows';
import type { HallOfDay } from './play';

/**
 * The hall's rules alone, without storage or network: a day of it is played in seconds, to check what visitors are told. `tellsWindows`:
 * whether anybody says which windows open and close, or it has to be seen from who calls.
 */
export function openRulesHall(services: Services, nowMs: () => number, tellsWindows = true): HallOfDay {
  const offers = offersOf(services);
  const queues = new Map<string, Map<string, StoredTicket>>();
  const letters = new Map<string, string>();
  const counters = new Map<string, boolean>();
  const outlook = (letter: string) =>
    queueOutlook({
      offers,
      queue: [...(queues.get(letter)?.values() ?? [])],
      counters,
      byHours: !tellsWindows,
      nowMs: nowMs(),
    });
  const viewOf = (ticket: StoredTicket) => outlook(ticket.series).viewOf(ticket);
  const keep = (ticket: Ticket): StoredTicket => {
    const stored = { ...ticket, updatedAtMs: nowMs() };
    const queue = queues.get(ticket.series) ?? new Map<string, StoredTicket>();
    queues.set(ticket.series, queue.set(ticket.number, stored));
    letters.set(ticket.number, ticket.series);
    return stored;
  };
  const find = (number: string) => queues.get(letters.get(number) ?? '')?.get(number);
  const apply = (number: string, action: TicketAction): StoredTicket => {
    const outcome = ticketAfter(find(number)!, action, nowMs());
    if (!outcome.ok) throw new Error(outcome.reason);
    return keep(outcome.ticket);
  };
  const waitingIn = (letter: string) =>
    [...(queues.get(letter)?.values() ?? [])].filter(({ state }) => state === 'waiting');

  return {
    book: async (_serviceId, appointmentAt) => String(appointmentAt),
    async take(serviceId, priority, appointment) {
      const { series } = offers.get(serviceId)!;
      const ordinal = (queues.get(series)?.size ?? 0) + 1;
      const slot = appointment === undefined ? {} : { appointmentMs: Number(appointment) * 1000 };
      const event = { kind: 'take', serviceId, series, ordinal, priority, ...slot } as const;
      const ticket = keep(ticketTaken('', ticketNumber(series, ordinal), event, nowMs()));
      return { ticket: viewOf(ticket), holderToken: '' };
    },
    async next(window) {
      const letter = services.series.find(({ windows }) => windows.includes(window))?.letter ?? '';
      const mine = waitingIn(letter).filter(({ serviceId }) =>
        offers.get(serviceId)!.windows.includes(window),
      );
      const [first] = queueOrder(mine, nowMs());
      return first && viewOf(apply(first.number, { kind: 'call', window }));
    },
    async act(number, action) {
      apply(number, action as TicketAction);
    },
    async hold({ ticket: { number } }, action) {
      if (action.kind === 'rate') return void apply(number, action);
      if (action.kind === 'cancel') return void apply(number, { kind: 'cancel' });
      const ticket = find(number)!;
      const behind = queueOrder(waitingIn(ticket.series), nowMs())[PASSED_BEHIND - 1];
      apply(number, { kind: 'resume', queuedAtMs: queuedAfterPass(behind, ticket, nowMs()) });
    },
    async setWindow(window, isOpen) {
      if (tellsWindows) counters.set(window, isOpen);
    },
  };
}
