import type { VenueBundle } from '@daoyin/protocol';
import { type EncodedJson, encodeJson } from '../http/encoded';
import { bundleOf } from '../venue';
import type { NewsDesk } from './news';
import type { Versions } from './versions';

/** The hall as it is published now; pages and receivers go by it. */
export interface LiveHall {
  bundle(): VenueBundle;
  /** The bundle packed for pages. */
  encoded(): Promise<EncodedJson>;
  /** Called when another version has gone live, once it can be fetched. */
  onChange(listener: (bundle: VenueBundle) => void): () => void;
  close(): Promise<void>;
}

export interface LiveContext {
  readonly versions: Pick<Versions, 'live' | 'nextDueMs'>;
  readonly news: NewsDesk;
  /** What `serve` was given: live as it stands while it is what is published. */
  readonly given: VenueBundle;
  /** Adds the hours for this hall's clock. */
  readonly withHours: (bundle: VenueBundle) => VenueBundle;
  readonly nowMs: () => number;
  readonly warn: (message: string) => void;
}

/** A timer counts on its own, whatever becomes of the clock that a schedule goes by: so it is short. */
const LONGEST_SLEEP_MS = 10_000;
/** Before it is tried again to write that a version has gone live. */
const OVERDUE_SLEEP_MS = 1_000;

/** Follows what is published: news of other servers, and schedules that come due. */
export async function openLive(context: LiveContext): Promise<LiveHall> {
  const { versions, news, given, withHours, nowMs, warn } = context;
  const listeners = new Set<(bundle: VenueBundle) => void>();
  const first = await versions.live();
  let versionId = first.versionId;
  let bundle = first.kind === 'folder' ? withHours(given) : withHours(bundleOf(first.document));
  let encoded = encodeJson(bundle);
  let timer: NodeJS.Timeout | undefined;
  let dueMs: number | undefined;
  let isClosed = false;
  let turn: Promise<void> = Promise.resolve();

  const look = async () => {
    const live = await versions.live();
    if (live.versionId !== versionId) {
      const next = withHours(bundleOf(live.document));
      const packed = encodeJson(next);
      await packed;
      [versionId, bundle, encoded] = [live.versionId, next, packed];
      for (const listener of listeners) listener(bundle);
    }
    dueMs = await versions.nextDueMs();
    sleep();
  };
  const sleep = () => {
    clearTimeout(timer);
    const leftMs = (dueMs ?? Number.POSITIVE_INFINITY) - nowMs();
    const sleepMs = leftMs > 0 ? Math.min(LONGEST_SLEEP_MS, leftMs) : OVERDUE_SLEEP_MS;
    if (!isClosed) timer = setTimeout(wake, sleepMs);
  };
  const wake = () => (dueMs !== undefined && dueMs <= nowMs() ? lookAgain() : sleep());
  /** One after the other, so that the newest word stays. */
  const lookAgain = () => {
    turn = turn.then(look).catch((error: Error) => {
      warn(`what is published: ${error.message}`);
      if (!isClosed) timer = setTimeout(lookAgain, 1_000);
    });
  };
  const stop = news.onNews((told) => {
    if (told === undefined || told.kind === 'publications') lookAgain();
  });
  lookAgain();

  return {
    bundle: () => bundle,
    encoded: () => encoded,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      isClosed = true;
      stop();
      clearTimeout(timer);
      await turn;
      clearTimeout(timer);
    },
  };
}
