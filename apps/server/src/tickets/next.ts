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

/** Two short walks for each letter, along an index of appointments and one of places, however many wait. */
async function inOrder(
  queries: Queries,
  { day, letters, services }: Waiting,
  atMs: number,
  most: number,
  lock: SQL,
): Promise<readonly string[]> {
  const { fromMs, toMs } = dueAppointments(atMs);
  const served = services === undefined ? sql`` : sql`AND service_id = ANY(${sql.param(services)})`;
  const first = (due: SQL, order: SQL, limit: SQL) => sql`
    SELECT t.* FROM unnest(${sql.param(letters)}::text[]) AS l (letter), LATERAL (
      SELECT number, appointment_ms, place_ms, ordinal FROM tickets
      WHERE day = ${day} AND state = 'waiting' AND series = l.letter ${served}
        AND (appointment_ms BETWEEN ${fromMs} AND ${toMs}) ${due}
      ORDER BY ${order} LIMIT ${limit} ${lock}
    ) AS t ORDER BY ${order} LIMIT ${limit}`;
  const place = sql`place_ms, ordinal, number`;
  const result = (await queries.execute(sql`
    WITH due AS (${first(sql``, sql`appointment_ms, ${place}`, sql`${most}`)}),
      others AS (${first(sql`IS NOT TRUE`, place, sql`${most} - (SELECT count(*) FROM due)`)})
    SELECT number FROM (
      SELECT 0 AS part, appointment_ms, place_ms, ordinal, number FROM due
      UNION ALL SELECT 1, 0, place_ms, ordinal, number FROM others
    ) AS both_parts
    ORDER BY part, appointment_ms, ${place}`)) as unknown as { rows: { number: string }[] };
  return result.rows.map(({ number }) => number);
}
