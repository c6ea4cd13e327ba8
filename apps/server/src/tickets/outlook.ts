import type { QueueView, TicketView } from '@daoyin/protocol';
import {
  appointmentAhead,
  expectedWait,
  laterWait,
  queueOrder,
  servingWindows,
  soonerWait,
  type Wait,
} from '@daoyin/services';
import type { Offer } from './offers';
import type { StoredTicket } from './rows';

/** A queue at one moment. */
export interface QueueContext {
  readonly offers: ReadonlyMap<string, Offer>;
  /** All that stood in the queue today. */
  readonly queue: readonly StoredTicket[];
  /** The windows that were opened or closed by hand today, and whether the hours say that the others serve. */
  readonly counters: ReadonlyMap<string, boolean>;
  readonly byHours: boolean;
  /** Until the hall opens, where it is closed now and opens today. */
  readonly opensInMs?: number | undefined;
  readonly nowMs: number;
}

/** What the pages of a queue's tickets are told. What tickets share is worked out once for all of them. */
export interface QueueOutlook {
  viewOf(ticket: StoredTicket): TicketView;
  boardOf(series: {
    readonly letter: string;
    readonly name: QueueView['name'];
    readonly windows: readonly string[];
  }): QueueView;
}

/** Those of a queue whom one of the same windows serves. */
interface Group {
  readonly windows: readonly string[];
  readonly lastCalled: string | null;
  /** Worked out when the first who waits asks. */
  readonly line: () => Line;
}

/** Those who wait in a group, and how fast it goes on. */
interface Line {
  readonly aheadOf: (ticket: StoredTicket) => number;
  /** Undefined where no window is open. */
  readonly waitOf: (ticket: StoredTicket) => Wait | undefined;
}

const RECENT_CALLS = 80;
/** A window that calls nobody for longer although somebody waits has a break: its clerk is not slow. */
const LONGEST_BREAK_MS = 5 * 60_000;

export function queueOutlook(context: QueueContext): QueueOutlook {
  const groups = new Map<string, Group>();
  const groupOf = (offer: Offer | undefined): Group => {
    const key = offer?.windows.join() ?? '';
    const known = groups.get(key);
    if (known) return known;
    const group = openGroup(offer, context);
    groups.set(key, group);
    return group;
  };
  return {
    viewOf: (ticket) => {
      const offer = context.offers.get(ticket.serviceId);
      return viewIn(groupOf(offer), ticket, offer);
    },
    boardOf: ({ letter, name, windows }) => ({
      letter,
      name,
      waiting: context.queue.filter(({ state }) => state === 'waiting').length,
      lastCalled: lastCalled(context.queue),
      openWindows: servingIn(context, windows, context.queue),
    }),
  };
}

function viewIn(group: Group, ticket: StoredTicket, offer: Offer | undefined): TicketView {
  const waiting = ticket.state === 'waiting';
  return {
    number: ticket.number,
    serviceId: ticket.serviceId,
    serviceName: offer?.name ?? {},
    state: ticket.state,
    ...(waiting ? placeIn(group, ticket) : { window: ticket.window ?? null, ahead: 0, waitSeconds: null }),
    lastCalled: group.lastCalled,
    priority: ticket.priority,
    appointmentMs: ticket.appointmentMs ?? null,
    calls: ticket.calls,
    rating: ticket.rating ?? null,
    updatedAtMs: ticket.updatedAtMs,
  };
}

function placeIn({ windows, line }: Group, ticket: StoredTicket) {
  return {
    window: windows[ticket.ordinal % Math.max(1, windows.length)] ?? null,
    ahead: line().aheadOf(ticket),
    waitSeconds: line().waitOf(ticket) ?? null,
  };
}

function openGroup(offer: Offer | undefined, context: QueueContext): Group {
  const { opensInMs } = context;
  const queue = sharing(offer, context);
  const open = servingIn(context, offer?.windows ?? [], queue);
  const early = open.length === 0 && opensInMs !== undefined;
  const windows = early ? (offer?.windows ?? []) : open;
  let line: Line | undefined;
  return {
    windows,
    lastCalled: lastCalled(queue),
    line: () => {
      line ??= lineOf(queue, windows, context.nowMs, early ? Math.round(opensInMs / 1000) : 0);
      return line;
    },
  };
}

function servingIn(
  { counters, byHours, nowMs }: QueueContext,
  windows: readonly string[],
  tickets: readonly StoredTicket[],
): string[] {
  return servingWindows(windows, { tickets, counters, byHours, nowMs });
}

function lineOf(
  queue: readonly StoredTicket[],
  windows: readonly string[],
  nowMs: number,
  delaySeconds: number,
): Line {
  const underWay = new Map(
    queue
      .filter(({ state }) => state === 'called' || state === 'serving')
      .map(({ window, calledAtMs }) => [window, (nowMs - calledAtMs!) / 1000]),
  );
  const waiting = queue.filter(({ state }) => state === 'waiting');
  const pace = {
    windows: windows.map((window) => underWay.get(window)),
    overtaking: queue.filter(({ priority }) => priority === 'priority').length / Math.max(1, queue.length),
    ...paceOf(queue),
  };
  const places = new Map(queueOrder(waiting, nowMs).map(({ number }, place) => [number, place]));
  const aheadOf = ({ number }: StoredTicket) => places.get(number) ?? 0;
  const waitFrom = (ahead: number, delay: number) => {
    const wait = expectedWait({ ahead, ...pace });
    return wait && laterWait(wait, delay);
  };
  return {
    aheadOf,
    waitOf: (ticket) => {
      const byPlace = waitFrom(aheadOf(ticket), delaySeconds);
      const due = appointmentAhead(ticket, waiting, nowMs);
      if (due === undefined || byPlace === undefined) return byPlace;
      const untilDue = Math.round((due.dueMs - nowMs) / 1000);
      return soonerWait(byPlace, waitFrom(due.ahead, Math.max(untilDue, delaySeconds))!);
    },
  };
}

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

function lastCalled(queue: readonly StoredTicket[]): string | null {
  let last: StoredTicket | undefined;
  for (const ticket of queue)
    if (ticket.calledAtMs !== undefined && ticket.calledAtMs > (last?.calledAtMs ?? -1)) last = ticket;
  return last?.number ?? null;
}

/** What the windows of a queue have shown today: from call to call, and how soon a free one calls. */
export function paceOf(queue: readonly StoredTicket[]) {
  const called = queue
    .filter(({ calledAtMs }) => calledAtMs !== undefined)
    .sort((a, b) => b.calledAtMs! - a.calledAtMs!)
    .slice(0, RECENT_CALLS);
  const cycleSeconds: number[] = [];
  const clerkSeconds: number[] = [];
  const following = new Map<string | undefined, StoredTicket>();
  for (const ticket of called) {
    const next = following.get(ticket.window);
    following.set(ticket.window, ticket);
    if (ticket.finishedAtMs === undefined) continue;
    const served = ticket.finishedAtMs - ticket.calledAtMs!;
    const idle = next && next.calledAtMs! - Math.max(ticket.finishedAtMs, next.queuedAtMs);
    const seamless = idle !== undefined && idle >= 0 && idle < LONGEST_BREAK_MS;
    if (seamless) clerkSeconds.push(idle / 1000);
    if (ticket.state === 'done') cycleSeconds.push((served + (seamless ? idle : 0)) / 1000);
  }
  return { cycleSeconds, clerkSeconds };
}
