import { parseTicketNumber } from '@daoyin/services';
import { findWindow, type Venue } from '@daoyin/venue';

/** What somebody means by what they typed into "where to?". */
export type Entry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'window'; readonly window: string }
  | { readonly kind: 'ticket'; readonly number: string }
  /** A number that is neither a ticket's nor one of this venue's windows. */
  | { readonly kind: 'no-window'; readonly window: string }
  /** Words: to be searched. */
  | { readonly kind: 'words'; readonly text: string };

/**
 * Reads what was typed or scanned. A window of this venue comes first unless the text has a ticket's shape (`A032`: letters and at least
 * three digits), so that window `A12` and ticket `A012` are told apart.
 */
export function readEntry(typed: string, venue: Pick<Venue, 'windows'>): Entry {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { kind: 'empty' };
  const ticket = parseTicketNumber(text);
  const ticketShaped = ticket !== undefined && /\d{3,}/.test(text);
  const window = findWindow(venue, text);
  if (window !== undefined && !(ticketShaped && window.number.toUpperCase() !== text.toUpperCase())) {
    return { kind: 'window', window: window.number };
  }
  if (ticket !== undefined) return { kind: 'ticket', number: ticket };
  const bare = /^(?:窗口|window)?\s*(\d{1,4})\s*(?:号|号窗口|窗口)?$/i.exec(text);
  if (bare?.[1] !== undefined) return { kind: 'no-window', window: bare[1] };
  return { kind: 'words', text };
}
