import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as drizzleNodePostgres } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { Pool } from 'pg';
import { migrations } from './migrations';

export type Database = PgDatabase<PgQueryResultHKT>;

export interface OpenDatabase {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/** Where the rows live: PostgreSQL at a URL, a PGlite folder, or a PGlite in memory for tests. */
export type DatabaseLocation =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'memory' };

/** Opens the database and brings its schema up to date. */
export async function openDatabase(location: DatabaseLocation): Promise<OpenDatabase> {
  const open = location.kind === 'postgres' ? openPostgres(location.url) : await openPglite(location);
  await migrate(open.database);
  return open;
}

function openPostgres(url: string): OpenDatabase {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 5_000 });
  return { database: drizzleNodePostgres(pool), close: () => pool.end() };
}

async function openPglite(
  location: { kind: 'folder'; path: string } | { kind: 'memory' },
): Promise<OpenDatabase> {
  if (location.kind === 'folder') mkdirSync(location.path, { recursive: true });
  const pglite = location.kind === 'folder' ? await PGlite.create(location.path) : await PGlite.create();
  return { database: drizzlePglite(pglite), close: () => pglite.close() };
}

/** An advisory lock keeps several servers that start at once from migrating twice. */
const MIGRATION_LOCK = 7_102_017;

async function migrate(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await transaction.execute(sql`CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY)`);
    const result = (await transaction.execute(
      sql`SELECT coalesce(max(version), 0) AS version FROM schema_version`,
    )) as unknown as {
      rows: { version: number }[];
    };
    for (let version = result.rows[0]!.version; version < migrations.length; version++) {
      for (const statement of migrations[version]!.split(/;\s*(?:\n|$)/).filter(
        (text) => text.trim() !== '',
      )) {
        await transaction.execute(sql.raw(statement));
      }
      await transaction.execute(sql`INSERT INTO schema_version VALUES (${version + 1})`);
    }
  });
}
