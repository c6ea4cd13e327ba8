import type { ReadingLine, ServerEvent } from '@daoyin/protocol';
import { parseTicketNumber } from '@daoyin/services';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import type { GuideCalls } from '../guides/guide-calls';
import type { TicketDesk } from '../tickets/desk';
import type { StoredTicket } from '../tickets/rows';
import { keyedSets } from './keyed-sets';

/** Who listens to the event stream, by ticket and by listening session. */
export interface EventHub {
  /** Hands readings to the pages of one session; nothing is stored. */
  relay(session: string, readings: readonly ReadingLine[]): void;
  listeners(session: string): number;
  close(): void;
}

interface Listener {
  readonly socket: WebSocket;
  readonly ticket: string | undefined;
  readonly session: string | undefined;
  /** The call for a guide that a kiosk waits for; `all` for the staff. */
  readonly call: string | undefined;
  /** When in the round it is looked after. */
  readonly turn: number;
  /** The ticket as it was last told, to work out its place anew when the queue moves. */
  stored?: StoredTicket;
  lastSent?: string;
  alive: boolean;
}

export interface EventsContext {
  readonly desk: TicketDesk;
  readonly guideCalls: GuideCalls;
  readonly venueVersion: string;
  readonly nowMs: () => number;
}

/** What a slow page may owe before readings are left out for it, in bytes. */
const SLOW_PAGE_BYTES = 256_000;
/** Those who wait are told of their place at most this often. */
const QUEUE_PACE_MS = 400;
/** Waits shrink with time alone; dead connections are found out. */
const REFRESH_MS = 30_000;
/** Not all at once: a few pages each second. */
const TURNS = 30;

const ALL_CALLS = 'all';

/** GET /api/events?ticket=A032&session=… as a WebSocket. A page that comes back gets its ticket as it stands now. */
export function serveEvents(app: FastifyInstance, context: EventsContext): EventHub {
  const { desk, guideCalls } = context;
  const all = new Set<Listener>();
  const byTicket = keyedSets<Listener>();
  const bySession = keyedSets<Listener>();
  const byCall = keyedSets<Listener>();
  const turns = Array.from({ length: TURNS }, () => new Set<Listener>());
  const letters = new Set<string>();
  let flushing: NodeJS.Timeout | undefined;
  let next = 0;

  const forget = (listener: Listener) => {
    all.delete(listener);
    turns[listener.turn]!.delete(listener);
    byTicket.delete(listener.ticket, listener);
    bySession.delete(listener.session, listener);
    byCall.delete(listener.call, listener);
  };
  const tell = async (listener: Listener, ticket: StoredTicket) => {
    listener.stored = ticket;
    const text = JSON.stringify({ type: 'ticket', ticket: await desk.viewOf(ticket) });
    if (text === listener.lastSent) return;
    listener.lastSent = text;
    send(listener, text);
  };
  const tellQueues = () => {
    flushing = undefined;
    const moved = new Set(letters);
    letters.clear();
    for (const listener of all) {
      const { stored } = listener;
      if (stored?.state === 'waiting' && moved.has(stored.series)) void tell(listener, stored);
    }
  };
  const queueMoved = (letter: string) => {
    letters.add(letter);
    flushing ??= setTimeout(tellQueues, QUEUE_PACE_MS);
  };
  const catchUp = async (listener: Listener) => {
    const found = listener.ticket === undefined ? undefined : await desk.read(listener.ticket);
    if (found !== undefined) await tell(listener, found);
  };

  const stops = [
    desk.onChange((change) => {
      if (change.kind === 'counter') {
        for (const letter of desk.lettersOf(change.number)) queueMoved(letter);
        return;
      }
      for (const listener of byTicket.get(change.ticket.number)) void tell(listener, change.ticket);
      queueMoved(change.ticket.series);
    }),
    guideCalls.onChange((call) => {
      const text = JSON.stringify({ type: 'guide-call', call } satisfies ServerEvent);
      for (const listener of [...byCall.get(call.id), ...byCall.get(ALL_CALLS)]) send(listener, text);
    }),
    desk.onMissed(() => {
      for (const listener of all) void catchUp(listener);
    }),
  ];
  let turn = 0;
  const refresh = setInterval(() => {
    turn = (turn + 1) % TURNS;
    for (const listener of turns[turn]!) {
      if (!listener.alive) listener.socket.terminate();
      listener.alive = false;
      listener.socket.ping();
      if (listener.stored?.state === 'waiting') void tell(listener, listener.stored);
    }
  }, REFRESH_MS / TURNS);

  app.get<{ Querystring: { ticket?: string; session?: string; call?: string } }>(
    '/api/events',
    { websocket: true },
    async (socket, request) => {
      const { ticket: typed, session, call: wanted } = request.query;
      const call = wanted === ALL_CALLS && request.who.kind !== 'staff' ? undefined : wanted;
      const ticket = typed === undefined ? undefined : parseTicketNumber(typed);
      const listener: Listener = { socket, ticket, session, call, turn: next++ % TURNS, alive: true };
      all.add(listener);
      turns[listener.turn]!.add(listener);
      byTicket.add(ticket, listener);
      bySession.add(session, listener);
      byCall.add(call, listener);
      socket.on('close', () => forget(listener));
      socket.on('error', () => forget(listener));
      socket.on('pong', () => {
        listener.alive = true;
      });
      const hello: ServerEvent = {
        type: 'hello',
        serverTimeMs: context.nowMs(),
        venueVersion: context.venueVersion,
      };
      send(listener, JSON.stringify(hello));
      await catchUp(listener);
    },
  );

  return {
    relay(session, readings) {
      const listening = [...bySession.get(session)].filter(
        ({ socket }) => socket.bufferedAmount < SLOW_PAGE_BYTES,
      );
      if (listening.length === 0) return;
      const event: ServerEvent = { type: 'readings', session, readings: [...readings] };
      const text = JSON.stringify(event);
      for (const listener of listening) send(listener, text);
    },
    listeners: (session) => bySession.get(session).size,
    close: () => {
      clearInterval(refresh);
      clearTimeout(flushing);
      for (const stop of stops) stop();
    },
  };
}

function send({ socket }: Listener, text: string): void {
  if (socket.readyState === socket.OPEN) socket.send(text);
}
