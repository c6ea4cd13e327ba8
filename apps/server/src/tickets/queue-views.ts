import type { QueueView, TicketView } from '@daoyin/protocol';
import type { Services } from '@daoyin/services';
import type { Board } from './board';
import type { HallHours } from './hall-hours';
import type { Offer } from './offers';
import { type QueueOutlook, queueOutlook } from './outlook';
import type { StoredTicket } from './rows';

/** What pages and boards are told, worked out from the board: nothing here asks the database. */
export interface QueueViews {
  /** A ticket as a page is told of it, among those that wait with it. */
  viewOf(ticket: StoredTicket): Promise<TicketView>;
  /** A queue as it stands, for many of its tickets at once. */
  outlookOf(day: string, letter: string): Promise<QueueOutlook>;
  boards(day: string): Promise<readonly QueueView[]>;
}

export interface QueueViewsContext {
  readonly board: Board;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly series: Services['series'];
  readonly hours: HallHours;
  readonly nowMs: () => number;
}

/** A queue's outlook is used again for all its pages while nothing changes; but waits shrink with time. */
const OUTLOOK_MS = 300;

interface Kept {
  readonly queue: readonly StoredTicket[];
  readonly counters: ReadonlyMap<string, boolean>;
  readonly atMs: number;
  readonly outlook: QueueOutlook;
}

export function openQueueViews(context: QueueViewsContext): QueueViews {
  const { board, offers, hours, nowMs } = context;
  const kept = new Map<string, Kept>();

  const outlookOf = async (day: string, letter: string): Promise<QueueOutlook> => {
    const { queue, counters } = await board.queue(day, letter);
    const atMs = nowMs();
    const before = kept.get(letter);
    const same = before?.queue === queue && before.counters === counters;
    if (same && Math.abs(atMs - before.atMs) < OUTLOOK_MS) return before.outlook;
    const byHours = hours.servesAt(atMs);
    const outlook = queueOutlook({
      offers,
      queue,
      nowMs: atMs,
      counters,
      byHours,
      opensInMs: byHours ? undefined : hours.opensInMs(atMs),
    });
    kept.set(letter, { queue, counters, atMs, outlook });
    return outlook;
  };

  return {
    outlookOf,
    async viewOf(ticket) {
      await board.note({ kind: 'ticket', ticket });
      return (await outlookOf(ticket.day, ticket.series)).viewOf(ticket);
    },
    boards: (day) =>
      Promise.all(
        context.series.map(async (series) => (await outlookOf(day, series.letter)).boardOf(series)),
      ),
  };
}
