import type { TicketView } from '@daoyin/protocol';
import type { Following } from '../tickets/desk';
import type { StoredTicket } from '../tickets/rows';
import { keyedSets } from './keyed-sets';

/** A page that follows one ticket. */
export interface Follower {
  readonly number: string;
  /** The day of its ticket: tomorrow's of the same number is another's. */
  readonly day: string;
  readonly say: (view: TicketView) => void;
  /** The ticket as this page was last told it, and what it was told. */
  stored?: StoredTicket;
  told?: TicketView;
}

/** Tells pages of their tickets: of a call at once, of the places in a moved queue a little later and in portions. */
export interface Followers {
  add(follower: Follower): Promise<void>;
  delete(follower: Follower): void;
  /** Waits shrink with time alone, and what went wrong in between is made good. */
  refresh(follower: Follower): void;
  close(): void;
}

/** Those who wait are told of their place at most this often. */
const QUEUE_PACE_MS = 500;
/** After so many pages others have their turn: requests, and pages whose ticket is called. */
const PORTION = 40;
/** What a wait must differ by to be told again when nothing else is new, in seconds and relative. */
const LEAST_SECONDS = 5;
const LEAST_SHARE = 0.05;

export function openFollowers(tickets: Following): Followers {
  const byNumber = keyedSets<Follower>();
  const byQueue = keyedSets<Follower>();
  const moved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const say = (follower: Follower, view: TicketView) => {
    if (!isNews(follower.told, view)) return;
    follower.told = view;
    follower.say(view);
  };
  const remember = (follower: Follower, stored: StoredTicket) => {
    byQueue.delete(queueOf(follower.stored), follower);
    follower.stored = stored;
    byQueue.add(queueOf(stored), follower);
  };
  const tell = async (follower: Follower, ticket: StoredTicket) => {
    if (!byNumber.get(follower.number).has(follower)) return;
    if (follower.stored && follower.stored.updatedAtMs > ticket.updatedAtMs) return;
    remember(follower, ticket);
    const view = await tickets.viewOf(ticket);
    if (follower.stored === ticket) say(follower, view);
  };
  const catchUp = async (follower: Follower) => {
    const ticket = await tickets.ticket(follower.day, follower.number);
    if (ticket !== undefined) await tell(follower, ticket);
  };
  const tellQueue = async (queue: string) => {
    let count = 0;
    for (const follower of [...byQueue.get(queue)]) {
      const { stored } = follower;
      if (stored === undefined || queueOf(stored) !== queue) continue;
      if (count++ % PORTION === 0) await othersTurn();
      const outlook = await tickets.outlookOf(stored.day, stored.series);
      if (follower.stored === stored) say(follower, outlook.viewOf(stored)); // or it was called meanwhile
    }
  };
  const tellQueues = async () => {
    const queues = [...moved];
    moved.clear();
    for (const queue of queues) await tellQueue(queue).catch(() => moved.add(queue));
    timer = undefined;
    if (moved.size > 0) plan();
  };
  const plan = () => {
    timer ??= setTimeout(tellQueues, QUEUE_PACE_MS);
  };
  const queueMoved = (queue: string) => {
    if (byQueue.get(queue).size === 0) return;
    moved.add(queue);
    plan();
  };

  const stops = [
    tickets.onChange((change, left) => {
      if (change.kind === 'counter') {
        for (const letter of tickets.lettersOf(change.number)) queueMoved(queueName(change.day, letter));
        return;
      }
      const { ticket } = change;
      for (const follower of byNumber.get(ticket.number))
        if (follower.day === ticket.day) void tell(follower, ticket).catch(() => undefined);
      for (const letter of new Set([ticket.series, left ?? ticket.series]))
        queueMoved(queueName(ticket.day, letter));
    }),
    tickets.onMissed(() => {
      for (const follower of byNumber.all()) void catchUp(follower).catch(() => undefined);
    }),
  ];

  return {
    async add(follower) {
      byNumber.add(follower.number, follower);
      await catchUp(follower);
    },
    delete(follower) {
      byNumber.delete(follower.number, follower);
      byQueue.delete(queueOf(follower.stored), follower);
    },
    refresh: (follower) => void catchUp(follower).catch(() => undefined),
    close() {
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}

const queueName = (day: string, letter: string) => `${day}/${letter}`;
const queueOf = (ticket: StoredTicket | undefined): string | undefined =>
  ticket?.state === 'waiting' ? queueName(ticket.day, ticket.series) : undefined;
const othersTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Whether a visitor would see a difference. */
function isNews(before: TicketView | undefined, after: TicketView): boolean {
  if (before === undefined) return true;
  const { waitSeconds: was, serviceName: _was, ...known } = before;
  const { waitSeconds: is, serviceName: _is, ...now } = after;
  const keys = Object.keys(now) as (keyof typeof now)[];
  if (keys.some((key) => known[key] !== now[key])) return true;
  if (was === null || is === null) return was !== is;
  return (['low', 'median', 'p90', 'high'] as const).some(
    (key) => Math.abs(is[key] - was[key]) > Math.max(LEAST_SECONDS, LEAST_SHARE * was[key]),
  );
}
