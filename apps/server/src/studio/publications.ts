import type { PublicationView } from '@daoyin/protocol';
import { and, asc, desc, eq, isNotNull, isNull, lte, max, or, sql } from 'drizzle-orm';
import { lockName, type Queries } from '../tickets/rows';
import { announce } from './news';
import { publications } from './tables';

type Row = typeof publications.$inferSelect;
type NewRow = Omit<typeof publications.$inferInsert, 'id' | 'wentLive' | 'calledOffBy'>;

/** Until the transaction ends nobody else publishes. */
export const lockPublications = (queries: Queries): Promise<void> => lockName(queries, 'studio-publish');

/** Adds a publication, which is live at once where its time is not to come, and tells all servers. */
export async function addPublication(queries: Queries, row: NewRow, nowMs: number): Promise<void> {
  await takeLive(queries, nowMs); // what came due before it
  await queries.insert(publications).values(row);
  await takeLive(queries, nowMs);
  await announce(queries, { kind: 'publications' });
}

/**
 * What is live: of those that went live the last, whatever the clock says now. One that is due and was not called off, and of which nobody has
 * taken note yet, comes after them.
 */
export async function liveAt(queries: Queries, nowMs: number): Promise<Row | undefined> {
  const [row] = await queries
    .select()
    .from(publications)
    .where(or(isNotNull(publications.wentLive), isDue(nowMs)))
    .orderBy(sql`${publications.wentLive} DESC NULLS FIRST`, desc(publications.dueMs), desc(publications.id))
    .limit(1);
  return row;
}

/** Takes note of those that have come due, in their order, so that a clock that is set back does not undo them. */
export async function takeLive(queries: Queries, nowMs: number): Promise<boolean> {
  const { id, dueMs, wentLive } = publications;
  const due = await queries
    .select({ id })
    .from(publications)
    .where(isDue(nowMs))
    .orderBy(asc(dueMs), asc(id));
  if (due.length === 0) return false;
  const [last] = await queries.select({ wentLive: max(wentLive) }).from(publications);
  for (const [i, row] of due.entries())
    await queries
      .update(publications)
      .set({ wentLive: Number(last?.wentLive ?? 0) + 1 + i })
      .where(eq(id, row.id));
  return true;
}

/** When the next that has not gone live is due. */
export async function nextDueMs(queries: Queries): Promise<number | undefined> {
  const [next] = await queries
    .select({ dueMs: publications.dueMs })
    .from(publications)
    .where(isOpen())
    .orderBy(publications.dueMs)
    .limit(1);
  return next?.dueMs;
}

export function stateOf(row: Row, liveId: number | undefined, nowMs: number): PublicationView['state'] {
  if (row.calledOffBy !== null) return 'called-off';
  if (row.id === liveId) return 'live';
  return isScheduled(row, nowMs) ? 'scheduled' : 'past';
}

export const isScheduled = ({ dueMs, wentLive, calledOffBy }: Row, nowMs: number): boolean =>
  dueMs > nowMs && wentLive === null && calledOffBy === null;

const isOpen = () => and(isNull(publications.wentLive), isNull(publications.calledOffBy));
const isDue = (nowMs: number) => and(lte(publications.dueMs, nowMs), isOpen());
