import { randomUUID } from 'node:crypto';
import type { AskGuide, GuideCallView } from '@daoyin/protocol';
import { and, eq, gt, inArray, or, sql } from 'drizzle-orm';
import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { audit } from '../staff/audit';
import { whole } from '../storage/columns';
import type { Database, OpenDatabase } from '../storage/database';
import { inTransaction } from '../storage/transaction';
import type { Queries } from '../tickets/rows';

const guideCalls = pgTable('guide_calls', {
  id: text('id').primaryKey(),
  kiosk: text('kiosk').notNull(),
  ask: jsonb('ask').$type<AskGuide>().notNull(),
  state: text('state').$type<GuideCallView['state']>().notNull(),
  by: text('come_by'),
  askedAtMs: whole('asked_at_ms').notNull(),
  updatedAtMs: whole('updated_at_ms').notNull(),
});

const CHANNEL = 'daoyin_guide_calls';
const OPEN = ['waiting', 'coming'] as const;
/** How long a finished call is still listed. */
const LISTED_MS = 60 * 60_000;

export type GuideCallResult =
  | { readonly ok: true; readonly call: GuideCallView }
  | { readonly ok: false; readonly kind: 'unknown-call' | 'not-possible'; readonly message: string };

/** People who are asked for at kiosks. A kiosk has one open call at a time, whoever asks how often. */
export interface GuideCalls {
  ask(wish: AskGuide): Promise<GuideCallView>;
  find(id: string): Promise<GuideCallResult>;
  /** Open calls, the longest waiting first, then those of the last hour. */
  list(): Promise<readonly GuideCallView[]>;
  cancel(id: string): Promise<GuideCallResult>;
  come(id: string, by: string): Promise<GuideCallResult>;
  finish(id: string, by: string): Promise<GuideCallResult>;
  /** Hears of every change, on every server of the hall. */
  onChange(listener: (call: GuideCallView) => void): () => void;
  close(): Promise<void>;
}

export async function openGuideCalls(
  { database, listen }: Pick<OpenDatabase, 'database' | 'listen'>,
  nowMs: () => number,
): Promise<GuideCalls> {
  const listeners = new Set<(call: GuideCallView) => void>();
  const stop = await listen(
    CHANNEL,
    (payload) => {
      for (const listener of listeners) listener(JSON.parse(payload) as GuideCallView);
    },
    () => undefined,
  );
  const move = (
    id: string,
    from: readonly GuideCallView['state'][],
    to: GuideCallView['state'],
    by?: string,
  ) => moveCall(database, { id, from, to, by, nowMs: nowMs() });
  return {
    ask: (wish) => inTransaction(database, (queries) => askOnce(queries, wish, nowMs())),
    find: async (id) => {
      const row = await readCall(database, id);
      return row === undefined ? unknown(id) : { ok: true, call: viewOf(row) };
    },
    list: async () => {
      const rows = await database
        .select()
        .from(guideCalls)
        .where(or(inArray(guideCalls.state, [...OPEN]), gt(guideCalls.askedAtMs, nowMs() - LISTED_MS)))
        .orderBy(sql`${guideCalls.state} NOT IN ('waiting', 'coming')`, guideCalls.askedAtMs)
        .limit(200);
      return rows.map(viewOf);
    },
    cancel: (id) => move(id, OPEN, 'cancelled'),
    come: (id, by) => move(id, OPEN, 'coming', by),
    finish: (id, by) => move(id, OPEN, 'done', by),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: stop,
  };
}

async function askOnce(queries: Queries, ask: AskGuide, nowMs: number): Promise<GuideCallView> {
  const kiosk = kioskOf(ask);
  const [made] = await queries
    .insert(guideCalls)
    .values({
      id: randomUUID(),
      kiosk,
      ask,
      state: 'waiting',
      by: null,
      askedAtMs: nowMs,
      updatedAtMs: nowMs,
    })
    .onConflictDoNothing()
    .returning();
  if (made !== undefined) return announce(queries, viewOf(made));
  const [open] = await queries
    .select()
    .from(guideCalls)
    .where(and(eq(guideCalls.kiosk, kiosk), inArray(guideCalls.state, [...OPEN])));
  // between the two the call was closed: then it is asked again
  return open === undefined ? askOnce(queries, ask, nowMs) : viewOf(open);
}

/** Two kiosks never stand within a decimetre of one another. */
const kioskOf = ({ at }: AskGuide) => `${at.x.toFixed(1)},${at.y.toFixed(1)},${at.level}`;

async function moveCall(
  database: Database,
  move: {
    readonly id: string;
    readonly from: readonly GuideCallView['state'][];
    readonly to: GuideCallView['state'];
    readonly by: string | undefined;
    readonly nowMs: number;
  },
): Promise<GuideCallResult> {
  const { id, from, to, by, nowMs } = move;
  return inTransaction(database, async (queries): Promise<GuideCallResult> => {
    const [row] = await queries
      .update(guideCalls)
      .set({ state: to, updatedAtMs: nowMs, ...(by !== undefined && { by }) })
      .where(and(eq(guideCalls.id, id), inArray(guideCalls.state, [...from])))
      .returning();
    if (row === undefined) {
      const known = await readCall(queries, id);
      if (known === undefined) return unknown(id);
      if (known.state === to) return { ok: true, call: viewOf(known) };
      return { ok: false, kind: 'not-possible', message: `This call is ${known.state}.` };
    }
    if (by !== undefined)
      await audit(queries, { atMs: nowMs, actor: by, action: `guide-call.${to}`, subject: id });
    return { ok: true, call: await announce(queries, viewOf(row)) };
  });
}

async function readCall(queries: Pick<Queries, 'select'>, id: string): Promise<Row | undefined> {
  const [row] = await queries.select().from(guideCalls).where(eq(guideCalls.id, id));
  return row;
}

/** Told when the transaction commits, and only then. */
async function announce(queries: Queries, call: GuideCallView): Promise<GuideCallView> {
  await queries.execute(sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(call)})`);
  return call;
}

type Row = typeof guideCalls.$inferSelect;

const viewOf = ({ id, ask, state, by, askedAtMs, updatedAtMs }: Row): GuideCallView => ({
  ...ask,
  id,
  state,
  by,
  askedAtMs,
  updatedAtMs,
});

const unknown = (id: string): GuideCallResult => ({
  ok: false,
  kind: 'unknown-call',
  message: `There is no call ${id}.`,
});
