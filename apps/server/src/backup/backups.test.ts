import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../server';
import { connectDatabase, type Database, type OpenDatabase, openDatabase } from '../storage/database';
import { databasesUnderTest } from '../testing/databases';
import { freshDatabase } from '../testing/fresh-database';
import { smallHall, testOptions } from '../testing/hall';
import { silentLog } from '../testing/silent';
import { openBackups } from './backups';
import { askForBackup } from './control';
import { backupLines, keepWhole } from './files';
import { restore } from './restore';

const TICKETS = 20_000;
const folder = mkdtempSync(join(tmpdir(), 'daoyin-backups-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A day of long ago, each ticket with two events. */
async function fill(database: Database): Promise<void> {
  await database.execute(sql`INSERT INTO series VALUES ('2025-01-02', 'A', ${TICKETS})`);
  await database.execute(sql`
    INSERT INTO tickets (day, number, series, ordinal, service_id, state, taken_at_ms, updated_at_ms, place_ms)
    SELECT '2025-01-02', 'A' || i, 'A', i, 'passport', 'done', i, i, i FROM generate_series(1, ${TICKETS}::int) i`);
  await database.execute(sql`
    INSERT INTO ticket_events SELECT 'desk', i || kind, '2025-01-02', 'A' || i, i, i, 'visitor', json_build_object('kind', kind)
    FROM generate_series(1, ${TICKETS}::int) i, unnest(ARRAY['take', 'done']) kind`);
}

interface Row {
  readonly day: string;
  readonly number: string;
  readonly last: number;
}

/** The rows of a backup, by table. */
async function rowsOf(file: string): Promise<ReadonlyMap<string, readonly Row[]>> {
  const tables = new Map<string, Row[]>();
  for await (const line of backupLines(file)) {
    if (!line.startsWith('[')) continue; // the header and the end
    const [table, row] = JSON.parse(line) as [string, Row];
    const rows = tables.get(table);
    if (rows) rows.push(row);
    else tables.set(table, [row]);
  }
  return tables;
}

describe('a backup of the database inside', () => {
  const data = join(folder, 'served');
  const file = join(folder, 'while-served.jsonl.gz');
  let server: RunningServer;
  beforeAll(async () => {
    const storage = await openDatabase(await freshDatabase(data));
    await fill(storage.database);
    await storage.close();
    server = await startServer(testOptions(data, [], {}), {
      ...{ bundle: smallHall, pages: folder, nowMs: Date.now, log: silentLog },
    });
  }, 120_000);
  afterAll(() => server.close());

  it('is made while numbers are taken, and holds one state: each number with its events', async () => {
    const secret = await server.machines.enrol('test', { id: 'kiosk', kind: 'kiosk' });
    const take = async () => {
      const answer = await fetch(`http://127.0.0.1:${server.port}/api/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer kiosk:${secret}` },
        body: '{"serviceId":"tax"}',
      });
      return answer.status;
    };
    let isMade = false;
    const made = askForBackup(data)
      .then((bytes) => keepWhole(file, bytes!))
      .finally(() => {
        isMade = true;
      });
    const waits: number[] = [];
    while (!isMade) {
      const beganMs = performance.now();
      expect(await take()).toBe(201);
      waits.push(performance.now() - beganMs);
    }
    await made;
    expect(Math.max(...waits)).toBeLessThan(waits.reduce((sum, wait) => sum + wait) / 2); // where they wait for it, nearly all
    const tables = await rowsOf(file);
    const [tickets, events] = [tables.get('tickets')!, tables.get('ticket_events')!];
    const today = tickets.filter(({ day }) => day !== '2025-01-02');
    expect(tickets).toHaveLength(TICKETS + today.length);
    expect(events).toHaveLength(2 * TICKETS + today.length);
    expect(new Set(events.map(({ number }) => number))).toEqual(new Set(tickets.map(({ number }) => number)));
    expect(tables.get('series')!.find(({ day }) => day !== '2025-01-02')?.last ?? 0).toBe(today.length);
    expect(readdirSync(join(data, 'backup-in-work'))).toEqual([]);
  }, 120_000);

  describe.each(databasesUnderTest())('restored on $name', (under) => {
    afterAll(() => under.end());
    it('has all its rows', async () => {
      const storage = await connectDatabase(await under.fresh());
      const { rows } = await restore(storage.database, backupLines(file));
      expect(rows).toBeGreaterThan(3 * TICKETS);
      await storage.close();
    }, 120_000);
  });
});

describe('backups of the database inside', () => {
  const data = join(folder, 'data');
  const warnings: string[] = [];
  let storage: OpenDatabase;
  const openIn = async ({ room = 1e12, database = storage.database } = {}) =>
    openBackups({
      ...{ database, location: await freshDatabase(data), data, room: async () => room },
      warn: (message) => warnings.push(message),
    });
  const count = async (file: string, table: string) => (await rowsOf(file)).get(table)?.length ?? 0;
  beforeAll(async () => {
    storage = await openDatabase(await freshDatabase(data));
  }, 60_000);
  afterAll(() => storage.close());

  it('have the log that they need, whatever checkpoints come while the folder is copied', async () => {
    const { database } = storage;
    const busy = async (query: SQL) => {
      if (new PgDialect().sqlToQuery(query).sql.includes('pg_backup_stop'))
        for (let i = 0; i < 8; i++) {
          await database.execute(sql`INSERT INTO series VALUES (${String(i)}, 'A', 1)`);
          await database.execute(sql`SELECT pg_switch_wal()`);
          await database.execute(sql`CHECKPOINT`);
        }
      return database.execute(query);
    };
    const backups = await openIn({ database: { execute: busy } as Database });
    await backups.write(join(folder, 'log'), 1);
    expect(await count(join(folder, 'log'), 'series')).toBe(8);
    await backups.close();
  }, 60_000);

  it('that are asked for at once are made one after the other', async () => {
    const backups = await openIn();
    const files = [1, 2].map((i) => join(folder, `at-once-${i}`));
    await Promise.all(files.map((file) => backups.write(file, 1)));
    expect(await count(files[0]!, 'series')).toBe(await count(files[1]!, 'series'));
    await backups.close();
  }, 60_000);

  it('that fail do not keep the next one from being made', async () => {
    const backups = await openIn();
    writeFileSync(join(folder, 'no-folder'), 'a file');
    await expect(backups.write(join(folder, 'no-folder', 'file'), 1)).rejects.toThrow();
    await backups.write(join(folder, 'after-failure'), 1);
    expect(existsSync(join(folder, 'after-failure'))).toBe(true);
    await backups.close();
  }, 60_000);

  it('are made also where the disk has no room for a copy, which is said', async () => {
    const backups = await openIn({ room: 0 });
    await backups.write(join(folder, 'no-room'), 1);
    expect(existsSync(join(folder, 'no-room'))).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('no room for a copy')]);
    await backups.close();
  }, 60_000);

  it('leave nothing behind, nor does a server that was killed while it made one', async () => {
    mkdirSync(join(data, 'backup-in-work', 'database'), { recursive: true });
    const backups = await openIn();
    expect(existsSync(join(data, 'backup-in-work'))).toBe(false);
    await backups.close();
  });
});
