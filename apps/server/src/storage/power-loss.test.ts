import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@daoyin/geometry';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../testing/fresh-database';
import { openUnsureDisk, type UnsureDisk } from '../testing/unsure-disk';
import { type DatabaseLocation, type OpenDatabase, openDatabase } from './database';

/** Bytes of a row that no page of a disk holds twice. */
const LONG = 'x'.repeat(1500);

describe.skipIf(process.platform !== 'linux')('the power fails where the database is inside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-power-'));
  let location: DatabaseLocation & { kind: 'folder' };
  let storage: OpenDatabase;
  let disk: UnsureDisk;
  let committed = 0;
  beforeAll(async () => {
    location = (await freshDatabase(join(folder, 'data'))) as typeof location;
    disk = openUnsureDisk(location.path);
    storage = await openDatabase(location);
  }, 60_000);
  afterAll(async () => {
    await storage.close();
    disk.close();
    rmSync(folder, { recursive: true });
  });

  const write = async (rows: number) => {
    for (let i = 0; i < rows; i++) {
      const day = String(committed);
      await storage.database.execute(sql`
        WITH number AS (INSERT INTO series VALUES (${day}, 'A', ${committed}))
        INSERT INTO audit (at_ms, actor, action, subject) VALUES (1, ${day}, 'a', ${LONG})`);
      committed++;
    }
  };
  /** What is read from the disk that is left. */
  const leftAfter = async (seed: number) => {
    const path = join(folder, 'left');
    disk.powerFails(path, seededRandom(seed));
    const left = await openDatabase({ kind: 'folder', path });
    const { rows } = (await left.database.execute(
      sql`SELECT count(*)::int AS numbers, sum(last)::int AS sum, (SELECT count(DISTINCT actor)::int FROM audit) AS told FROM series`,
    )) as unknown as { rows: unknown[] };
    await left.close();
    return rows[0];
  };

  it.each([1, 2, 3])(
    'whatever of its unsure writes reach the disk, what was committed is there (lots %i)',
    async (seed) => {
      await write(5);
      if (seed % 2 === 0) await storage.database.execute(sql`CHECKPOINT`);
      await write(5);
      expect(await leftAfter(seed)).toEqual({
        numbers: committed,
        sum: (committed * (committed - 1)) / 2,
        told: committed,
      });
    },
    60_000,
  );

  it.each([
    [
      'cannot be read',
      (path: string) => writeFileSync(join(path, 'global', 'pg_control'), Buffer.alloc(8192)),
    ],
    ['looks like none', (path: string) => rmSync(join(path, 'PG_VERSION'))],
  ])(
    'a database that %s is refused with what to do, and left as it is',
    async (_how, damage) => {
      const path = join(folder, 'damaged');
      cpSync(location.path, path, { recursive: true });
      damage(path);
      const files = () => readdirSync(path, { recursive: true }).filter((name) => name !== 'postmaster.pid');
      const before = files();
      await expect(openDatabase({ kind: 'folder', path })).rejects.toThrow(
        /damaged: daoyin restore --replace/,
      );
      expect(files()).toEqual(before);
      rmSync(path, { recursive: true });
    },
    30_000,
  );
});
