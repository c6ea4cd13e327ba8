import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase, type Database, type OpenDatabase } from '../storage/database';
import { migrate, migrateIn, SCHEMA, schemaOf } from '../storage/migrate';
import { databasesUnderTest } from '../testing/databases';
import { tablesOf } from './dump';
import { backupLines, backupName, keepNewest, newestBackup, writeBackup } from './files';
import { restore } from './restore';

const folder = mkdtempSync(join(tmpdir(), 'daoyin-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const freshFile = () => join(folder, `${++count}.jsonl.gz`);
const textOf = (file: string) => gunzipSync(readFileSync(file)).toString();
/** All but the header, which has its time. */
const rowsOf = (file: string) => textOf(file).split('\n').slice(1).sort();
async function* linesOf(...lines: string[]) {
  yield* lines;
}

/** A database in which a day has happened. */
async function fill(database: Database): Promise<void> {
  const statements = [
    `INSERT INTO series VALUES ('2026-11-30', 'A', 2)`,
    `INSERT INTO tickets (day, number, series, ordinal, service_id, state, taken_at_ms, updated_at_ms, place_ms)
       VALUES ('2026-11-30', 'A001', 'A', 1, '护照 "new" \\ line\nbreak', 'waiting', 9007199254740991, 1, 1)`,
    `INSERT INTO ticket_events VALUES ('desk', 'm', '2026-11-30', 'A001', 1, 1, 'visitor', '{"kind":"take","nested":[1,null,"二"]}')`,
    `INSERT INTO accounts VALUES ('root', 'admin', 'hash', 1, false)`,
    `INSERT INTO sessions VALUES ('id', 'root', 'csrf', 1, 1)`,
    `INSERT INTO audit (at_ms, actor, action, subject, detail) VALUES (1, 'root', 'a', 's', NULL), (2, 'root', 'b', 's', '{}')`,
    `INSERT INTO beacon_health VALUES ('B001', 1, -60, 'k', 5, 500, 2900, 21.25, 1)`,
  ];
  for (const statement of statements) await database.execute(sql.raw(statement));
}

describe.each(databasesUnderTest())('backup and restore on $name', (under) => {
  let [one, other]: OpenDatabase[] = [];
  beforeAll(async () => {
    one = await connectDatabase(await under.fresh());
    other = await connectDatabase(await under.fresh());
  }, 120_000);
  afterAll(async () => {
    await one!.close();
    await other!.close();
    await under.end();
  });
  /** Empty, with the schema of that version. */
  const emptied = async ({ database }: OpenDatabase, schema: number): Promise<Database> => {
    await database.transaction(async (queries) => {
      for (const table of await tablesOf(queries))
        await queries.execute(sql`DROP TABLE ${sql.identifier(table)} CASCADE`);
      await migrateIn(queries, schema);
    });
    return database;
  };

  it('what is restored is what was backed up, to the last character, without sessions', async () => {
    const [from, to] = [await emptied(one!, SCHEMA), await emptied(other!, SCHEMA)];
    await fill(from);
    const [file, again] = [freshFile(), freshFile()];
    await writeBackup(from, file, 1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await restore(to, backupLines(file))).toMatchObject({ rows: 7 });
    await writeBackup(to, again, 2);
    expect(rowsOf(again)).toEqual(rowsOf(file));
    expect(textOf(file)).not.toContain('"sessions"');
    await to.execute(sql`INSERT INTO audit (at_ms, actor, action, subject) VALUES (3, 'r', 'c', 's')`);
  }, 120_000);

  it('a backup of every earlier schema comes forward to this one', async () => {
    for (let schema = 1; schema <= SCHEMA; schema++) {
      const old = await emptied(one!, schema);
      await old.execute(sql`INSERT INTO series VALUES ('2026-11-30', 'A', 7)`);
      const file = freshFile();
      await writeBackup(old, file, 1);
      expect(await restore(old, backupLines(file), { replace: true })).toMatchObject({
        rows: 1,
        from: { schema },
      });
      const { rows } = (await old.execute(sql`SELECT last FROM series`)) as unknown as { rows: unknown[] };
      expect(rows).toEqual([{ last: 7 }]);
      expect(await old.transaction(schemaOf)).toBe(SCHEMA);
    }
  }, 120_000);

  it('what cannot be restored leaves the database as it was', async () => {
    const to = await emptied(one!, SCHEMA);
    await fill(to);
    const [before, after] = [freshFile(), freshFile()];
    await writeBackup(to, before, 1);
    const lines = textOf(before).trimEnd().split('\n');
    const header = lines[0]!;
    const refused: readonly (readonly [string[], boolean, RegExp])[] = [
      [lines, false, /not empty/],
      [[], true, /empty/],
      [['{"some":"file"}'], true, /no backup/],
      [[header.replace(/"schema":\d+/, '"schema":999'), ...lines.slice(1)], true, /newer/],
      [lines.slice(0, -1), true, /cut off/],
      [[...lines.slice(0, 2), ...lines.slice(3)], true, /cut off/],
      [[header, '["accounts; DROP TABLE audit",{}]', '{"rows":1}'], true, /cut off/],
    ];
    for (const [text, replace, reason] of refused)
      await expect(restore(to, linesOf(...text), { replace })).rejects.toThrow(reason);
    await writeBackup(to, after, 1);
    expect(rowsOf(after)).toEqual(rowsOf(before));
    expect(await restore(to, linesOf(...lines), { replace: true })).toMatchObject({ rows: 7 });
  }, 120_000);

  it('before a schema with rows in it is changed, somebody is told in the same transaction; of an empty one nobody is', async () => {
    const told: number[] = [];
    const before = async (_queries: unknown, from: number) => void told.push(from);
    await migrate(await emptied(one!, SCHEMA - 1), before);
    await migrate(await emptied(one!, 0), before);
    await migrate(one!.database, before);
    expect(told).toEqual([SCHEMA - 1]);
  });

  it('tables come after those that they refer to', async () => {
    const tables = await tablesOf(await emptied(one!, SCHEMA));
    expect(tables.indexOf('sessions')).toBeGreaterThan(tables.indexOf('accounts'));
  });

  it('a file that is no archive is refused with a reason', async () => {
    const file = freshFile();
    writeFileSync(file, 'rubbish');
    const to = await emptied(one!, SCHEMA);
    await expect(restore(to, backupLines(file))).rejects.toThrow(/header/);
    await expect(restore(to, backupLines('/nowhere'))).rejects.toThrow(/ENOENT/);
  });
});

describe('backup files', () => {
  it('the newest are kept, and nothing that is no backup is touched', async () => {
    const place = mkdtempSync(join(folder, 'kept-'));
    const names = [1, 2, 3, 4].map((day) => backupName(day * 86_400_000));
    for (const name of [...names, 'notes.txt']) writeFileSync(join(place, name), gzipSync(''));
    await keepNewest(place, 2);
    expect((await newestBackup(place))?.file).toBe(join(place, names[3]!));
    await keepNewest(place, 1);
    expect(statSync(join(place, 'notes.txt')).isFile()).toBe(true);
    expect(() => statSync(join(place, names[2]!))).toThrow();
  });
});
