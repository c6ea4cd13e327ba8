import { decodeServerEvent, type ServerEvent } from '@daoyin/protocol';

/** `lost` after a connection broke or never came; the page then shows what it last knew. */
export type ConnectionState = 'connecting' | 'open' | 'lost';

/** The part of a WebSocket that the stream needs, so that tests can stand in for it. */
export interface EventSocket {
  onopen: (() => void) | null;
  onmessage: ((message: { readonly data: unknown }) => void) | null;
  onclose: (() => void) | null;
  close(): void;
}

export interface EventStreamOptions {
  /** What to listen to: a ticket's state, a session's readings, a call for a guide (`all` for the staff). */
  readonly ticket?: string | undefined;
  readonly session?: string | undefined;
  readonly call?: string | undefined;
  readonly onEvent: (event: ServerEvent) => void;
  /** On every `open` the page asks for what it may have missed. */
  readonly onState: (state: ConnectionState) => void;
  readonly openSocket?: (path: string) => EventSocket;
  /** Calls back after so many milliseconds; gives a way to cancel. */
  readonly later?: (callback: () => void, ms: number) => () => void;
}

export interface EventStream {
  /** Tries at once instead of waiting for the next turn. */
  retry(): void;
  close(): void;
}

const FIRST_RETRY_MS = 500;
const SLOWEST_RETRY_MS = 8000;
/** A server that says every ten seconds that it is alive is gone when it has missed two. */
const LONGEST_SILENCE_MS = 25_000;

/** The server's event stream, opened again for as long as the page wants it, at growing intervals up to 8 s. */
export function openEventStream(options: EventStreamOptions): EventStream {
  const { onEvent, onState, openSocket = browserSocket, later = browserLater } = options;
  const path = eventPath(options);
  let socket: EventSocket | undefined;
  let failures = 0;
  let cancelRetry: (() => void) | undefined;
  let cancelWatch: (() => void) | undefined;

  const lose = () => {
    cancelWatch?.();
    cancelWatch = undefined;
    onState('lost');
    cancelRetry = later(connect, Math.min(SLOWEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures));
    failures += 1;
  };
  /** Also of a connection that is only being made: a network that swallows packets says nothing, whenever it begins to. */
  const expectLife = () => {
    cancelWatch?.();
    cancelWatch = later(() => {
      drop(socket);
      lose();
    }, LONGEST_SILENCE_MS);
  };
  const connect = () => {
    cancelRetry?.();
    cancelRetry = undefined;
    drop(socket);
    const fresh = openSocket(path);
    socket = fresh;
    expectLife();
    fresh.onopen = () => {
      failures = 0;
      onState('open');
    };
    fresh.onmessage = ({ data }) => {
      expectLife();
      const event = typeof data === 'string' ? decodeServerEvent(data) : undefined;
      if (event !== undefined) onEvent(event);
    };
    fresh.onclose = lose;
  };

  onState('connecting');
  connect();
  return {
    retry: connect,
    close: () => {
      cancelRetry?.();
      cancelWatch?.();
      drop(socket);
    },
  };
}

function drop(socket: EventSocket | undefined): void {
  if (socket === undefined) return;
  socket.onopen = null;
  socket.onmessage = null;
  socket.onclose = null;
  socket.close();
}

function eventPath({ ticket, session, call }: EventStreamOptions): string {
  const query = new URLSearchParams();
  if (ticket !== undefined) query.set('ticket', ticket);
  if (session !== undefined) query.set('session', session);
  if (call !== undefined) query.set('call', call);
  const text = query.toString();
  return text === '' ? '/api/events' : `/api/events?${text}`;
}

function browserSocket(path: string): EventSocket {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(url) as unknown as EventSocket;
}

function browserLater(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
