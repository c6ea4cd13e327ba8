import type { StudioDocument } from '@daoyin/protocol';
import type { Issue, Patch } from '@daoyin/venue';
import { bigserial, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { whole } from '../storage/columns';

/** A version: a row is written once and never changed. */
export const versions = pgTable('studio_versions', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  document: jsonb('document').$type<StudioDocument>().notNull(),
  atMs: whole('at_ms').notNull(),
  author: text('author').notNull(),
  note: text('note').notNull(),
  /** What was warned of and confirmed. */
  warnings: jsonb('warnings').$type<readonly Issue[]>().notNull(),
  /** What the plan of `serve` was when this came from it; null for what the studio made. */
  folder: text('folder'),
});

/** When a version goes live. Those that are due and were not called off go live in that order, of two due at once the later made last; the last is live. */
export const publications = pgTable('studio_publications', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  versionId: whole('version_id').notNull(),
  dueMs: whole('due_ms').notNull(),
  kind: text('kind').$type<PublicationKind>().notNull(),
  atMs: whole('at_ms').notNull(),
  author: text('author').notNull(),
  calledOffBy: text('called_off_by'),
  /** Its place among those that went live, from 1; null while it has not. */
  wentLive: whole('went_live'),
});

export type PublicationKind = 'folder' | 'publish' | 'rollback';

/** The draft that all edit: a document as of a revision, and how far the steps have come since. */
export const drafts = pgTable('studio_drafts', {
  id: text('id').primaryKey(),
  document: jsonb('document').$type<StudioDocument>().notNull(),
  documentRevision: integer('document_revision').notNull(),
  revision: integer('revision').notNull(),
  updatedAtMs: whole('updated_at_ms').notNull(),
});

/** Every edit of a draft, in order: who changed what, when. */
export const steps = pgTable(
  'studio_steps',
  {
    draftId: text('draft_id').notNull(),
    revision: integer('revision').notNull(),
    messageId: text('message_id').notNull(),
    author: text('author').notNull(),
    atMs: whole('at_ms').notNull(),
    patch: jsonb('patch').$type<Patch>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.revision] })],
);

/** The archive that the plan came from, for what a document does not hold. */
export const archives = pgTable('studio_archives', {
  id: text('id').primaryKey(),
  files: jsonb('files').$type<Readonly<Record<string, string>>>().notNull(),
});
