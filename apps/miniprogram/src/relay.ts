import type { Advert } from '@daoyin/beacon-ingest';
import type { Clock, Wx, WxSocket } from './wx';

export interface Relay {
  /** Hands on what was heard, with the next batch. */
  heard(adverts: readonly Advert[]): void;
  close(): void;
}

const BATCH_MS = 500;
/** What could not be sent by then says nothing any more. */
const STALE_MS = 3000;
const MOST_WAITING = 500;
const FIRST_RETRY_MS = 500;
const SLOWEST_RETRY_MS = 8000;
/** The server will not have this session or this form, however often it is asked. */
const BAD_REQUEST = 4400;

interface Line {
  readonly atMs: number;
  readonly uuid: string;
  readonly major: number;
  readonly minor: number;
  readonly rssiDbm: number;
}

/**
 * Sends readings to the page that shares the session, twice a second, over a WebSocket that is opened again for as long as the walk
 * lasts: a page in a web-view gets nothing from its mini program. Readings, never positions; what is stale is dropped, not stored.
 */
export function openRelay(wx: Pick<Wx, 'connectSocket'>, clock: Clock, url: string): Relay {
  let waiting: Line[] = [];
  let socket: WxSocket | undefined;
  let isOpen = false;
  let failures = 0;
  let closed = false;
  let cancelRetry: (() => void) | undefined;

  const connect = () => {
    const fresh = wx.connectSocket({ url });
    socket = fresh;
    let over = false;
    const lost = (code: number | undefined) => {
      if (over || closed) return;
      over = true;
      isOpen = false;
      if (code === BAD_REQUEST) return;
      cancelRetry = clock.later(Math.min(SLOWEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures), connect);
      failures += 1;
    };
    fresh.onOpen(() => {
      isOpen = true;
      failures = 0;
    });
    fresh.onClose(({ code }) => lost(code));
    fresh.onError(() => lost(undefined));
  };
  const send = () => {
    const now = clock.nowMs();
    waiting = waiting.filter(({ atMs }) => now - atMs < STALE_MS).slice(-MOST_WAITING);
    if (!isOpen || waiting.length === 0) return;
    const heard = waiting;
    waiting = [];
    socket?.send({ data: JSON.stringify({ heard }) });
  };

  connect();
  const stop = clock.every(BATCH_MS, send);
  return {
    heard: (adverts) => waiting.push(...adverts.flatMap(lineOf)),
    close: () => {
      closed = true;
      stop();
      cancelRetry?.();
      socket?.close();
    },
  };
}

function lineOf({ atMs, rssiDbm, payload }: Advert): readonly Line[] {
  if (payload.kind !== 'ibeacon') return [];
  const { uuid, major, minor } = payload;
  return [{ atMs, uuid, major, minor, rssiDbm }];
}
