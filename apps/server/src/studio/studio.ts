import type { VenueBundle } from '@daoyin/protocol';
import type { ArchiveFiles, Issue } from '@daoyin/venue';
import type { OpenDatabase } from '../storage/database';
import { documentOf } from '../venue';
import { keepArchive, readArchive } from './archive';
import type { KeyedIssue } from './check';
import { type Draft, type DraftState, openDraft } from './draft';
import { openGate } from './gate';
import { type LiveHall, openLive } from './live';
import { openNews } from './news';
import { openPeers, type Peers } from './peers';
import { openVersions, type Published, type Versions } from './versions';

export interface Studio {
  readonly live: LiveHall;
  readonly draft: Draft;
  readonly versions: Versions;
  readonly peers: Peers;
  /** The archive that the plan came from. */
  archive(): Promise<ArchiveFiles>;
  /** What the gate finds in the draft as it is. */
  check(): Promise<{ readonly revision: number; readonly issues: readonly KeyedIssue[] }>;
  publish(wish: PublishWish): Promise<PublishResult>;
  /** Called with the revision when the draft has moved on, on any server; without one when it may have. */
  onDraft(listener: (revision: number | undefined) => void): () => void;
  close(): Promise<void>;
}

export interface PublishWish {
  /** The revision that its author has seen. */
  readonly revision: number;
  readonly author: string;
  readonly note: string;
  /** The keys of the warnings that the author has read. */
  readonly confirmed: readonly string[];
  readonly dueMs?: number | undefined;
}

export type PublishResult =
  | Extract<Published, { ok: true }>
  | {
      readonly ok: false;
      readonly kind: 'behind' | 'has-errors' | 'unconfirmed';
      readonly message: string;
      readonly issues: readonly KeyedIssue[];
    };

export interface StudioContext {
  readonly storage: OpenDatabase;
  readonly given: VenueBundle;
  /** The archive that the plan was read from. */
  readonly archive: ArchiveFiles | undefined;
  readonly withHours: (bundle: VenueBundle) => VenueBundle;
  readonly nowMs: () => number;
  readonly warn: (message: string) => void;
}

/** The server's side of the studio: the draft, versions, what is live, and who edits. */
export async function openStudio({
  storage,
  given,
  archive,
  withHours,
  nowMs,
  warn,
}: StudioContext): Promise<Studio> {
  const { database } = storage;
  const news = await openNews(storage);
  const versions = await openVersions(database, documentOf(given), nowMs, warn);
  const live = await openLive({ versions, news, given, withHours, nowMs, warn });
  const { document } = await versions.live();
  const draft = await openDraft(database, document, nowMs);
  if (archive) await keepArchive(database, archive);
  const peers = openPeers(database, news, nowMs);
  const gate = openGate();
  let checked: { readonly revision: number; readonly issues: Promise<readonly KeyedIssue[]> } | undefined;
  /** What is found in one state of the draft; asked by many at once, it is worked out once. */
  const issuesOf = ({ revision, document: current }: DraftState) => {
    if (checked?.revision === revision) return checked.issues;
    const asked = { revision, issues: gate.check(current) };
    asked.issues.catch(() => {
      if (checked === asked) checked = undefined;
    });
    checked = asked;
    return asked.issues;
  };

  return {
    live,
    draft,
    versions,
    peers,
    archive: () => readArchive(database),
    async check() {
      const state = await draft.read();
      return { revision: state.revision, issues: await issuesOf(state) };
    },
    async publish({ revision, author, note, confirmed, dueMs }) {
      const state = await draft.read();
      const refuse = (
        kind: 'behind' | 'has-errors' | 'unconfirmed',
        message: string,
        of: readonly KeyedIssue[],
      ) => {
        return { ok: false, kind, message, issues: of } as const;
      };
      if (state.revision !== revision)
        return refuse(
          'behind',
          `The draft is at revision ${state.revision}, not ${revision}: look at what changed.`,
          [],
        );
      const issues = await issuesOf(state);
      const errors = issues.filter(({ severity }) => severity === 'error');
      if (errors.length > 0)
        return refuse('has-errors', `${errors.length} errors must be mended first.`, errors);
      const warnings = issues.filter(({ severity }) => severity === 'warning');
      const unread = warnings.filter(({ key }) => !confirmed.includes(key));
      if (unread.length > 0)
        return refuse('unconfirmed', `${unread.length} warnings must be confirmed.`, unread);
      const plain: readonly Issue[] = warnings;
      const made = await versions.publish({ document: state.document, author, note, warnings: plain, dueMs });
      if (!made.ok) throw new Error(`publishing gave ${made.kind}`);
      return made;
    },
    onDraft: (listener) =>
      news.onNews((told) => {
        if (told === undefined) listener(undefined);
        else if (told.kind === 'draft') listener(told.revision);
      }),
    close: async () => {
      peers.close();
      await gate.close();
      await live.close();
      await news.close();
    },
  };
}
