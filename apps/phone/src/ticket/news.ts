import type { TicketView } from '@daoyin/protocol';
import { type Say, ticketSentence } from '@daoyin/ui';
import { useEffect, useRef, useState } from 'react';

/** What has become of a ticket, as long as it is news. */
export interface TicketNews {
  readonly id: string;
  readonly kind: 'moved' | 'state';
  readonly ticket: TicketView;
}

/** What changed from one sight of a ticket to the next that its holder must hear; undefined where nothing did. */
export function newsOf(before: TicketView | undefined, now: TicketView): TicketNews | undefined {
  const id = `${now.number}/${now.state}/${now.window}/${now.calls}`;
  if (before === undefined) return now.state === 'waiting' ? undefined : { id, kind: 'state', ticket: now };
  if (before.state !== now.state || before.calls !== now.calls) return { id, kind: 'state', ticket: now };
  const moved = before.window !== null && now.window !== null && before.window !== now.window;
  return moved ? { id, kind: 'moved', ticket: now } : undefined;
}

/** News as one sentence, for the eye and for a voice. */
export function newsSentence({ kind, ticket }: TicketNews, say: Say): string {
  return kind === 'moved'
    ? say('ticket.moved', { window: ticket.window ?? '' })
    : ticketSentence(ticket, say);
}

const SHOWN_MS = 15_000;

/** The latest news of a ticket, for fifteen seconds. */
export function useTicketNews(ticket: TicketView | undefined): TicketNews | undefined {
  const before = useRef<TicketView | undefined>(undefined);
  const [news, setNews] = useState<TicketNews | undefined>(undefined);
  useEffect(() => {
    if (ticket === undefined) return;
    const last = before.current?.number === ticket.number ? before.current : undefined;
    before.current = ticket;
    const fresh = newsOf(last, ticket);
    if (fresh !== undefined) setNews(fresh);
  }, [ticket]);
  useEffect(() => {
    if (news === undefined) return;
    const timer = setTimeout(() => setNews(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [news]);
  return news;
}
