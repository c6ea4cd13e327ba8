import type { StudioDocument } from '@daoyin/protocol';
import { readServices } from '@daoyin/services';
import { applyForeignPatch, applyPatch, type Patch } from '@daoyin/venue';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Database } from '../storage/database';
import { inTransaction } from '../storage/transaction';
import { lockName, type Queries } from '../tickets/rows';
import { announce } from './news';
import { drafts, steps } from './tables';

/** The one draft of a hall. */
const ID = 'main';
/** After so many steps the document itself is kept again, so that opening it stays quick. */
const SNAPSHOT_EVERY = 50;

export interface DraftState {
  readonly revision: number;
  readonly document: StudioDocument;
  readonly updatedAtMs: number;
}

export interface DraftStep {
  readonly revision: number;
  readonly patch: Patch;
  readonly author: string;
  readonly atMs: number;
}

export interface NewStep {
  /** The sender's own name for it: sent twice it is taken once. */
  readonly messageId: string;
  /** The revision that it goes on top of. */
  readonly base: number;
  readonly patch: Patch;
  readonly author: string;
}

export type Appended =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly kind: 'behind'; readonly revision: number; readonly message: string }
  | { readonly ok: false; readonly kind: 'bad-edit'; readonly message: string };

/** The draft as every server of the hall knows it. */
export interface Draft {
  read(): Promise<DraftState>;
  stepsAfter(revision: number): Promise<readonly DraftStep[]>;
  /** Takes a step on top of the newest revision, and none on top of an older one. */
  append(step: NewStep): Promise<Appended>;
}

/** The draft, begun as `first` where there is none, or where nobody has edited it yet. */
export async function openDraft(
  database: Database,
  first: StudioDocument,
  nowMs: () => number,
): Promise<Draft> {
  await database
    .insert(drafts)
    .values({ id: ID, document: first, documentRevision: 0, revision: 0, updatedAtMs: nowMs() })
    .onConflictDoUpdate({ target: drafts.id, set: { document: first }, setWhere: eq(drafts.revision, 0) });
  let known: DraftState | undefined;
  const read = async (queries: Queries): Promise<DraftState> => {
    const [row] = await queries
      .select({ revision: drafts.revision, updatedAtMs: drafts.updatedAtMs })
      .from(drafts)
      .where(eq(drafts.id, ID));
    const { revision, updatedAtMs } = row!;
    if (known?.revision === revision) return known;
    const from = known ?? (await readSnapshot(queries));
    const later = await readSteps(queries, from.revision);
    const document = later.reduce((current, { patch }) => applyPatch(current, patch), from.document);
    known = { document, revision: later.at(-1)?.revision ?? from.revision, updatedAtMs };
    return known;
  };

  return {
    read: () => read(database),
    stepsAfter: (revision) => readSteps(database, revision),
    append: (step) =>
      inTransaction(database, async (queries): Promise<Appended> => {
        await lockName(queries, 'studio-draft');
        const [same] = await queries
          .select({ revision: steps.revision })
          .from(steps)
          .where(and(eq(steps.draftId, ID), eq(steps.messageId, step.messageId)));
        if (same) return { ok: true, revision: same.revision };
        const { revision: newest, document } = await read(queries);
        if (newest !== step.base) return behind(newest);
        const edit = editOf(document, step.patch);
        if (!edit.ok) return { ok: false, kind: 'bad-edit', message: edit.message };
        const revision = newest + 1;
        const { messageId, author, patch } = step;
        const atMs = nowMs();
        await queries.insert(steps).values({ draftId: ID, revision, messageId, author, atMs, patch });
        const isKept = revision % SNAPSHOT_EVERY === 0;
        await queries
          .update(drafts)
          .set({
            revision,
            updatedAtMs: atMs,
            ...(isKept && { document: edit.document, documentRevision: revision }),
          })
          .where(eq(drafts.id, ID));
        await announce(queries, { kind: 'draft', revision });
        return { ok: true, revision };
      }),
  };
}

const behind = (revision: number): Appended => ({
  ok: false,
  kind: 'behind',
  revision,
  message: `The draft is at revision ${revision}: take what came before, and send again.`,
});

function editOf(
  document: StudioDocument,
  patch: Patch,
): ReturnType<typeof applyForeignPatch<StudioDocument>> {
  const edit = applyForeignPatch(document, patch);
  if (!edit.ok || edit.document.catalogue === document.catalogue || edit.document.catalogue === null)
    return edit;
  const read = readServices(JSON.stringify(edit.document.catalogue));
  return read.ok ? edit : { ok: false, message: `catalogue: ${read.issues[0]?.message}` };
}

async function readSnapshot(queries: Queries): Promise<{ revision: number; document: StudioDocument }> {
  const [row] = await queries.select().from(drafts).where(eq(drafts.id, ID));
  return { revision: row!.documentRevision, document: row!.document };
}

async function readSteps(queries: Queries, after: number): Promise<readonly DraftStep[]> {
  const { revision, patch, author, atMs } = steps;
  return queries
    .select({ revision, patch, author, atMs })
    .from(steps)
    .where(and(eq(steps.draftId, ID), gt(steps.revision, after)))
    .orderBy(asc(steps.revision));
}
