import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../testing/fresh-database';
import { type OpenDatabase, openDatabase } from './database';
import { startUpkeep, type Upkeep } from './upkeep';

/** Of all beacons: more dead rows than the rule for a due table lets lie. */
const ROUNDS = 40;
const DEAD = "(SELECT n_dead_tup FROM pg_stat_user_tables WHERE relname = 'series')";

describe('the database inside, over the years', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-upkeep-'));
  const warnings: string[] = [];
  let storage: OpenDatabase;
  let upkeep: Upkeep;

  beforeAll(async () => {
    storage = await openDatabase(await freshDatabase(folder));
    upkeep = startUpkeep(storage.database, folder, (message) => warnings.push(message));
    await write(sql`INSERT INTO beacon_health SELECT i::text, 0, -60, 'r', 0 FROM generate_series(1, 300) i`);
  });
  afterAll(async () => {
    await upkeep.close();
    await storage.close();
    rmSync(folder, { recursive: true });
  });

  const write = (statement: ReturnType<typeof sql>) => storage.database.execute(statement);
  const ask = async (what: string): Promise<number> => {
    const { rows } = (await storage.database.execute(sql.raw(`SELECT ${what} AS n`))) as unknown as {
      rows: { n: number | string }[];
    };
    return Number(rows[0]!.n);
  };
  /** What a server that is killed now has to read again when it starts, in bytes. */
  const toReadAgain = () => ask('(SELECT pg_current_wal_lsn() - redo_lsn FROM pg_control_checkpoint())');
  const hearAll = async () => {
    for (let i = 0; i < ROUNDS; i++)
      await write(sql`UPDATE beacon_health SET last_heard_ms = last_heard_ms + 1`);
  };

  it('what is read again after a kill does not grow with the time that it ran, nor do rows that change', async () => {
    await hearAll();
    expect(await toReadAgain()).toBeGreaterThan(1_000_000);
    await upkeep.round();
    expect(await toReadAgain()).toBeLessThan(10_000);
    const size = await ask("pg_relation_size('beacon_health')");
    for (let hours = 0; hours < 5; hours++) {
      await hearAll();
      await upkeep.round();
    }
    expect(await ask("pg_relation_size('beacon_health')")).toBeLessThanOrEqual(2 * size);
    expect(warnings).toEqual([]);
  });

  it('at night every table is put in order, also one of few dead rows', async () => {
    await write(sql`INSERT INTO series SELECT i::text, 'A', 1 FROM generate_series(1, 500) i`);
    await write(sql`DELETE FROM series WHERE day = '7'`);
    await write(sql`SELECT pg_stat_force_next_flush()`);
    expect(await ask(DEAD)).toBe(1);
    await upkeep.round();
    expect(await ask(DEAD)).toBe(1);
    await upkeep.whole();
    expect(await ask(DEAD)).toBe(0);
    expect(warnings).toEqual([]);
  });

  it('where the disk is full nothing is begun: a checkpoint that finds no room would end the process', async () => {
    const statements: unknown[] = [];
    const database = { execute: async (statement: unknown) => statements.push(statement) };
    const other = startUpkeep(database as never, '/proc', (message) => warnings.push(message)); // 0 bytes free
    await other.round();
    await other.close();
    expect(warnings).toEqual(['upkeep of the database: no room on the disk of /proc']);
    expect(statements).toEqual([]);
  });
});
