import { describe, expect, it } from 'vitest';
import { type ConnectionState, type EventSocket, openEventStream } from './events';

const SILENCE_MS = 25_000;

/** A stand-in for sockets and time: what the stream opened, and what it wants to do later. */
function stage() {
  const opened: { path: string; socket: EventSocket; closed: boolean }[] = [];
  const waits: { callback: () => void; ms: number; cancelled: boolean }[] = [];
  const states: ConnectionState[] = [];
  const events: unknown[] = [];
  const stream = openEventStream({
    ticket: 'A032',
    session: 'demo',
    onEvent: (event) => events.push(event),
    onState: (state) => states.push(state),
    openSocket: (path) => {
      const entry = { path, closed: false, socket: undefined as unknown as EventSocket };
      entry.socket = {
        onopen: null,
        onmessage: null,
        onclose: null,
        close: () => {
          entry.closed = true;
        },
      };
      opened.push(entry);
      return entry.socket;
    },
    later: (callback, ms) => {
      const wait = { callback, ms, cancelled: false };
      waits.push(wait);
      return () => {
        wait.cancelled = true;
      };
    },
  });
  const isWatch = ({ ms }: { readonly ms: number }) => ms === SILENCE_MS;
  return {
    opened,
    states,
    events,
    stream,
    /** Waits before it tries again, and those for a sign of life. */
    retries: () => waits.filter((wait) => !isWatch(wait)),
    watches: () => waits.filter(isWatch),
  };
}

describe('the event stream', () => {
  it('asks for the ticket and the session', () => {
    expect(stage().opened[0]?.path).toBe('/api/events?ticket=A032&session=demo');
  });

  it('gives known events and drops what it cannot read', () => {
    const { opened, events } = stage();
    const { socket } = opened[0]!;
    socket.onmessage?.({ data: '{"type":"hello","serverTimeMs":1,"venueVersion":"v"}' });
    socket.onmessage?.({ data: 'no json' });
    socket.onmessage?.({ data: '{"type":"of a newer server"}' });
    socket.onmessage?.({ data: new ArrayBuffer(2) });
    expect(events).toEqual([{ type: 'hello', serverTimeMs: 1, venueVersion: 'v' }]);
  });

  it('comes back by itself, ever more slowly, and soon again after a success', () => {
    const { opened, retries, states } = stage();
    for (let i = 0; i < 6; i++) {
      opened.at(-1)!.socket.onclose?.();
      retries().at(-1)!.callback();
    }
    expect(retries().map((wait) => wait.ms)).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
    opened.at(-1)!.socket.onopen?.();
    opened.at(-1)!.socket.onclose?.();
    expect(retries().at(-1)?.ms).toBe(500);
    expect(states.at(0)).toBe('connecting');
    expect(states.at(-2)).toBe('open');
    expect(states.at(-1)).toBe('lost');
  });

  it('a server that falls silent is lost, and asked again: behind a network that swallows packets, or after an hour asleep', () => {
    const { opened, watches, retries, states } = stage();
    const { socket } = opened[0]!;
    socket.onopen?.();
    socket.onmessage?.({ data: '{"type":"hello","serverTimeMs":1,"venueVersion":"v"}' });
    socket.onmessage?.({ data: '{"type":"alive"}' });
    expect(watches().map(({ cancelled }) => cancelled)).toEqual([true, true, false]);
    watches().at(-1)!.callback();
    expect(opened[0]!.closed).toBe(true);
    expect(states.at(-1)).toBe('lost');
    retries().at(-1)!.callback();
    expect(opened).toHaveLength(2);
  });

  it('a server that never answers is lost too, and asked again', () => {
    const { opened, watches, retries, states } = stage();
    watches().at(-1)!.callback();
    expect([opened[0]!.closed, states.at(-1)]).toEqual([true, 'lost']);
    retries().at(-1)!.callback();
    expect(opened).toHaveLength(2);
    expect(watches().at(-1)!.cancelled).toBe(false);
  });

  it('never keeps two sockets', () => {
    const { opened, stream } = stage();
    stream.retry();
    expect(opened.map((entry) => entry.closed)).toEqual([true, false]);
  });

  it('is silent once closed', () => {
    const { opened, retries, watches, stream } = stage();
    opened[0]!.socket.onclose?.();
    stream.close();
    expect(retries()[0]?.cancelled).toBe(true);
    expect(watches().every(({ cancelled }) => cancelled)).toBe(true);
    expect(opened[0]?.closed).toBe(true);
  });
});
