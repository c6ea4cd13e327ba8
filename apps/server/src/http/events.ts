import type { ReadingLine, ServerEvent, TicketView } from '@daoyin/protocol';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import type { TicketDesk } from '../tickets/desk';

/** Who listens to the event stream, by ticket and by listening session. */
export interface EventHub {
  /** Hands readings to the pages of one session; nothing is stored. */
  relay(session: string, readings: readonly ReadingLine[]): void;
  listeners(session: string): number;
}

interface Listener {
  readonly socket: WebSocket;
  readonly ticket: string | undefined;
  readonly session: string | undefined;
}

/** What a slow page may owe before readings are left out for it, in bytes. */
const SLOW_PAGE_BYTES = 256_000;

/** GET /api/events?ticket=A032&session=… as a WebSocket. A page that comes back gets its ticket as it stands now. */
export function serveEvents(
  app: FastifyInstance,
  context: { readonly desk: TicketDesk; readonly venueVersion: string; readonly nowMs: () => number },
): EventHub {
  const { desk } = context;
  const all = new Set<Listener>();
  const sendTo = (listeners: Iterable<Listener>, event: ServerEvent) => {
    const text = JSON.stringify(event);
    for (const { socket } of listeners) if (socket.readyState === socket.OPEN) socket.send(text);
  };
  const ticketChanged = (ticket: TicketView) =>
    sendTo(
      [...all].filter((listener) => listener.ticket === ticket.number),
      { type: 'ticket', ticket },
    );
  desk.onChange(ticketChanged);

  app.get<{ Querystring: { ticket?: string; session?: string } }>(
    '/api/events',
    { websocket: true },
    async (socket, request) => {
      const { ticket: typed, session } = request.query;
      const found = typed === undefined ? undefined : await desk.find(typed);
      const listener: Listener = { socket, ticket: found?.ok ? found.ticket.number : undefined, session };
      all.add(listener);
      socket.on('close', () => all.delete(listener));
      socket.on('error', () => all.delete(listener));
      sendTo([listener], {
        type: 'hello',
        serverTimeMs: context.nowMs(),
        venueVersion: context.venueVersion,
      });
      if (found?.ok) sendTo([listener], { type: 'ticket', ticket: found.ticket });
    },
  );

  return {
    relay(session, readings) {
      const listening = [...all].filter(
        (listener) => listener.session === session && listener.socket.bufferedAmount < SLOW_PAGE_BYTES,
      );
      if (listening.length > 0) sendTo(listening, { type: 'readings', session, readings: [...readings] });
    },
    listeners: (session) => [...all].filter((listener) => listener.session === session).length,
  };
}
