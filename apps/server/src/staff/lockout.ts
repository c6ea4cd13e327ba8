import { eq, lt, sql } from 'drizzle-orm';
import type { Queries } from '../tickets/rows';
import { loginFailures } from './tables';

const FREE_TRIES = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 60 * 60_000;
const FORGET_MS = 24 * 60 * 60_000;

/** Until when a name may not sign in; the same for names of nobody, so that none is given away. */
export async function lockedUntil(queries: Queries, name: string): Promise<number> {
  const [row] = await queries.select().from(loginFailures).where(eq(loginFailures.name, name));
  return row?.lockedUntilMs ?? 0;
}

/** After five failures a name is locked for a minute, then twice as long each time, up to an hour. */
export async function noteFailure(queries: Queries, name: string, nowMs: number): Promise<void> {
  await queries.delete(loginFailures).where(lt(loginFailures.lockedUntilMs, nowMs - FORGET_MS));
  const [row] = await queries
    .insert(loginFailures)
    .values({ name, failures: 1, lockedUntilMs: nowMs })
    .onConflictDoUpdate({
      target: loginFailures.name,
      set: { failures: sql`${loginFailures.failures} + 1`, lockedUntilMs: nowMs },
    })
    .returning();
  const over = row!.failures - FREE_TRIES;
  if (over < 0) return;
  const lockMs = Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** over);
  await queries
    .update(loginFailures)
    .set({ lockedUntilMs: nowMs + lockMs })
    .where(eq(loginFailures.name, name));
}

export async function forgetFailures(queries: Queries, name: string): Promise<void> {
  await queries.delete(loginFailures).where(eq(loginFailures.name, name));
}
