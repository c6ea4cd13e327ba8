import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lt, or } from 'drizzle-orm';
import type { Queries } from '../tickets/rows';
import { accounts, type Role, sessions } from './tables';

/** Somebody of the staff who is signed in. */
export interface StaffSession {
  readonly name: string;
  readonly role: Role;
  /** What a page must send with every change, beside the cookie. */
  readonly csrfToken: string;
}

const LONGEST_MS = 12 * 60 * 60_000;
const IDLE_MS = 60 * 60_000;
/** How stale the note of the last use may be. */
const USE_PACE_MS = 60_000;

export const secretToken = (): string => randomBytes(32).toString('base64url');
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64');

/** Begins a session and gives the id that the cookie carries. */
export async function beginSession(
  queries: Queries,
  account: string,
  nowMs: number,
): Promise<{ readonly id: string; readonly csrfToken: string }> {
  await queries
    .delete(sessions)
    .where(or(lt(sessions.createdAtMs, nowMs - LONGEST_MS), lt(sessions.usedAtMs, nowMs - IDLE_MS)));
  const [id, csrfToken] = [secretToken(), secretToken()];
  await queries
    .insert(sessions)
    .values({ idHash: hashToken(id), account, csrf: csrfToken, createdAtMs: nowMs, usedAtMs: nowMs });
  return { id, csrfToken };
}

/** Who a cookie's id belongs to; undefined once it is too old, was ended, or the account may no longer sign in. */
export async function findSession(
  queries: Queries,
  id: string,
  nowMs: number,
): Promise<StaffSession | undefined> {
  const idHash = hashToken(id);
  const [found] = await queries
    .select({ name: accounts.name, role: accounts.role, csrf: sessions.csrf, usedAtMs: sessions.usedAtMs })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.name, sessions.account))
    .where(
      and(
        eq(sessions.idHash, idHash),
        eq(accounts.disabled, false),
        gt(sessions.createdAtMs, nowMs - LONGEST_MS),
        gt(sessions.usedAtMs, nowMs - IDLE_MS),
      ),
    );
  if (found === undefined) return undefined;
  if (nowMs - found.usedAtMs > USE_PACE_MS)
    await queries.update(sessions).set({ usedAtMs: nowMs }).where(eq(sessions.idHash, idHash));
  return { name: found.name, role: found.role, csrfToken: found.csrf };
}

export async function endSession(queries: Queries, id: string): Promise<void> {
  await queries.delete(sessions).where(eq(sessions.idHash, hashToken(id)));
}

/** Ends all of an account's sessions: after a new password, another role, or its end. */
export async function endSessionsOf(queries: Queries, account: string): Promise<void> {
  await queries.delete(sessions).where(eq(sessions.account, account));
}
