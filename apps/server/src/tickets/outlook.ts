import type { QueueView, TicketView } from '@daoyin/protocol';
import { expectedWait, queueOrder } from '@daoyin/services';
import type { Offer } from './offers';
import type { StoredTicket } from './rows';

/** What a ticket's page is told, worked out from its queue. */
export interface QueueContext {
  readonly offers: ReadonlyMap<string, Offer>;
  /** All that stood in the queue today. */
  readonly queue: readonly StoredTicket[];
  /** Whether a window serves now. */
  readonly isOpen: (window: string) => boolean;
  readonly nowMs: number;
}

const RECENT_SERVICES = 60;

export function viewOf(ticket: StoredTicket, context: QueueContext): TicketView {
  const offer = context.offers.get(ticket.serviceId);
  const windows = (offer?.windows ?? []).filter(context.isOpen);
  const waiting = ticket.state === 'waiting';
  const mine = sharing(offer, context);
  const ahead = waiting ? aheadOf(ticket, mine, context.nowMs) : 0;
  return {
    number: ticket.number,
    serviceId: ticket.serviceId,
    serviceName: offer?.name ?? {},
    state: ticket.state,
    window: waiting
      ? (windows[ticket.ordinal % Math.max(1, windows.length)] ?? null)
      : (ticket.window ?? null),
    ahead,
    lastCalled: lastCalled(mine),
    waitSeconds: waiting ? (waitOf(ahead, windows, mine, context.nowMs) ?? null) : null,
    priority: ticket.priority,
    appointmentMs: ticket.appointmentMs ?? null,
    calls: ticket.calls,
    rating: ticket.rating ?? null,
    updatedAtMs: ticket.updatedAtMs,
  };
}

/** One letter's queue for the boards. */
export function queueViewOf(
  series: { readonly letter: string; readonly name: QueueView['name']; readonly windows: readonly string[] },
  context: QueueContext,
): QueueView {
  return {
    letter: series.letter,
    name: series.name,
    waiting: context.queue.filter(({ state }) => state === 'waiting').length,
    lastCalled: lastCalled(context.queue),
    openWindows: series.windows.filter(context.isOpen),
  };
}

/** Those of the queue whom one of the same windows serves. */
function sharing(offer: Offer | undefined, { queue, offers }: QueueContext): readonly StoredTicket[] {
  const windows = new Set(offer?.windows);
  const shares = new Map<string, boolean>();
  return queue.filter(({ serviceId }) => {
    const known = shares.get(serviceId);
    if (known !== undefined) return known;
    const does = offers.get(serviceId)?.windows.some((window) => windows.has(window)) ?? false;
    shares.set(serviceId, does);
    return does;
  });
}

function aheadOf(ticket: StoredTicket, queue: readonly StoredTicket[], nowMs: number): number {
  const order = queueOrder(
    queue.filter(({ state }) => state === 'waiting'),
    nowMs,
  );
  return Math.max(
    0,
    order.findIndex(({ number }) => number === ticket.number),
  );
}

function lastCalled(queue: readonly StoredTicket[]): string | null {
  let last: StoredTicket | undefined;
  for (const ticket of queue)
    if (ticket.calledAtMs !== undefined && ticket.calledAtMs > (last?.calledAtMs ?? -1)) last = ticket;
  return last?.number ?? null;
}

function waitOf(ahead: number, windows: readonly string[], queue: readonly StoredTicket[], nowMs: number) {
  const underWay = new Map(
    queue
      .filter(({ state }) => state === 'called' || state === 'serving')
      .map(({ window, calledAtMs }) => [window, (nowMs - calledAtMs!) / 1000]),
  );
  const serviceSeconds = queue
    .filter(({ state, calledAtMs }) => state === 'done' && calledAtMs !== undefined)
    .sort((a, b) => b.finishedAtMs! - a.finishedAtMs!)
    .slice(0, RECENT_SERVICES)
    .map(({ calledAtMs, finishedAtMs }) => (finishedAtMs! - calledAtMs!) / 1000);
  return expectedWait({ ahead, windows: windows.map((window) => underWay.get(window)), serviceSeconds });
}
