import type { QueueView, TicketView } from '@daoyin/protocol';
import { expectedWait, queueOrder, type Wait } from '@daoyin/services';
import type { Offer } from './offers';
import type { StoredTicket } from './rows';

/** What a ticket's page is told, worked out from its queue. */
export interface QueueContext {
  readonly offers: ReadonlyMap<string, Offer>;
  /** All that stood in the queue today. */
  readonly queue: readonly StoredTicket[];
  /** Whether a window serves now. */
  readonly isOpen: (window: string) => boolean;
  /** Until the hall opens, where it is closed now and opens today. */
  readonly opensInMs?: number | undefined;
  readonly nowMs: number;
}

const RECENT_CALLS = 80;
/** A window that calls nobody for longer although somebody waits has a break: its clerk is not slow. */
const LONGEST_BREAK_MS = 5 * 60_000;

export function viewOf(ticket: StoredTicket, context: QueueContext): TicketView {
  const offer = context.offers.get(ticket.serviceId);
  const open = (offer?.windows ?? []).filter(context.isOpen);
  const early = open.length === 0 && context.opensInMs !== undefined;
  const windows = early ? (offer?.windows ?? []) : open;
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
    waitSeconds: waiting
      ? (waitOf(ahead, windows, mine, context.nowMs, early ? context.opensInMs : 0) ?? null)
      : null,
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

function waitOf(
  ahead: number,
  windows: readonly string[],
  queue: readonly StoredTicket[],
  nowMs: number,
  delayMs = 0,
) {
  const underWay = new Map(
    queue
      .filter(({ state }) => state === 'called' || state === 'serving')
      .map(({ window, calledAtMs }) => [window, (nowMs - calledAtMs!) / 1000]),
  );
  const wait = expectedWait({
    ahead,
    windows: windows.map((window) => underWay.get(window)),
    overtaking: queue.filter(({ priority }) => priority === 'priority').length / Math.max(1, queue.length),
    ...paceOf(queue),
  });
  return wait && later(wait, Math.round(delayMs / 1000));
}

const later = ({ low, median, p90, high }: Wait, seconds: number): Wait => ({
  low: low + seconds,
  median: median + seconds,
  p90: p90 + seconds,
  high: high + seconds,
});

/** What the windows of a queue have shown today: from call to call, and how soon a free one calls. */
function paceOf(queue: readonly StoredTicket[]) {
  const called = queue
    .filter(({ calledAtMs }) => calledAtMs !== undefined)
    .sort((a, b) => b.calledAtMs! - a.calledAtMs!)
    .slice(0, RECENT_CALLS);
  const cycleSeconds: number[] = [];
  const clerkSeconds: number[] = [];
  const later = new Map<string | undefined, StoredTicket>();
  for (const ticket of called) {
    const next = later.get(ticket.window);
    later.set(ticket.window, ticket);
    if (ticket.finishedAtMs === undefined) continue;
    const served = ticket.finishedAtMs - ticket.calledAtMs!;
    const idle = next && next.calledAtMs! - Math.max(ticket.finishedAtMs, next.queuedAtMs);
    const seamless = idle !== undefined && idle >= 0 && idle < LONGEST_BREAK_MS;
    if (seamless) clerkSeconds.push(idle / 1000);
    if (ticket.state === 'done') cycleSeconds.push((served + (seamless ? idle : 0)) / 1000);
  }
  return { cycleSeconds, clerkSeconds };
}
