import type { ReadingLine, ServerEvent } from '@daoyin/protocol';
import { parseTicketNumber } from '@daoyin/services';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import type { GuideCalls } from '../guides/guide-calls';
import type { Following } from '../tickets/desk';
import { type Follower, openFollowers } from './followers';
import { keyedSets } from './keyed-sets';

/** Who listens to the event stream, by ticket and by listening session. */
export interface EventHub {
  /** Hands readings to the pages of one session; nothing is stored. */
  relay(session: string, readings: readonly ReadingLine[]): void;
  listeners(session: string): number;
  /** Tells every page that another version of the hall is published. */
  published(venueVersion: string): void;
  /** How many pages are connected. */
  pages(): number;
  close(): void;
}

interface Listener {
  readonly socket: WebSocket;
  readonly session: string | undefined;
  /** The call for a guide that a kiosk waits for; `all` for the staff. */
  readonly call: string | undefined;
  readonly follower: Follower | undefined;
  /** When in the round it is looked after. */
  readonly turn: number;
  alive: boolean;
}

export interface EventsContext {
  readonly tickets: Following;
  readonly guideCalls: GuideCalls;
  readonly venueVersion: () => string;
  readonly nowMs: () => number;
}

/** What a slow page may owe before readings are left out for it, in bytes. */
const SLOW_PAGE_BYTES = 256_000;
/** How often a page is told that the server is alive. */
const ROUND_MS = 10_000;
/** Every so many rounds it is looked after: told how its wait has shrunk, and let go where it does not answer. */
const ROUNDS_OF_CARE = 3;
/** Not all at once: a few pages at a time. */
const TURNS = 30;

const ALL_CALLS = 'all';

/** GET /api/events?ticket=A032&session=… as a WebSocket. A page that comes back gets its ticket as it stands now. */
export function serveEvents(app: FastifyInstance, context: EventsContext): EventHub {
  const followers = openFollowers(context.tickets);
  const bySession = keyedSets<Listener>();
  const byCall = keyedSets<Listener>();
  const turns = Array.from({ length: TURNS }, () => new Set<Listener>());
  let [next, turn, rounds] = [0, 0, 0];

  const forget = (listener: Listener) => {
    turns[listener.turn]!.delete(listener);
    bySession.delete(listener.session, listener);
    byCall.delete(listener.call, listener);
    if (listener.follower) followers.delete(listener.follower);
  };
  const stop = context.guideCalls.onChange((call) => {
    const text = textOf({ type: 'guide-call', call });
    for (const { socket } of [...byCall.get(call.id), ...byCall.get(ALL_CALLS)]) send(socket, text);
  });
  const round = setInterval(() => {
    turn = (turn + 1) % TURNS;
    if (turn === 0) rounds++;
    for (const listener of turns[turn]!) {
      send(listener.socket, ALIVE);
      if (rounds % ROUNDS_OF_CARE === 0) lookAfter(listener);
    }
  }, ROUND_MS / TURNS);
  const lookAfter = (listener: Listener) => {
    const { socket, follower } = listener;
    if (!listener.alive) return socket.terminate();
    listener.alive = false;
    socket.ping();
    if (follower) followers.refresh(follower);
  };

  app.get<{ Querystring: { ticket?: string; session?: string; call?: string } }>(
    '/api/events',
    { websocket: true },
    async (socket, request) => {
      const { ticket, session, call: wanted } = request.query;
      const call = wanted === ALL_CALLS && request.who.kind !== 'staff' ? undefined : wanted;
      const follower = followerOf(socket, ticket, context.tickets.today());
      const listener: Listener = { socket, session, call, follower, turn: next++ % TURNS, alive: true };
      turns[listener.turn]!.add(listener);
      bySession.add(session, listener);
      byCall.add(call, listener);
      socket.on('close', () => forget(listener));
      socket.on('error', () => forget(listener));
      socket.on('pong', () => {
        listener.alive = true;
      });
      const { venueVersion, nowMs } = context;
      say(socket, { type: 'hello', serverTimeMs: nowMs(), venueVersion: venueVersion() });
      if (follower) await followers.add(follower);
    },
  );

  return {
    relay(session, readings) {
      const listening = [...bySession.get(session)].filter(
        ({ socket }) => socket.bufferedAmount < SLOW_PAGE_BYTES,
      );
      if (listening.length === 0) return;
      const text = textOf({ type: 'readings', session, readings: [...readings] });
      for (const { socket } of listening) send(socket, text);
    },
    published(venueVersion) {
      const text = textOf({ type: 'venue', venueVersion });
      for (const listeners of turns) for (const { socket } of listeners) send(socket, text);
    },
    listeners: (session) => bySession.get(session).size,
    pages: () => turns.reduce((sum, { size }) => sum + size, 0),
    close: () => {
      clearInterval(round);
      followers.close();
      stop();
    },
  };
}

function followerOf(socket: WebSocket, typed: string | undefined, day: string): Follower | undefined {
  const number = typed === undefined ? undefined : parseTicketNumber(typed);
  return number === undefined
    ? undefined
    : { number, day, say: (ticket) => say(socket, { type: 'ticket', ticket }) };
}

const ALIVE = '{"type":"alive"}';
const textOf = (event: ServerEvent): string => JSON.stringify(event);
const say = (socket: WebSocket, event: ServerEvent) => send(socket, textOf(event));

function send(socket: WebSocket, text: string): void {
  if (socket.readyState === socket.OPEN) socket.send(text);
}
