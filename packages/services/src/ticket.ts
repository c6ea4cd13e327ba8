export type TicketState =
  | 'waiting'
  | 'called'
  | 'serving'
  | 'held'
  | 'passed'
  | 'done'
  | 'no-show'
  | 'cancelled';

/** `priority` is for those whom the law lets go first: the aged, the disabled, the pregnant, soldiers. */
export type TicketPriority = 'normal' | 'priority';

/** One number taken on one day. Times in epoch milliseconds. */
export interface Ticket {
  /** The hall's calendar day, `2026-11-23`; numbers start again every day. */
  readonly day: string;
  /** Series letter and running number: `A032`. */
  readonly number: string;
  readonly serviceId: string;
  /** The letter of the queue that it stands in; another one than its number's after a move to another service. */
  readonly series: string;
  readonly ordinal: number;
  readonly state: TicketState;
  readonly priority: TicketPriority;
  readonly appointmentMs?: number;
  /** Its place among those who wait: when it came, unless it lost or won time. */
  readonly queuedAtMs: number;
  /** The window that called it last, or to which it was moved. */
  readonly window?: string;
  /** How often it was called. */
  readonly calls: number;
  /** 1–5, given by its holder when it was done. */
  readonly rating?: number;
  readonly takenAtMs: number;
  readonly calledAtMs?: number;
  readonly servedAtMs?: number;
  readonly finishedAtMs?: number;
}

/** What begins a ticket. */
export interface TakeEvent {
  readonly kind: 'take';
  readonly serviceId: string;
  readonly series: string;
  readonly ordinal: number;
  readonly priority?: TicketPriority;
  readonly appointmentMs?: number;
}

/** What the calling system, the staff or the visitor does with a ticket. */
export type TicketAction =
  | { readonly kind: 'call'; readonly window: string }
  | { readonly kind: 'recall' }
  | { readonly kind: 'serve' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'pass' }
  /** Back to the queue: at its old place, or at the place named. */
  | { readonly kind: 'resume'; readonly queuedAtMs?: number }
  | { readonly kind: 'move'; readonly window: string }
  /** On to another service's queue, where it waits as if it had come there in the first place. */
  | { readonly kind: 'transfer'; readonly serviceId: string; readonly series: string }
  | { readonly kind: 'finish' }
  | { readonly kind: 'no-show' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'rate'; readonly stars: number };

export type TicketEvent = TakeEvent | TicketAction;

export type TicketOutcome =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly reason: string };

/** From which states each action is possible; nothing but a rating leads on from `done`, nothing from `no-show` and `cancelled`. */
const possible: Readonly<Record<TicketAction['kind'], readonly TicketState[]>> = {
  call: ['waiting', 'held', 'passed'],
  recall: ['called'],
  serve: ['called'],
  hold: ['called', 'serving'],
  pass: ['called'],
  resume: ['held', 'passed'],
  move: ['waiting', 'called', 'serving', 'held', 'passed'],
  transfer: ['waiting', 'called', 'serving', 'held', 'passed'],
  finish: ['called', 'serving'],
  'no-show': ['called', 'passed'],
  cancel: ['waiting', 'called', 'held', 'passed'],
  rate: ['done'],
};

/** The ticket that a taken number begins with. */
export function ticketTaken(day: string, number: string, event: TakeEvent, atMs: number): Ticket {
  const { serviceId, series, ordinal, priority = 'normal', appointmentMs } = event;
  return {
    day,
    number,
    serviceId,
    series,
    ordinal,
    state: 'waiting',
    priority,
    ...(appointmentMs !== undefined && { appointmentMs }),
    queuedAtMs: atMs,
    calls: 0,
    takenAtMs: atMs,
  };
}

/** The ticket after an action, or why that cannot be. A move to another window calls the visitor there. */
export function ticketAfter(ticket: Ticket, action: TicketAction, atMs: number): TicketOutcome {
  if (!possible[action.kind].includes(ticket.state)) {
    return {
      ok: false,
      reason: `ticket ${ticket.number} is ${ticket.state}: ${action.kind} is not possible`,
    };
  }
  if (action.kind === 'rate' && ticket.rating !== undefined) {
    return { ok: false, reason: `ticket ${ticket.number} is rated already` };
  }
  return { ok: true, ticket: { ...ticket, ...changed(ticket, action, atMs) } };
}

function changed(ticket: Ticket, action: TicketAction, atMs: number): Partial<Ticket> {
  switch (action.kind) {
    case 'call':
    case 'move':
      return { state: 'called', window: action.window, calledAtMs: atMs, calls: ticket.calls + 1 };
    case 'recall':
      return { calls: ticket.calls + 1 };
    case 'serve':
      return { state: 'serving', servedAtMs: atMs };
    case 'hold':
      return { state: 'held' };
    case 'pass':
      return { state: 'passed' };
    case 'resume':
      return { state: 'waiting', queuedAtMs: action.queuedAtMs ?? ticket.queuedAtMs };
    case 'transfer':
      return { state: 'waiting', serviceId: action.serviceId, series: action.series };
    case 'finish':
      return { state: 'done', finishedAtMs: atMs };
    case 'no-show':
      return { state: 'no-show', finishedAtMs: atMs };
    case 'cancel':
      return { state: 'cancelled', finishedAtMs: atMs };
    case 'rate':
      return { rating: action.stars };
  }
}
