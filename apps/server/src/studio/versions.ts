import { createHash } from 'node:crypto';
import type { PublicationView, StudioDocument, VersionView } from '@daoyin/protocol';
import type { Issue } from '@daoyin/venue';
import { desc, eq } from 'drizzle-orm';
import { reasonOf } from '../operation/reason';
import { audit } from '../staff/audit';
import type { Database } from '../storage/database';
import { inTransaction } from '../storage/transaction';
import type { Queries } from '../tickets/rows';
import { announce } from './news';
import {
  addPublication,
  isScheduled,
  liveAt,
  lockPublications,
  nextDueMs,
  stateOf,
  takeLive,
} from './publications';
import { type PublicationKind, publications, versions } from './tables';

export interface LiveVersion {
  readonly versionId: number;
  readonly document: StudioDocument;
  readonly kind: PublicationKind;
}

export interface NewVersion {
  readonly document: StudioDocument;
  readonly author: string;
  readonly note: string;
  readonly warnings: readonly Issue[];
  /** When it goes live; at once where it is absent or past. */
  readonly dueMs?: number | undefined;
}

export type Published =
  | { readonly ok: true; readonly versionId: number; readonly dueMs: number }
  | {
      readonly ok: false;
      readonly kind: 'unknown-version' | 'unknown-publication' | 'not-scheduled';
      readonly message: string;
    };

/** Versions that never change, and when which is live. Every change is audited in its own transaction. */
export interface Versions {
  live(): Promise<LiveVersion>;
  /** When the next scheduled one is due; past where it could not be written that one has come due. */
  nextDueMs(): Promise<number | undefined>;
  list(): Promise<readonly VersionView[]>;
  listPublications(): Promise<readonly PublicationView[]>;
  read(id: number): Promise<StudioDocument | undefined>;
  publish(version: NewVersion): Promise<Published>;
  /** Makes a version live that was before; an old one made live again is a rollback. */
  publishAgain(id: number, author: string): Promise<Published>;
  callOff(publicationId: number, author: string): Promise<Published>;
}

const MOST_LISTED = 200;

/**
 * The versions of a hall. What `serve` was given is the first, and follows its folder as long as nobody has published
 * another; after that the folder is not looked at any more, which is `warn`ed of where it differs.
 */
export async function openVersions(
  database: Database,
  folder: StudioDocument,
  nowMs: () => number,
  warn: (message: string) => void,
): Promise<Versions> {
  const hash = createHash('sha256').update(JSON.stringify(folder)).digest('hex').slice(0, 32);
  await inTransaction(database, (queries) => takeFolder(queries, folder, hash, nowMs(), warn));

  const put = async (
    queries: Queries,
    versionId: number,
    kind: PublicationKind,
    author: string,
    dueMs: number,
  ) => {
    await addPublication(queries, { versionId, kind, author, dueMs, atMs: nowMs() }, nowMs());
    await audit(queries, {
      atMs: nowMs(),
      actor: author,
      action: dueMs > nowMs() ? 'plan.schedule' : `plan.${kind}`,
      subject: String(versionId),
      detail: { dueMs },
    });
  };
  /** What cannot be written now, such as on a full disk, is tried again when somebody looks. */
  const takeNote = () =>
    inTransaction(database, async (queries) => {
      await lockPublications(queries);
      if (await takeLive(queries, nowMs())) await announce(queries, { kind: 'publications' });
    }).catch((error: unknown) => warn(`that a plan went live cannot be written: ${reasonOf(error)}`));

  return {
    async live() {
      const found = await liveAt(database, nowMs());
      if (found?.wentLive === null) await takeNote();
      const [version] = await database.select().from(versions).where(eq(versions.id, found!.versionId));
      return { versionId: found!.versionId, document: version!.document, kind: found!.kind };
    },
    nextDueMs: () => nextDueMs(database),
    async list() {
      const { id, atMs, author, note, warnings } = versions;
      const rows = await database
        .select({ id, atMs, author, note, warnings })
        .from(versions)
        .orderBy(desc(versions.id))
        .limit(MOST_LISTED);
      return rows.map((row) => ({ ...row, warnings: row.warnings.length }));
    },
    async listPublications() {
      const live = await liveAt(database, nowMs());
      const rows = await database
        .select()
        .from(publications)
        .orderBy(desc(publications.id))
        .limit(MOST_LISTED);
      return rows.map(({ wentLive, ...row }) => ({
        ...row,
        state: stateOf({ ...row, wentLive }, live?.id, nowMs()),
      }));
    },
    async read(id) {
      const [version] = await database.select().from(versions).where(eq(versions.id, id));
      return version?.document;
    },
    publish: ({ document, author, note, warnings, dueMs = 0 }) =>
      inTransaction(database, async (queries) => {
        await lockPublications(queries);
        const [made] = await queries
          .insert(versions)
          .values({ document, author, note, warnings, atMs: nowMs(), folder: null })
          .returning({ id: versions.id });
        const at = Math.max(dueMs, nowMs());
        await put(queries, made!.id, 'publish', author, at);
        return { ok: true, versionId: made!.id, dueMs: at } as const;
      }),
    publishAgain: (id, author) =>
      inTransaction(database, async (queries): Promise<Published> => {
        await lockPublications(queries);
        const [version] = await queries.select({ id: versions.id }).from(versions).where(eq(versions.id, id));
        if (!version) return { ok: false, kind: 'unknown-version', message: `There is no version ${id}.` };
        await put(queries, id, 'rollback', author, nowMs());
        return { ok: true, versionId: id, dueMs: nowMs() };
      }),
    callOff: (id, author) =>
      inTransaction(database, async (queries): Promise<Published> => {
        await lockPublications(queries);
        const [row] = await queries.select().from(publications).where(eq(publications.id, id));
        if (!row)
          return { ok: false, kind: 'unknown-publication', message: `There is no publication ${id}.` };
        if (!isScheduled(row, nowMs()))
          return {
            ok: false,
            kind: 'not-scheduled',
            message: `Publication ${id} is not scheduled any more.`,
          };
        await queries.update(publications).set({ calledOffBy: author }).where(eq(publications.id, id));
        const subject = String(row.versionId);
        await audit(queries, { atMs: nowMs(), actor: author, action: 'plan.call-off', subject });
        await announce(queries, { kind: 'publications' });
        return { ok: true, versionId: row.versionId, dueMs: row.dueMs };
      }),
  };
}

async function takeFolder(
  queries: Queries,
  document: StudioDocument,
  hash: string,
  nowMs: number,
  warn: (message: string) => void,
): Promise<void> {
  await lockPublications(queries);
  const [newest] = await queries
    .select({ id: versions.id, folder: versions.folder })
    .from(versions)
    .orderBy(desc(versions.id))
    .limit(1);
  if (newest?.folder === hash) return;
  if (newest && newest.folder === null) {
    const [taken] = await queries
      .select({ id: versions.id })
      .from(versions)
      .where(eq(versions.folder, hash))
      .limit(1);
    if (!taken) warn('The plan folder has changed; what the studio published stays live, import it there.');
    return;
  }
  const author = 'serve';
  const [made] = await queries
    .insert(versions)
    .values({ document, author, note: '', warnings: [], atMs: nowMs, folder: hash })
    .returning({ id: versions.id });
  const publication = { versionId: made!.id, kind: 'folder' as const, author, dueMs: nowMs, atMs: nowMs };
  await addPublication(queries, publication, nowMs);
}
