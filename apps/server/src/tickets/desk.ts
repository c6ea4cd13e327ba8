import { randomBytes } from 'node:crypto';
import type { QueueView, StaffAction, TicketView } from '@daoyin/protocol';
import {
  parseTicketNumber,
  placeAfterPass,
  type Services,
  type TicketAction,
  type TicketEvent,
} from '@daoyin/services';
import type { WallClock } from '../clock';
import { audit } from '../staff/audit';
import type { OpenDatabase } from '../storage/database';
import { inTransaction } from '../storage/transaction';
import type { Board } from './board';
import { callNextIn } from './call-next';
import { act, type Teller, takeNote, unknownTicket } from './events';
import type { HallHours } from './hall-hours';
import type { Offer } from './offers';
import { type QueueContext, type QueueOutlook, queueOutlook } from './outlook';
import { type Change, readTicket, readWaiting, type StoredTicket, writeCounter } from './rows';
import { holdsTicket, takeIn } from './take';

export interface Refusal {
  readonly ok: false;
  readonly kind:
    | 'unknown-service'
    | 'unknown-ticket'
    | 'unknown-window'
    | 'not-possible'
    | 'closed'
    | 'not-yours';
  readonly message: string;
}

export type DeskResult = { readonly ok: true; readonly ticket: TicketView } | Refusal;

/** Takes numbers, calls them, and tells whoever listens; the rules are in @daoyin/services, the rows in the database. */
export interface TicketDesk {
  take(
    wanted: {
      readonly serviceId: string;
      readonly priority?: 'normal' | 'priority' | undefined;
      readonly appointment?: string | undefined;
    },
    by?: { readonly requestKey?: string | undefined; readonly actor?: string },
  ): Promise<(DeskResult & { ok: true; holderToken: string | null }) | Refusal>;
  find(typed: string): Promise<DeskResult>;
  /** A ticket of today as it is stored, by its number. */
  read(number: string): Promise<StoredTicket | undefined>;
  /** What pages are told of a ticket that has just changed. */
  viewOf(ticket: StoredTicket): Promise<TicketView>;
  act(number: string, action: StaffAction, by?: Partial<Teller>): Promise<DeskResult>;
  /** What the holder may do: `return` after a pass, `cancel`, `rate`. */
  actAsHolder(number: string, action: HolderWish, holderToken: string): Promise<DeskResult>;
  /** Calls whoever comes next at a window; no ticket where nobody waits. */
  callNext(
    window: string,
    by?: Partial<Teller>,
  ): Promise<{ readonly ok: true; readonly ticket: TicketView | undefined } | Refusal>;
  /** Opens or closes a window, now or as told of another time; the latest that was told of it holds. */
  setCounter(
    window: string,
    open: boolean,
    by?: { readonly actor?: string; readonly atMs?: number },
  ): Promise<{ readonly ok: true } | Refusal>;
  /** What another system tells, at least once and in any order. No ticket while its taking is not known. */
  told(event: ToldEvent): Promise<{ readonly ok: true; readonly ticket: TicketView | undefined } | Refusal>;
  queues(): Promise<readonly QueueView[]>;
  /** The queues that a window serves. */
  lettersOf(window: string): readonly string[];
  onChange(listener: (change: Change) => void): () => void;
  onMissed(listener: () => void): () => void;
}

export type HolderWish =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'return' }
  | { readonly kind: 'rate'; readonly stars: number };

export interface ToldEvent {
  readonly number: string;
  readonly event: TicketEvent;
  readonly atMs: number;
  readonly teller: Teller;
}

export interface DeskContext {
  readonly storage: OpenDatabase;
  readonly board: Board;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly series: Services['series'];
  readonly nowMs: () => number;
  readonly clock: WallClock;
  readonly hours: HallHours;
}

/** A queue's outlook is used again for all its pages while nothing changes; but waits shrink with time. */
const OUTLOOK_MS = 300;

interface Kept {
  readonly queue: readonly StoredTicket[];
  readonly outlook: QueueOutlook;
  readonly untilMs: number;
}

