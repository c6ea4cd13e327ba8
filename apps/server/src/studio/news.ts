import type { PeerView } from '@daoyin/protocol';
import { sql } from 'drizzle-orm';
import type { OpenDatabase } from '../storage/database';
import type { Queries } from '../tickets/rows';

const CHANNEL = 'daoyin_studio';

/** What every server of the hall hears of the studio. */
export type StudioNews =
  | { readonly kind: 'draft'; readonly revision: number }
  | { readonly kind: 'publications' }
  | { readonly kind: 'peer'; readonly peer: PeerView }
  | { readonly kind: 'peer-left'; readonly id: string };

/** Tells all servers, in the transaction of the change. */
export async function announce(queries: Queries, news: StudioNews): Promise<void> {
  await queries.execute(sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(news)})`);
}

export interface NewsDesk {
  /** `undefined` where some may have been missed. */
  onNews(listener: (news: StudioNews | undefined) => void): () => void;
  close(): Promise<void>;
}

export async function openNews({ listen }: Pick<OpenDatabase, 'listen'>): Promise<NewsDesk> {
  const listeners = new Set<(news: StudioNews | undefined) => void>();
  const tell = (news: StudioNews | undefined) => {
    for (const listener of listeners) listener(news);
  };
  const stop = await listen(
    CHANNEL,
    (payload) => tell(JSON.parse(payload) as StudioNews),
    () => tell(undefined),
  );
  return {
    onNews: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: stop,
  };
}
