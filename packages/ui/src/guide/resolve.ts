import type { TicketView } from '@daoyin/protocol';
import { type ApiError, fetchTicket } from '../api/client';
import type { Hall } from '../api/useHall';
import type { MessageKey } from '../language';
import { readEntry } from './entry';
import { type Goal, windowGoal } from './goal';

/** What is wrong with what was typed, to be worded where it is shown. */
export interface EntryProblem {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string>>;
}

export type Resolution =
  | { readonly kind: 'goal'; readonly goal: Goal }
  | { readonly kind: 'ticket'; readonly ticket: TicketView }
  | { readonly kind: 'problem'; readonly problem: EntryProblem };

/** What was typed or scanned as a place to go, a ticket that the server knows, or a clear sentence why neither. */
export async function resolveEntry(typed: string, hall: Hall): Promise<Resolution> {
  const entry = readEntry(typed, hall.venue);
  switch (entry.kind) {
    case 'empty':
      return problem('error.empty');
    case 'words':
      return problem('error.unknown', { text: entry.text });
    case 'no-window':
      return hall.venue.windows.length === 0
        ? problem('guide.no-windows')
        : problem('guide.unknown-window', { window: entry.window });
    case 'window': {
      const goal = windowGoal(hall.venue, entry.window);
      return goal === undefined
        ? problem('guide.unknown-window', { window: entry.window })
        : { kind: 'goal', goal };
    }
    case 'ticket': {
      const result = await fetchTicket(entry.number);
      return result.ok
        ? { kind: 'ticket', ticket: result.value }
        : { kind: 'problem', problem: ticketProblem(result.error, entry.number) };
    }
  }
}

function problem(key: MessageKey, values: EntryProblem['values'] = {}): Resolution {
  return { kind: 'problem', problem: { key, values } };
}

function ticketProblem(error: ApiError, number: string): EntryProblem {
  switch (error.kind) {
    case 'not-found':
      return { key: 'error.unknown-ticket', values: { number } };
    case 'offline':
      return { key: 'error.offline', values: { number } };
    case 'refused':
    case 'server':
      return { key: 'error.server', values: { status: String(error.status) } };
  }
}
