export type TicketState =
  | 'waiting'
  | 'called'
  | 'serving'
  | 'held'
  | 'passed'
  | 'done'
  | 'no-show'
  | 'cancelled';

/** One number taken on one day. Times in epoch milliseconds. */
export interface Ticket {
  /** The hall's calendar day, `2026-11-23`; numbers start again every day. */
  readonly day: string;
  /** Series letter and running number: `A032`. */
  readonly number: string;
  readonly serviceId: string;
  readonly state: TicketState;
  /** The window that called it last, or to which it was moved. */
  readonly window?: string;
  readonly takenAtMs: number;
  readonly calledAtMs?: number;
  readonly servedAtMs?: number;
  readonly finishedAtMs?: number;
  readonly updatedAtMs: number;
}

/** What the calling system or the visitor does with a ticket. */
export type TicketEvent =
  | { readonly kind: 'call'; readonly window: string }
  | { readonly kind: 'recall' }
  | { readonly kind: 'serve' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'pass' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'move'; readonly window: string }
  | { readonly kind: 'finish' }
  | { readonly kind: 'no-show' }
  | { readonly kind: 'cancel' };

export type TicketOutcome =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly reason: string };

/** From which states each event is possible; nothing leads out of `done`, `no-show` and `cancelled`. */
const possible: Readonly<Record<TicketEvent['kind'], readonly TicketState[]>> = {
  call: ['waiting', 'held', 'passed'],
  recall: ['called'],
  serve: ['called'],
  hold: ['called', 'serving'],
  pass: ['called'],
  resume: ['held', 'passed'],
  move: ['waiting', 'called', 'serving', 'held', 'passed'],
  finish: ['called', 'serving'],
  'no-show': ['called', 'passed'],
  cancel: ['waiting', 'called', 'held', 'passed'],
};

/** The ticket after an event, or why that cannot be. A move to another window calls the visitor there. */
export function ticketAfter(ticket: Ticket, event: TicketEvent, atMs: number): TicketOutcome {
  if (!possible[event.kind].includes(ticket.state)) {
    return { ok: false, reason: `ticket ${ticket.number} is ${ticket.state}: ${event.kind} is not possible` };
  }
  return { ok: true, ticket: { ...ticket, ...changed(event, atMs), updatedAtMs: atMs } };
}

function changed(event: TicketEvent, atMs: number): Partial<Ticket> {
  switch (event.kind) {
    case 'call':
      return { state: 'called', window: event.window, calledAtMs: atMs };
    case 'move':
      return { state: 'called', window: event.window, calledAtMs: atMs };
    case 'recall':
      return { calledAtMs: atMs };
    case 'serve':
      return { state: 'serving', servedAtMs: atMs };
    case 'hold':
      return { state: 'held' };
    case 'pass':
      return { state: 'passed' };
    case 'resume':
      return { state: 'waiting' };
    case 'finish':
      return { state: 'done', finishedAtMs: atMs };
    case 'no-show':
      return { state: 'no-show', finishedAtMs: atMs };
    case 'cancel':
      return { state: 'cancelled', finishedAtMs: atMs };
  }
}

/** `A` and 32 give `A032`. */
export function ticketNumber(series: string, ordinal: number): string {
  return `${series}${String(ordinal).padStart(3, '0')}`;
}

/** What a visitor typed as a ticket number: `a 32`, `A032` and `Ａ０３２` are one; undefined where it cannot be one. */
export function parseTicketNumber(typed: string): string | undefined {
  const match = /^([A-Z]{1,2})-?0*(\d{1,5})$/.exec(typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase());
  return match ? ticketNumber(match[1]!, Number(match[2])) : undefined;
}
