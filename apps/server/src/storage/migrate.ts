import { sql } from 'drizzle-orm';
import type { Queries } from '../tickets/rows';
import type { Database } from './database';
import { migrations } from './migrations';

/** An advisory lock keeps several servers that start at once from migrating twice. */
const MIGRATION_LOCK = 7_102_017;

/** The schema that this server works with. */
export const SCHEMA = migrations.length;

/** Called before a schema with rows in it is changed, in the same transaction. */
export type BeforeUpgrade = (queries: Queries, from: number) => Promise<void>;

/**
 * Brings the schema up to date, all or nothing.
 * @throws Error where the database is newer than this server
 */
export async function migrate(database: Database, beforeUpgrade?: BeforeUpgrade): Promise<void> {
  await database.transaction(async (queries) => {
    const from = await schemaOf(queries);
    if (from > SCHEMA)
      throw new Error(
        `The database has schema ${from}, this server knows ${SCHEMA}: update the server, or restore the backup that was made before the update.`,
      );
    if (from > 0 && from < SCHEMA) await beforeUpgrade?.(queries, from);
    await migrateIn(queries, SCHEMA);
  });
}

/** The schema's version; 0 in an empty database. Until the transaction ends nobody else migrates. */
export async function schemaOf(queries: Queries): Promise<number> {
  await queries.execute(sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  await queries.execute(sql`CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY)`);
  const result = (await queries.execute(
    sql`SELECT coalesce(max(version), 0) AS version FROM schema_version`,
  )) as unknown as { rows: { version: number }[] };
  return result.rows[0]!.version;
}

/** Goes forward to a version, in the transaction of `queries`. */
export async function migrateIn(queries: Queries, to: number): Promise<void> {
  for (let version = await schemaOf(queries); version < to; version++) {
    for (const statement of statementsOf(migrations[version]!)) await queries.execute(sql.raw(statement));
    await queries.execute(sql`INSERT INTO schema_version VALUES (${version + 1})`);
  }
}

const statementsOf = (migration: string): string[] =>
  migration.split(/;\s*(?:\n|$)/).filter((text) => text.trim() !== '');
