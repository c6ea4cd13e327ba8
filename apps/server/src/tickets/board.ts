import type { OpenDatabase } from '../storage/database';
import { CHANNEL, type Change, readCounters, readDay, type StoredTicket } from './rows';

/** A day's tickets in memory, kept true by the database's notifications: what pages are told is worked out from here. */
export interface Board {
  ticket(day: string, number: string): Promise<StoredTicket | undefined>;
  /** All that ever stood in the queue of a letter today, and the windows opened or closed by hand; another list after every change. */
  queue(day: string, letter: string): Promise<Queue>;
  /** What this server has written or read itself: true at once, before its notification comes. */
  note(change: Extract<Change, { kind: 'ticket' }>): Promise<void>;
  /** Hears of every change once, by whichever server. */
  onChange(listener: ChangeListener): () => void;
  /** Called when anything may have changed. */
  onMissed(listener: () => void): () => void;
  close(): Promise<void>;
}

/** `left` is the letter of the queue that a ticket has left for another. */
export type ChangeListener = (change: Change, left?: string) => void;

export interface Queue {
  readonly queue: readonly StoredTicket[];
  readonly counters: ReadonlyMap<string, boolean>;
}

interface Day {
  readonly content: Promise<DayContent>;
  loaded: boolean;
}

interface DayContent {
  readonly tickets: Map<string, StoredTicket>;
  readonly letters: Map<string, Letter>;
  counters: ReadonlyMap<string, boolean>;
}

/** The tickets of one letter, and their list as long as nothing changes. */
interface Letter {
  list(): readonly StoredTicket[];
  put(ticket: StoredTicket): void;
  remove(number: string): void;
}

const NOBODY: readonly StoredTicket[] = [];
/** Today, and the day before or after at midnight. */
const MOST_DAYS = 2;

/** Listens first and reads then, so that nothing falls between. */
export async function openBoard({ database, listen }: OpenDatabase): Promise<Board> {
  const days = new Map<string, Day>();
  const listeners = new Set<ChangeListener>();
  const missedListeners = new Set<() => void>();

  const dayOf = (day: string): Day => {
    const known = days.get(day);
    if (known) return known;
    const fresh: Day = { content: readAll(database, day), loaded: false };
    days.set(day, fresh);
    for (const old of [...days.keys()].slice(0, -MOST_DAYS)) days.delete(old);
    fresh.content.then(
      () => {
        fresh.loaded = true;
      },
      () => {
        if (days.get(day) === fresh) days.delete(day);
      },
    );
    return fresh;
  };
  const tell = (change: Change, left?: string) => {
    for (const listener of listeners) listener(change, left);
  };
  const take = async (change: Change, { content, loaded }: Day) => {
    const { isNews, left } = put(await content, change);
    if (isNews || !loaded) tell(change, left); // what was being read may have held it already, and nobody was told
  };
  const heard = (change: Change) => {
    const day = days.get(change.kind === 'ticket' ? change.ticket.day : change.day);
    if (day === undefined) tell(change);
    else take(change, day).catch(() => tell(change));
  };
  const stop = await listen(
    CHANNEL,
    (payload) => heard(JSON.parse(payload) as Change),
    () => {
      days.clear();
      for (const listener of missedListeners) listener();
    },
  );

  return {
    ticket: async (day, number) => (await dayOf(day).content).tickets.get(number),
    async queue(day, letter) {
      const { letters, counters } = await dayOf(day).content;
      return { queue: letters.get(letter)?.list() ?? NOBODY, counters };
    },
    note: (change) => take(change, dayOf(change.ticket.day)),
    onChange: (listener) => subscribe(listeners, listener),
    onMissed: (listener) => subscribe(missedListeners, listener),
    close: stop,
  };
}

async function readAll(database: OpenDatabase['database'], day: string): Promise<DayContent> {
  const counters = await readCounters(database, day);
  const content: DayContent = { tickets: new Map(), letters: new Map(), counters };
  for (const ticket of await readDay(database, day)) put(content, { kind: 'ticket', ticket });
  return content;
}

/** Whether a change is news, and which queue its ticket has left. Of two states of a ticket the newer stays, in whichever order they were told. */
function put(day: DayContent, change: Change): { readonly isNews: boolean; readonly left?: string } {
  const { tickets, letters, counters } = day;
  if (change.kind === 'counter') {
    day.counters = new Map([...counters, [change.number, change.open]]);
    return { isNews: true };
  }
  const { ticket } = change;
  const before = tickets.get(ticket.number);
  if (before !== undefined && before.updatedAtMs >= ticket.updatedAtMs) return { isNews: false };
  const left = before?.series === ticket.series ? undefined : before?.series;
  if (left !== undefined) letters.get(left)?.remove(ticket.number);
  tickets.set(ticket.number, ticket);
  const letter = letters.get(ticket.series) ?? openLetter();
  letters.set(ticket.series, letter);
  letter.put(ticket);
  return { isNews: true, ...(left !== undefined && { left }) };
}

function openLetter(): Letter {
  const tickets = new Map<string, StoredTicket>();
  let listed: readonly StoredTicket[] | undefined;
  return {
    list: () => {
      listed ??= [...tickets.values()];
      return listed;
    },
    put: (ticket) => {
      tickets.set(ticket.number, ticket);
      listed = undefined;
    },
    remove: (number) => {
      tickets.delete(number);
      listed = undefined;
    },
  };
}

function subscribe<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => set.delete(listener);
}
