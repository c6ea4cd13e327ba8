import { sql } from 'drizzle-orm';
import type { Database } from './database';
import { migrations } from './migrations';

/** An advisory lock keeps several servers that start at once from migrating twice. */
const MIGRATION_LOCK = 7_102_017;

/**
 * Brings the schema up to date, all or nothing.
 * @throws Error where the database is newer than this server
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await transaction.execute(sql`CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY)`);
    const result = (await transaction.execute(
      sql`SELECT coalesce(max(version), 0) AS version FROM schema_version`,
    )) as unknown as { rows: { version: number }[] };
    const from = result.rows[0]!.version;
    if (from > migrations.length)
      throw new Error(`The database has schema ${from}, this server knows ${migrations.length}: update it.`);
    for (let version = from; version < migrations.length; version++) {
      for (const statement of statementsOf(migrations[version]!)) {
        await transaction.execute(sql.raw(statement));
      }
      await transaction.execute(sql`INSERT INTO schema_version VALUES (${version + 1})`);
    }
  });
}

const statementsOf = (migration: string): string[] =>
  migration.split(/;\s*(?:\n|$)/).filter((text) => text.trim() !== '');
