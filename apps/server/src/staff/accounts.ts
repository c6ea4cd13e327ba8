import { and, count, eq, gt } from 'drizzle-orm';
import type { Database } from '../storage/database';
import { inTransaction } from '../storage/transaction';
import { lockName, type Queries } from '../tickets/rows';
import { audit } from './audit';
import { forgetFailures, lockedUntil, noteFailure } from './lockout';
import { hashPassword, isPassword, nobodysHash } from './passwords';
import { beginSession, endSessionsOf, hashToken, type StaffSession, secretToken } from './sessions';
import { accounts, invitations, type Role } from './tables';

export interface StaffRefusal {
  readonly ok: false;
  readonly kind: 'wrong-password' | 'locked' | 'bad-link' | 'name-taken' | 'unknown-account' | 'last-admin';
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

export type SignIn =
  | { readonly ok: true; readonly id: string; readonly session: StaffSession }
  | StaffRefusal;

export type Done = { readonly ok: true } | StaffRefusal;

export interface AccountView {
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly createdAtMs: number;
}

/** The staff's accounts. Every change is audited in its own transaction. */
export interface Staff {
  signIn(name: string, password: string): Promise<SignIn>;
  list(): Promise<readonly AccountView[]>;
  create(by: string, account: { name: string; role: Role; password: string }): Promise<Done>;
  change(
    by: string,
    name: string,
    to: {
      role?: Role | undefined;
      disabled?: boolean | undefined;
      password?: string | undefined;
    },
  ): Promise<Done>;
  /** A one-time token to make the first admin with; undefined once there is an account. */
  inviteFirstAdmin(): Promise<string | undefined>;
  createFirstAdmin(token: string, account: { name: string; password: string }): Promise<Done>;
}

const INVITATION_MS = 24 * 60 * 60_000;
const refuse = (kind: StaffRefusal['kind'], message: string): StaffRefusal => ({ ok: false, kind, message });

export function openStaff(database: Database, nowMs: () => number): Staff {
  const create = async (
    queries: Queries,
    by: string,
    account: { name: string; role: Role; hash: string },
  ) => {
    const { name, role, hash } = account;
    const made = await queries
      .insert(accounts)
      .values({ name, role, password: hash, createdAtMs: nowMs(), disabled: false })
      .onConflictDoNothing()
      .returning({ name: accounts.name });
    if (made.length === 0) return refuse('name-taken', `There is an account ${name} already.`);
    await audit(queries, {
      atMs: nowMs(),
      actor: by,
      action: 'account.create',
      subject: name,
      detail: { role },
    });
    return { ok: true } as const;
  };

  return {
    async signIn(name, password) {
      const until = await lockedUntil(database, name);
      if (until > nowMs()) return locked(until - nowMs());
      const [account] = await database.select().from(accounts).where(eq(accounts.name, name));
      const right = await isPassword(password, account?.password ?? (await nobodysHash));
      return inTransaction(database, async (queries) => {
        if (!right || account === undefined || account.disabled) {
          await noteFailure(queries, name, nowMs());
          await audit(queries, { atMs: nowMs(), actor: name, action: 'session.refused', subject: name });
          return refuse('wrong-password', 'Name or password is wrong.');
        }
        await forgetFailures(queries, name);
        const { id, csrfToken } = await beginSession(queries, name, nowMs());
        await audit(queries, { atMs: nowMs(), actor: name, action: 'session.begin', subject: name });
        return { ok: true, id, session: { name, role: account.role, csrfToken } } as const;
      });
    },
    list: () =>
      database
        .select({
          name: accounts.name,
          role: accounts.role,
          disabled: accounts.disabled,
          createdAtMs: accounts.createdAtMs,
        })
        .from(accounts)
        .orderBy(accounts.name),
    async create(by, { name, role, password }) {
      const hash = await hashPassword(password);
      return inTransaction(database, (queries) => create(queries, by, { name, role, hash }));
    },
    async change(by, name, { role, disabled, password }) {
      const hash = password === undefined ? undefined : await hashPassword(password);
      return inTransaction(database, async (queries): Promise<Done> => {
        await lockName(queries, 'accounts');
        const [before] = await queries.select().from(accounts).where(eq(accounts.name, name));
        if (before === undefined) return refuse('unknown-account', `There is no account ${name}.`);
        const loses = before.role === 'admin' && (disabled === true || (role ?? 'admin') !== 'admin');
        if (loses && !(await hasOtherAdmin(queries, name)))
          return refuse('last-admin', `${name} is the last admin.`);
        const set = {
          ...(role !== undefined && { role }),
          ...(disabled !== undefined && { disabled }),
          ...(hash !== undefined && { password: hash }),
        };
        if (Object.keys(set).length > 0)
          await queries.update(accounts).set(set).where(eq(accounts.name, name));
        await endSessionsOf(queries, name);
        if (hash !== undefined) await forgetFailures(queries, name);
        const detail = { role, disabled, ...(hash !== undefined && { password: 'new' }) };
        await audit(queries, { atMs: nowMs(), actor: by, action: 'account.change', subject: name, detail });
        return { ok: true };
      });
    },
    inviteFirstAdmin: () =>
      inTransaction(database, async (queries) => {
        if (await hasAccounts(queries)) return undefined;
        const token = secretToken();
        await queries
          .insert(invitations)
          .values({ tokenHash: hashToken(token), expiresAtMs: nowMs() + INVITATION_MS });
        return token;
      }),
    async createFirstAdmin(token, { name, password }) {
      const hash = await hashPassword(password);
      return inTransaction(database, async (queries): Promise<Done> => {
        await lockName(queries, 'accounts');
        const used = await queries
          .delete(invitations)
          .where(and(eq(invitations.tokenHash, hashToken(token)), gt(invitations.expiresAtMs, nowMs())))
          .returning();
        if (used.length === 0 || (await hasAccounts(queries)))
          return refuse(
            'bad-link',
            'This link was used or is too old. Start the server again for a new one.',
          );
        await queries.delete(invitations);
        return create(queries, 'first-admin link', { name, role: 'admin', hash });
      });
    },
  };
}

const locked = (ms: number): StaffRefusal => ({
  ...refuse('locked', 'Too many wrong passwords. Wait before you try again.'),
  retryAfterSeconds: Math.ceil(ms / 1000),
});

async function hasAccounts(queries: Queries): Promise<boolean> {
  const [row] = await queries.select({ accounts: count() }).from(accounts);
  return row!.accounts > 0;
}

async function hasOtherAdmin(queries: Queries, name: string): Promise<boolean> {
  const admins = await queries
    .select({ name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.role, 'admin'), eq(accounts.disabled, false)));
  return admins.some((admin) => admin.name !== name);
}
