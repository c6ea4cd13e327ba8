import { sql } from 'drizzle-orm';
import type { WallClock } from '../clock';
import type { Database } from '../storage/database';

/** How long what is stored may stay. */
export interface Retention {
  readonly ticketDays: number;
  readonly auditDays: number;
}

const DAY_MS = 86_400_000;

/** Deletes tickets, their events, appointments and calls for a guide, and the audit, that are older than they may be. Gives how many rows. */
export async function deleteOld(
  database: Database,
  { ticketDays, auditDays }: Retention,
  clock: WallClock,
  nowMs: number,
): Promise<number> {
  const beforeMs = nowMs - ticketDays * DAY_MS;
  const before = clock.day(beforeMs);
  const statements = [
    sql`DELETE FROM tickets WHERE day < ${before}`,
    sql`DELETE FROM ticket_events WHERE day < ${before}`,
    sql`DELETE FROM counters WHERE day < ${before}`,
    sql`DELETE FROM series WHERE day < ${before}`,
    sql`DELETE FROM appointments WHERE day < ${before}`,
    sql`DELETE FROM guide_calls WHERE asked_at_ms < ${beforeMs}`,
    sql`DELETE FROM audit WHERE at_ms < ${nowMs - auditDays * DAY_MS}`,
  ];
  let deleted = 0;
  for (const statement of statements) {
    const result = (await database.execute(statement)) as unknown as {
      readonly rowCount?: number | null;
      readonly affectedRows?: number;
    };
    deleted += result.rowCount ?? result.affectedRows ?? 0;
  }
  return deleted;
}