export function openTicketDesk(context: DeskContext): TicketDesk {
  const { board, offers, nowMs, clock, hours } = context;
  const { database } = context.storage;
  const lettersOf = lettersByWindow(offers);
  const windows = new Set([...lettersOf.keys(), ...context.series.flatMap((one) => one.windows)]);
  const today = () => clock.day(nowMs());

  const contextOf = async (day: string, queue: readonly StoredTicket[]): Promise<QueueContext> => {
    const counters = await board.counters(day);
    const atMs = nowMs();
    const hallOpen = hours.servesAt(atMs);
    return {
      offers,
      queue,
      nowMs: atMs,
      isOpen: (window) => counters.get(window) ?? hallOpen,
      opensInMs: hallOpen ? undefined : hours.opensInMs(atMs),
    };
  };
  const kept = new Map<string, Kept>();
  const outlookOf = async (day: string, letter: string): Promise<QueueOutlook> => {
    const queue = await board.queue(day, letter);
    const before = kept.get(letter);
    if (before?.queue === queue && before.untilMs > performance.now()) return before.outlook;
    const outlook = queueOutlook(await contextOf(day, queue));
    kept.set(letter, { queue, outlook, untilMs: performance.now() + OUTLOOK_MS });
    return outlook;
  };
  const view = async (ticket: StoredTicket) => {
    const queue = await board.queue(ticket.day, ticket.series);
    const onBoard = queue.find(({ number }) => number === ticket.number);
    if (onBoard && onBoard.updatedAtMs >= ticket.updatedAtMs)
      return (await outlookOf(ticket.day, ticket.series)).viewOf(ticket);
    // the row just written is ahead of the notification that brings it to the board
    const others = queue.filter(({ number }) => number !== ticket.number);
    return queueOutlook(await contextOf(ticket.day, [...others, ticket])).viewOf(ticket);
  };
  const answer = async (result: { ok: true; ticket: StoredTicket } | Refusal): Promise<DeskResult> =>
    result.ok ? { ok: true, ticket: await view(result.ticket) } : result;

  const doAction = async (
    number: string,
    action: TicketAction,
    by: Partial<Teller> = {},
  ): Promise<DeskResult> => {
    const wanted = { day: today(), number, action, nowMs: nowMs(), teller: tellerOf(by) };
    return answer(await inTransaction(database, (queries) => act(queries, wanted)));
  };
  const resumed = async (number: string): Promise<TicketAction> => {
    const ticket = await readTicket(database, today(), number);
    if (ticket?.state !== 'passed') return { kind: 'resume' };
    const waiting = await readWaiting(database, ticket.day, [ticket.series]);
    return { kind: 'resume', queuedAtMs: placeAfterPass(waiting, ticket, nowMs()) };
  };

  return {
    async take(wanted, by = {}) {
      const offer = offers.get(wanted.serviceId);
      if (offer === undefined) return unknownService(wanted.serviceId);
      const atMs = nowMs();
      const shut = hours.refusalAt(atMs, wanted.appointment !== undefined);
      if (shut !== undefined) return { ok: false, kind: 'closed', message: shut };
      const taken = await inTransaction(database, (queries) =>
        takeIn(queries, {
          offer,
          day: clock.day(atMs),
          atMs,
          priority: wanted.priority ?? 'normal',
          appointment: wanted.appointment,
          requestKey: by.requestKey,
          actor: by.actor ?? 'visitor',
          token: randomBytes(16).toString('base64url'),
        }),
      );
      if (!taken.ok) return taken;
      return { ok: true, ticket: await view(taken.ticket), holderToken: taken.holderToken };
    },
    async find(typed) {
      const number = parseTicketNumber(typed);
      const stored = number === undefined ? undefined : await readTicket(database, today(), number);
      return stored === undefined
        ? unknownTicket(typed.slice(0, 40))
        : { ok: true, ticket: await view(stored) };
    },
    read: (number) => readTicket(database, today(), number),
    viewOf: view,
    async act(number, action, by) {
      if ('window' in action && !windows.has(action.window)) return unknownWindow(action.window);
      if (action.kind === 'resume') return doAction(number, await resumed(number), by);
      if (action.kind !== 'transfer') return doAction(number, action, by);
      const offer = offers.get(action.serviceId);
      if (offer === undefined) return unknownService(action.serviceId);
      return doAction(number, { ...action, series: offer.series }, by);
    },
    async actAsHolder(number, action, holderToken) {
      if (!(await holdsTicket(database, today(), number, holderToken)))
        return { ok: false, kind: 'not-yours', message: `This is not the holder of ticket ${number}.` };
      const meant = action.kind === 'return' ? await resumed(number) : action;
      return doAction(number, meant, { actor: 'holder' });
    },
    async callNext(window, by = {}) {
      if (!windows.has(window)) return unknownWindow(window);
      const wanted = {
        day: today(),
        window,
        offers,
        nowMs: nowMs(),
        teller: tellerOf(by),
        openByHours: hours.servesAt(nowMs()),
      };
      const result = await inTransaction(database, (queries) => callNextIn(queries, wanted));
      if (!result.ok) return result;
      return { ok: true, ticket: result.ticket && (await view(result.ticket)) };
    },
    async setCounter(window, open, { actor = 'staff', atMs = nowMs() } = {}) {
      if (!windows.has(window)) return unknownWindow(window);
      await inTransaction(database, async (queries) => {
        const counter = { day: clock.day(atMs), number: window, open, atMs };
        if (!(await writeCounter(queries, counter))) return;
        const action = open ? 'window.open' : 'window.close';
        await audit(queries, { atMs: nowMs(), actor, action, subject: window });
      });
      return { ok: true };
    },
    async told({ number: typed, event, atMs, teller }) {
      const number = parseTicketNumber(typed);
      if (number === undefined) return unknownTicket(typed.slice(0, 40));
      if ('window' in event && !windows.has(event.window)) return unknownWindow(event.window);
      const day = clock.day(atMs);
      const result = await inTransaction(database, (queries) =>
        takeNote(queries, { day, number, event, atMs, nowMs: nowMs(), teller }),
      );
      if (!result.ok) return result;
      return { ok: true, ticket: result.ticket && (await view(result.ticket)) };
    },
    queues: () =>
      Promise.all(
        context.series.map(async (series) => (await outlookOf(today(), series.letter)).boardOf(series)),
      ),
    lettersOf: (window) => lettersOf.get(window) ?? [],
    onChange: board.onChange,
    onMissed: board.onMissed,
  };
}

function lettersByWindow(offers: ReadonlyMap<string, Offer>): ReadonlyMap<string, readonly string[]> {
  const letters = new Map<string, Set<string>>();
  for (const { series, windows } of offers.values())
    for (const window of windows) letters.set(window, (letters.get(window) ?? new Set()).add(series));
  return new Map([...letters].map(([window, set]) => [window, [...set]]));
}

/** A message without a name of its own is a new one. */
const tellerOf = ({ source = 'desk', messageId, actor = 'staff' }: Partial<Teller>): Teller => ({
  source,
  messageId: messageId ?? randomBytes(12).toString('base64url'),
  actor,
});

const unknownService = (id: string): Refusal => ({
  ok: false,
  kind: 'unknown-service',
  message: `There is no service ${id}.`,
});

const unknownWindow = (number: string): Refusal => ({
  ok: false,
  kind: 'unknown-window',
  message: `There is no window ${number}.`,
});
