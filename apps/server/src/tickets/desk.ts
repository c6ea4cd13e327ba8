import { randomBytes } from 'node:crypto';
import type { QueueView, StaffAction, TicketView } from '@daoyin/protocol';
import {
  PASSED_BEHIND,
  parseTicketNumber,
  queuedAfterPass,
  type TicketAction,
  type TicketEvent,
} from '@daoyin/services';
import type { WallClock } from '../clock';
import { audit } from '../staff/audit';
import type { OpenDatabase } from '../storage/database';
import { inTransaction } from '../storage/transaction';
import type { Board, ChangeListener } from './board';
import { callNextIn } from './call-next';
import { act, type EventResult, type Teller, takeNote } from './events';
import { firstWaiting } from './next';
import type { QueueOutlook } from './outlook';
import { openQueueViews, type QueueViewsContext } from './queue-views';
import { closed, notYours, type Refusal, unknownService, unknownTicket, unknownWindow } from './refusals';
import { readTicket, type StoredTicket, writeCounter } from './rows';
import { holdsTicket, takeIn } from './take';
import { windowServices } from './window-services';

export type DeskResult = { readonly ok: true; readonly ticket: TicketView } | Refusal;
/** No ticket where nobody waits, or where its taking is not known yet. */
export type PerhapsTicket = { readonly ok: true; readonly ticket: TicketView | undefined } | Refusal;

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
  act(number: string, action: StaffAction, by?: Partial<Teller>): Promise<DeskResult>;
  /** What the holder may do: `return` after a pass, `cancel`, `rate`. */
  actAsHolder(number: string, action: HolderWish, holderToken: string): Promise<DeskResult>;
  /** Calls whoever comes next at a window. */
  callNext(window: string, by?: Partial<Teller>): Promise<PerhapsTicket>;
  /** Opens or closes a window, now or as told of another time; the latest that was told of it holds. */
  setCounter(
    window: string,
    open: boolean,
    by?: { readonly actor?: string; readonly atMs?: number },
  ): Promise<{ readonly ok: true } | Refusal>;
  /** What another system tells, at least once and in any order. */
  told(event: ToldEvent): Promise<PerhapsTicket>;
  queues(): Promise<readonly QueueView[]>;
  /** For pages that follow a ticket. */
  readonly follow: Following;
}

/** The day's tickets as this server knows them in memory, and every change of them. */
export interface Following {
  today(): string;
  ticket(day: string, number: string): Promise<StoredTicket | undefined>;
  viewOf(ticket: StoredTicket): Promise<TicketView>;
  outlookOf(day: string, letter: string): Promise<QueueOutlook>;
  /** The letters of the queues that a window serves. */
  lettersOf(window: string): readonly string[];
  onChange(listener: ChangeListener): () => void;
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

export interface DeskContext extends QueueViewsContext {
  readonly storage: OpenDatabase;
  readonly board: Board;
  readonly clock: WallClock;
}

export function openTicketDesk(context: DeskContext): TicketDesk {
  const { board, offers, nowMs, clock, hours } = context;
  const { database } = context.storage;
  const windows = windowServices(offers, context.series);
  const views = openQueueViews(context);
  const { viewOf } = views;
  const today = () => clock.day(nowMs());

  const answer = async (result: EventResult): Promise<DeskResult> =>
    result.ok ? { ok: true, ticket: await viewOf(result.ticket) } : result;
  const answerPerhaps = async (
    result: { ok: true; ticket: StoredTicket | undefined } | Refusal,
  ): Promise<PerhapsTicket> =>
    result.ok ? { ok: true, ticket: result.ticket && (await viewOf(result.ticket)) } : result;

  const doAction = async (number: string, action: TicketAction, by: Partial<Teller> = {}) => {
    const wanted = { day: today(), number, action, nowMs: nowMs(), teller: tellerOf(by) };
    return answer(await inTransaction(database, (queries) => act(queries, wanted)));
  };
  const resumed = async (number: string): Promise<TicketAction> => {
    const [day, atMs] = [today(), nowMs()];
    const ticket = await readTicket(database, day, number);
    if (ticket?.state !== 'passed') return { kind: 'resume' };
    const letters = [ticket.series];
    const first = await firstWaiting(database, { day, letters }, atMs, PASSED_BEHIND);
    const last = first[PASSED_BEHIND - 1];
    const behind = last === undefined ? undefined : await readTicket(database, day, last);
    return { kind: 'resume', queuedAtMs: queuedAfterPass(behind, ticket, atMs) };
  };

  return {
    async take(wanted, by = {}) {
      const offer = offers.get(wanted.serviceId);
      if (offer === undefined) return unknownService(wanted.serviceId);
      const atMs = nowMs();
      const shut = hours.refusalAt(atMs, wanted.appointment !== undefined);
      if (shut !== undefined) return closed(shut);
      const taking = {
        offer,
        day: clock.day(atMs),
        atMs,
        priority: wanted.priority ?? 'normal',
        appointment: wanted.appointment,
        requestKey: by.requestKey,
        actor: by.actor ?? 'visitor',
        token: randomBytes(16).toString('base64url'),
      } as const;
      const taken = await inTransaction(database, (queries) => takeIn(queries, taking));
      if (!taken.ok) return taken;
      return { ok: true, ticket: await viewOf(taken.ticket), holderToken: taken.holderToken };
    },
    async find(typed) {
      const number = parseTicketNumber(typed);
      const ticket = number === undefined ? undefined : await readTicket(database, today(), number);
      return ticket === undefined ? unknownTicket(typed.slice(0, 40)) : answer({ ok: true, ticket });
    },
    async act(number, action, by) {
      if ('window' in action && !windows.has(action.window)) return unknownWindow(action.window);
      if (action.kind === 'resume') return doAction(number, await resumed(number), by);
      if (action.kind !== 'transfer') return doAction(number, action, by);
      const offer = offers.get(action.serviceId);
      if (offer === undefined) return unknownService(action.serviceId);
      return doAction(number, { ...action, series: offer.series }, by);
    },
    async actAsHolder(number, action, holderToken) {
      if (!(await holdsTicket(database, today(), number, holderToken))) return notYours(number);
      const meant = action.kind === 'return' ? await resumed(number) : action;
      return doAction(number, meant, { actor: 'holder' });
    },
    async callNext(window, by = {}) {
      const served = windows.get(window);
      if (served === undefined) return unknownWindow(window);
      const atMs = nowMs();
      const openByHours = hours.servesAt(atMs);
      const wanted = { day: clock.day(atMs), window, served, nowMs: atMs, teller: tellerOf(by), openByHours };
      return answerPerhaps(await inTransaction(database, (queries) => callNextIn(queries, wanted)));
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
      const noted = { day: clock.day(atMs), number, event, atMs, nowMs: nowMs(), teller };
      return answerPerhaps(await inTransaction(database, (queries) => takeNote(queries, noted)));
    },
    queues: () => views.boards(today()),
    follow: {
      ...views,
      today,
      ticket: board.ticket,
      lettersOf: (window) => windows.get(window)?.letters ?? [],
      onChange: board.onChange,
      onMissed: board.onMissed,
    },
  };
}

/** A message without a name of its own is a new one. */
const tellerOf = ({ source = 'desk', messageId, actor = 'staff' }: Partial<Teller>): Teller =>
  messageId === undefined
    ? { source, messageId: randomBytes(12).toString('base64url'), actor, isNew: true }
    : { source, messageId, actor };
