import type { OpenDatabase } from '../storage/database';
import { CHANNEL, type Change, readCounters, readDay, type StoredTicket } from './rows';

/** A day's tickets in memory, kept true by the database's notifications: what pages are told is worked out from here. */
export interface Board {
  /** The queue of a letter, with all that ever stood in it today. The list is another one after every change. */
  queue(day: string, letter: string): Promise<readonly StoredTicket[]>;
  counters(day: string): Promise<ReadonlyMap<string, boolean>>;
  onChange(listener: (change: Change) => void): () => void;
  /** Called when anything may have changed. */
  onMissed(listener: () => void): () => void;
  close(): Promise<void>;
}

interface Day {
  readonly day: string;
  readonly tickets: Map<string, StoredTicket>;
  readonly letters: Map<string, Letter>;
  readonly counters: Map<string, boolean>;
}

/** The tickets of one letter, and their list as long as nothing changes. */
interface Letter {
  list(): readonly StoredTicket[];
  put(ticket: StoredTicket): void;
  remove(number: string): void;
}

const NOBODY: readonly StoredTicket[] = [];

/** Listens first and reads then, so that nothing falls between. */
export async function openBoard({ database, listen }: OpenDatabase): Promise<Board> {
  let known: { readonly day: string; readonly content: Promise<Day> } | undefined;
  const listeners = new Set<(change: Change) => void>();
  const missedListeners = new Set<() => void>();

  const dayOf = (day: string): Promise<Day> => {
    if (known?.day === day) return known.content;
    const content = readAll(database, day);
    known = { day, content };
    content.catch(() => {
      if (known?.content === content) known = undefined;
    });
    return content;
  };
  const heard = (payload: string) => {
    const change = JSON.parse(payload) as Change;
    const tell = () => {
      for (const listener of listeners) listener(change);
    };
    const day = change.kind === 'ticket' ? change.ticket.day : change.day;
    if (known?.day !== day) return tell();
    known.content.then((content) => put(content, change)).then(tell, tell);
  };
  const stop = await listen(CHANNEL, heard, () => {
    known = undefined;
    for (const listener of missedListeners) listener();
  });

  return {
    queue: async (day, letter) => (await dayOf(day)).letters.get(letter)?.list() ?? NOBODY,
    counters: async (day) => (await dayOf(day)).counters,
    onChange: (listener) => subscribe(listeners, listener),
    onMissed: (listener) => subscribe(missedListeners, listener),
    close: stop,
  };
}

async function readAll(database: OpenDatabase['database'], day: string): Promise<Day> {
  const counters = new Map(await readCounters(database, day));
  const content: Day = { day, tickets: new Map(), letters: new Map(), counters };
  for (const ticket of await readDay(database, day)) put(content, { kind: 'ticket', ticket });
  return content;
}

/** Of two states of a ticket the newer stays, in whichever order they were told. */
function put({ tickets, letters, counters }: Day, change: Change): void {
  if (change.kind === 'counter') {
    counters.set(change.number, change.open);
    return;
  }
  const { ticket } = change;
  const before = tickets.get(ticket.number);
  if (before !== undefined && before.updatedAtMs >= ticket.updatedAtMs) return;
  if (before !== undefined && before.series !== ticket.series)
    letters.get(before.series)?.remove(before.number);
  tickets.set(ticket.number, ticket);
  const letter = letters.get(ticket.series) ?? openLetter();
  letters.set(ticket.series, letter);
  letter.put(ticket);
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
