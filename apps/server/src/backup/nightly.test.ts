import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wallClock } from '../clock';
import { type OpenDatabase, openDatabase } from '../storage/database';
import { databasesUnderTest } from '../testing/databases';
import { silentLog } from '../testing/silent';
import { writeBackup } from './files';
import { openNightly } from './nightly';

const DAY_MS = 86_400_000;
const clock = wallClock('Asia/Shanghai');

describe.each(databasesUnderTest())('the night on $name', (under) => {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-nightly-'));
  let storage: OpenDatabase;
  let nowMs = Date.parse('2026-11-30T12:00:00+08:00');
  const nightly = () =>
    openNightly({
      database: storage.database,
      backups: { write: (file, atMs) => writeBackup(storage.database, file, atMs) },
      clock,
      nowMs: () => nowMs,
      log: silentLog,
      retention: { ticketDays: 10, auditDays: 30 },
      folder,
      at: '02:30',
      keep: 2,
    });
  beforeAll(async () => {
    storage = await openDatabase(await under.fresh());
  }, 120_000);
  afterAll(async () => {
    await storage.close();
    await under.end();
    rmSync(folder, { recursive: true });
  });

  it('one backup is made a day, not before its time, and not again after a restart', async () => {
    nowMs = Date.parse('2026-12-01T02:29:00+08:00');
    const first = await nightly();
    await first.check();
    expect(readdirSync(folder)).toEqual([]);
    expect(first.lastBackupMs()).toBeUndefined();
    for (let minute = 0; minute < 3; minute++) {
      nowMs += 60_000;
      await first.check();
    }
    expect(readdirSync(folder)).toHaveLength(1);
    await first.close();
    const second = await nightly();
    expect(second.lastBackupMs()).toBeDefined();
    await second.close();
  });

  it('the newest are kept', async () => {
    const one = await nightly();
    for (let day = 0; day < 4; day++) {
      nowMs += DAY_MS;
      await one.check();
    }
    expect(readdirSync(folder)).toHaveLength(2);
    await one.close();
  });

  it('tickets of long ago are deleted with all that belongs to them; those of yesterday stay', async () => {
    const count = async (table: string) => {
      const { rows } = (await storage.database.execute(
        sql.raw(`SELECT count(*)::int AS n FROM ${table}`),
      )) as unknown as { rows: { n: number }[] };
      return rows[0]!.n;
    };
    for (const days of [1, 11]) {
      const atMs = nowMs - days * DAY_MS;
      const day = clock.day(atMs);
      for (const statement of [
        `INSERT INTO series VALUES ('${day}', 'A', 1)`,
        `INSERT INTO tickets (day, number, series, ordinal, service_id, state, taken_at_ms, updated_at_ms, place_ms) VALUES ('${day}', 'A001', 'A', 1, 's', 'done', 1, 1, 1)`,
        `INSERT INTO ticket_events VALUES ('desk', '${days}', '${day}', 'A001', 1, 1, 'visitor', '{}')`,
        `INSERT INTO appointments VALUES ('${days}', '${day}', 'A', 's', 1, 1, NULL)`,
        `INSERT INTO audit (at_ms, actor, action, subject) VALUES (${atMs}, 'a', 'b', 'c')`,
      ])
        await storage.database.execute(sql.raw(statement));
    }
    nowMs += DAY_MS;
    const one = await nightly();
    await one.check();
    for (const table of ['tickets', 'ticket_events', 'series', 'appointments'])
      expect(await count(table), table).toBe(1);
    expect(await count('audit')).toBe(2);
    await one.close();
  });
});
