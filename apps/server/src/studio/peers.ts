import { randomUUID } from 'node:crypto';
import type { PeerReport, PeerView } from '@daoyin/protocol';
import type { Database } from '../storage/database';
import { announce, type NewsDesk } from './news';

/** Who has the draft open, on every server of the hall. Nothing of it is stored. */
export interface Peers {
  list(): readonly PeerView[];
  /** Somebody opened the draft here. */
  enter(name: string): Peer;
  onChange(listener: (news: PeerNews) => void): () => void;
  close(): void;
}

export interface Peer {
  readonly id: string;
  report(report: PeerReport): void;
  leave(): void;
}

export type PeerNews =
  | { readonly type: 'peer'; readonly peer: PeerView }
  | { readonly type: 'peer-left'; readonly id: string };

/** Whoever was not heard of for so long is gone: their server may have been killed. */
const SILENT_MS = 60_000;
/** Every peer is told again so often, for servers that came later. */
const REPEAT_MS = 20_000;

export function openPeers(database: Database, news: NewsDesk, nowMs: () => number): Peers {
  const peers = new Map<string, { readonly view: PeerView; readonly heardMs: number }>();
  const own = new Map<string, PeerView>();
  const listeners = new Set<(news: PeerNews) => void>();
  const tell = (told: PeerNews) => {
    for (const listener of listeners) listener(told);
  };
  const say = (peer: PeerView) => void announce(database, { kind: 'peer', peer }).catch(() => undefined);
  const forget = (id: string) => {
    if (peers.delete(id)) tell({ type: 'peer-left', id });
  };
  const stop = news.onNews((told) => {
    if (told?.kind === 'peer') {
      peers.set(told.peer.id, { view: told.peer, heardMs: nowMs() });
      tell({ type: 'peer', peer: told.peer });
    } else if (told?.kind === 'peer-left') forget(told.id);
  });
  const round = setInterval(() => {
    for (const view of own.values()) say(view);
    for (const [id, { heardMs }] of peers) if (nowMs() - heardMs > SILENT_MS) forget(id);
  }, REPEAT_MS);

  return {
    list: () => [...peers.values()].map(({ view }) => view),
    enter(name) {
      const id = randomUUID();
      const put = (report: PeerReport) => {
        const view = { ...report, id, name };
        own.set(id, view);
        say(view);
      };
      put({});
      return {
        id,
        report: put,
        leave: () => {
          own.delete(id);
          void announce(database, { kind: 'peer-left', id }).catch(() => undefined);
        },
      };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      clearInterval(round);
      stop();
    },
  };
}
