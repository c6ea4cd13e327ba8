import { dueAppointments } from '@daoyin/services';
import { type SQL, sql } from 'drizzle-orm';
import type { Queries } from './rows';

/** Those who wait in the queues of some letters. */
export interface Waiting {
  readonly day: string;
  readonly letters: readonly string[];
  /** Only for these services, where they are named. */
  readonly services?: readonly string[];
}

/** The numbers of the first `most` who wait at `atMs`, in the order of `queueOrder`. */
export function firstWaiting(
  queries: Queries,
  waiting: Waiting,
  atMs: number,
  most: number,
): Promise<readonly string[]> {
  return inOrder(queries, waiting, atMs, most, sql``);
}

/**
 * Who comes next, its row locked until the transaction ends. A row that another transaction has locked is passed over: it is being
 * called elsewhere at this moment.
 */
export async function lockNext(
  queries: Queries,
  waiting: Waiting,
  atMs: number,
): Promise<string | undefined> {
  const [next] = await inOrder(queries, waiting, atMs, 1, sql`FOR UPDATE SKIP LOCKED`);
  return next;
}

/** Two short walks, along an index of appointments and one of places, however many wait. */
async function inOrder(
  queries: Queries,
  { day, letters, services }: Waiting,
  atMs: number,
  most: number,
  lock: SQL,
): Promise<readonly string[]> {
  if (letters.length === 0) return [];
  const { fromMs, toMs } = dueAppointments(atMs);
  const served = services === undefined ? sql`` : sql`AND service_id = ANY(${sql.param(services)})`;
  const waiting = sql`FROM tickets WHERE day = ${day} AND state = 'waiting' AND series = ANY(${sql.param(letters)}) ${served}`;
  const result = (await queries.execute(sql`
    WITH due AS (
      SELECT number, appointment_ms, place_ms, ordinal ${waiting}
        AND appointment_ms BETWEEN ${fromMs} AND ${toMs}
      ORDER BY appointment_ms, place_ms, ordinal, number LIMIT ${most} ${lock}
    ), others AS (
      SELECT number, place_ms, ordinal ${waiting}
        AND (appointment_ms BETWEEN ${fromMs} AND ${toMs}) IS NOT TRUE
      ORDER BY place_ms, ordinal, number LIMIT ${most} - (SELECT count(*) FROM due) ${lock}
    )
    SELECT number FROM (
      SELECT 0 AS part, appointment_ms, place_ms, ordinal, number FROM due
      UNION ALL SELECT 1, 0, place_ms, ordinal, number FROM others
    ) AS first
    ORDER BY part, appointment_ms, place_ms, ordinal, number`)) as unknown as { rows: { number: string }[] };
  return result.rows.map(({ number }) => number);
}
