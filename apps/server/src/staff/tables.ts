import { bigserial, boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { whole } from '../storage/columns';

/** What each may do that the one before may not: read, change drafts and call numbers, publish, manage accounts. */
export const roles = ['viewer', 'editor', 'publisher', 'admin'] as const;
export type Role = (typeof roles)[number];

export const accounts = pgTable('accounts', {
  name: text('name').primaryKey(),
  role: text('role').$type<Role>().notNull(),
  password: text('password').notNull(),
  createdAtMs: whole('created_at_ms').notNull(),
  disabled: boolean('disabled').notNull(),
});

/** Only the hash of a session's id is kept: who reads the table cannot sign in with it. */
export const sessions = pgTable('sessions', {
  idHash: text('id_hash').primaryKey(),
  account: text('account').notNull(),
  csrf: text('csrf').notNull(),
  createdAtMs: whole('created_at_ms').notNull(),
  usedAtMs: whole('used_at_ms').notNull(),
});

export const loginFailures = pgTable('login_failures', {
  name: text('name').primaryKey(),
  failures: integer('failures').notNull(),
  lockedUntilMs: whole('locked_until_ms').notNull(),
});

export const invitations = pgTable('invitations', {
  tokenHash: text('token_hash').primaryKey(),
  expiresAtMs: whole('expires_at_ms').notNull(),
});

export const machines = pgTable('machines', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  secret: text('secret').notNull(),
  createdAtMs: whole('created_at_ms').notNull(),
});

export const auditEntries = pgTable('audit', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  atMs: whole('at_ms').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  detail: jsonb('detail').$type<Readonly<Record<string, unknown>>>(),
});
