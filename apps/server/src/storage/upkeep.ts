import { setImmediate as othersTurn } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { reasonOf } from '../operation/reason';
import type { Database } from './database';
import { LEAST_ROOM, roomOf } from './room';

/** What PostgreSQL does by itself, done for the database inside. */
export interface Upkeep {
  /** Takes away the dead rows of tables that have many, then makes the log start anew. */
  readonly round: () => Promise<void>;
  /** The same for every table: it may take seconds, and is for the night. */
  readonly whole: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** As often as PostgreSQL makes a checkpoint (`checkpoint_timeout`). */
const PACE_MS = 300_000;
/** PostgreSQL's own rule for when a table is due (`autovacuum_vacuum_threshold`, `…_scale_factor`). */
const DUE = sql`n_dead_tup > 50 + 0.2 * n_live_tup`;

/**
 * PGlite is one process: it has neither PostgreSQL's checkpointer nor its autovacuum. Without them the log of a hall grows by 5 GB a day
 * and is read from its beginning after a kill, and the few rows of beacons' health become 180 MB of dead ones in five hours. Each statement is short, with a turn
 * for others between. What fails is warned of and tried again; on a full disk nothing is begun.
 */
export function startUpkeep(database: Database, folder: string, warn: (message: string) => void): Upkeep {
  let work: Promise<void> = Promise.resolve();
  const inTurn = (tables: () => Promise<readonly string[]>) => {
    work = work.then(() =>
      keepUp(database, folder, tables).catch((error: Error) =>
        warn(`upkeep of the database: ${reasonOf(error)}`),
      ),
    );
    return work;
  };
  const round = () => inTurn(() => tablesOf(database, sql`WHERE ${DUE}`));
  const timer = setInterval(round, PACE_MS);
  return {
    round,
    whole: () => inTurn(() => tablesOf(database, sql``)),
    close: async () => {
      clearInterval(timer);
      await work;
    },
  };
}

async function keepUp(
  database: Database,
  folder: string,
  tables: () => Promise<readonly string[]>,
): Promise<void> {
  if ((await roomOf(folder)) < LEAST_ROOM) throw new Error(`no room on the disk of ${folder}`);
  for (const table of await tables()) {
    await database.execute(sql`VACUUM (ANALYZE) ${sql.identifier(table)}`);
    await othersTurn();
  }
  await database.execute(sql`CHECKPOINT`);
}

async function tablesOf(database: Database, where: ReturnType<typeof sql>): Promise<readonly string[]> {
  const { rows } = (await database.execute(
    sql`SELECT relname AS name FROM pg_stat_user_tables ${where} ORDER BY relname`,
  )) as unknown as { rows: { name: string }[] };
  return rows.map(({ name }) => name);
}
