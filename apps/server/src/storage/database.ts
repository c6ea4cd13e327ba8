import { mkdirSync } from 'node:fs';
import { drizzle as drizzleNodePostgres } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { Pool } from 'pg';
import { openChannel } from './channel';
import { type BeforeUpgrade, migrate } from './migrate';
import { openFolder } from './pglite';
import { cutWhenSilent } from './silence';

export type Database = PgDatabase<PgQueryResultHKT>;

export interface OpenDatabase {
  readonly database: Database;
  /**
   * Hears every NOTIFY of a channel, those of other servers too. `missed` is called after the connection was away: anything may
   * have happened meanwhile.
   */
  readonly listen: (
    channel: string,
    heard: (payload: string) => void,
    missed: () => void,
  ) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}

/** Where the rows live: PostgreSQL at a URL, or a PGlite folder. Of a copy nothing needs to outlive the machine. */
export type DatabaseLocation =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string; readonly isCopy?: boolean };

/** Opens the database and brings its schema up to date. */
export async function openDatabase(
  location: DatabaseLocation,
  warn: (message: string) => void = () => undefined,
  beforeUpgrade?: BeforeUpgrade,
): Promise<OpenDatabase> {
  const open = await connectDatabase(location, warn);
  try {
    await migrate(open.database, beforeUpgrade);
  } catch (error) {
    await open.close();
    throw error;
  }
  return open;
}

/** Opens the database as it is: its schema may be any, or none. */
export async function connectDatabase(
  location: DatabaseLocation,
  warn: (message: string) => void = () => undefined,
): Promise<OpenDatabase> {
  return location.kind === 'postgres' ? openPostgres(location.url, warn) : openPglite(location);
}

const MOST_CONNECTIONS = 10;
/** PostgreSQL gives up on a statement after this. */
const STATEMENT_MS = 10_000;
/** A connection that says nothing for longer than any statement may take is cut: a network that swallows packets never says so itself. */
const SILENCE_MS = 15_000;

function openPostgres(url: string, warn: (message: string) => void): OpenDatabase {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    max: MOST_CONNECTIONS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: SILENCE_MS,
    keepAlive: true,
  });
  pool.on('error', (error) => warn(`PostgreSQL: ${error.message}`));
  pool.on('connect', (client) => {
    client.on('error', () => undefined); // whoever uses it is told by their query; unheard it would end the process
    cutWhenSilent(client, SILENCE_MS);
  });
  return {
    database: withReturned(pool),
    listen: (channel, heard, missed) => openChannel({ url, channel, heard, missed, warn }),
    close: () => pool.end(),
  };
}

/**
 * Of the pool, where each transaction's connection comes back whatever happens: drizzle's own keeps it for ever where BEGIN is not
 * answered, and after ten of those none is left.
 */
function withReturned(pool: Pool): Database {
  const database = drizzleNodePostgres(pool);
  database.transaction = async (work, config) => {
    const client = await pool.connect();
    try {
      return await drizzleNodePostgres(client).transaction(work, config);
    } finally {
      client.release();
    }
  };
  return database;
}

async function openPglite({
  path,
  isCopy = false,
}: DatabaseLocation & { kind: 'folder' }): Promise<OpenDatabase> {
  mkdirSync(path, { recursive: true });
  const pglite = await openFolder(path, isCopy);
  return {
    database: drizzlePglite(pglite),
    listen: (channel, heard) => pglite.listen(channel, heard),
    close: () => pglite.close(),
  };
}
