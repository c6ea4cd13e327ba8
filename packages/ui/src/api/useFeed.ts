import type { ReadingLine, TicketView } from '@daoyin/protocol';
import { useEffect, useRef, useState } from 'react';
import { fetchTicket } from './client';
import { type ConnectionState, openEventStream } from './events';
import { tellHallNews } from './hall-news';

export interface Feed {
  readonly ticket: TicketView | undefined;
  readonly connection: ConnectionState;
}

/**
 * A ticket's state and a session's readings, live. After a break it asks again for what it missed; what was last known stays until then.
 */
export function useFeed(
  number: string | undefined,
  session: string | undefined,
  onReadings: (readings: readonly ReadingLine[]) => void,
): Feed {
  const [ticket, setTicket] = useState<TicketView | undefined>(undefined);
  const [connection, setConnection] = useState<ConnectionState>('connecting');
  const readingsTo = useRef(onReadings);
  readingsTo.current = onReadings;

  useEffect(() => {
    setTicket(undefined);
    const take = (fresh: TicketView) =>
      setTicket((known) => (known !== undefined && known.updatedAtMs > fresh.updatedAtMs ? known : fresh));
    const catchUp = async () => {
      if (number === undefined) return;
      const result = await fetchTicket(number);
      if (result.ok) take(result.value);
    };
    const stream = openEventStream({
      ticket: number,
      session,
      onEvent: (event) => {
        if (event.type === 'ticket' && event.ticket.number === number) take(event.ticket);
        if (event.type === 'readings') readingsTo.current(event.readings);
        if (event.type === 'hello' || event.type === 'venue') tellHallNews(event.venueVersion);
      },
      onState: (state) => {
        setConnection(state);
        if (state === 'open') void catchUp();
      },
    });
    const online = () => stream.retry();
    const offline = () => setConnection('lost');
    addEventListener('online', online);
    addEventListener('offline', offline);
    return () => {
      removeEventListener('online', online);
      removeEventListener('offline', offline);
      stream.close();
    };
  }, [number, session]);
  return { ticket, connection };
}
