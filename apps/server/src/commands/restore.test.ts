import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectDatabase, type Database, openDatabase } from '../storage/database';
import { locationOf } from '../storage/location';
import { freshDatabase } from '../testing/fresh-database';
import { testOptions } from '../testing/hall';
import { backup, restore } from './backup';

const folder = mkdtempSync(join(tmpdir(), 'daoyin-restore-'));
const [data, file] = [join(folder, 'data'), join(folder, 'saved.jsonl.gz')];
const options = testOptions(data, [], {});
const path = join(data, 'database');
/** Below the database's folder. */
let audit: string;

const ask = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
  const { database, close } = await connectDatabase(locationOf(options));
  try {
    return await work(database);
  } finally {
    await close();
  }
};
const actors = () =>
  ask(async (database) => {
    const { rows } = (await database.execute(sql`SELECT actor FROM audit ORDER BY id`)) as unknown as {
      rows: readonly { readonly actor: string }[];
    };
    return rows.map(({ actor }) => actor);
  });
const write = (actor: string) => (database: Database) =>
  database.execute(sql`INSERT INTO audit (at_ms, actor, action, subject) VALUES (1, ${actor}, 'a', 's')`);
/** Files with what is in them. */
const contentOf = (where: string) =>
  new Map(
    readdirSync(where, { recursive: true })
      .map(String)
      .filter((name) => statSync(join(where, name)).isFile())
      .map((name) => [name, readFileSync(join(where, name), 'base64')]),
  );
const setAside = () => readdirSync(data).filter((name) => name.startsWith('database.'));

describe('daoyin restore --replace', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const wrong = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  beforeAll(async () => {
    const { database, close } = await openDatabase(await freshDatabase(data));
    await write('before')(database);
    const { rows } = (await database.execute(
      sql`SELECT pg_relation_filepath('audit') AS path`,
    )) as unknown as {
      rows: readonly { readonly path: string }[];
    };
    audit = rows[0]!.path;
    await close();
    expect(await backup(options, folder, { out: file })).toBe(0);
    await ask(write('after'));
    cpSync(path, join(folder, 'sound'), { recursive: true });
  }, 120_000);
  afterEach(() => {
    for (const name of ['database', ...setAside()]) rmSync(join(data, name), { recursive: true });
    cpSync(join(folder, 'sound'), path, { recursive: true });
    said.mockClear();
    wrong.mockClear();
  });
  afterAll(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  // A new database is made in each, which takes PGlite some seconds.
  it.each([
    ['opened', (where: string) => writeFileSync(join(where, 'global', 'pg_control'), Buffer.alloc(8192))],
    ['read', (where: string) => writeFileSync(join(where, audit), Buffer.alloc(8192, 0xa5))],
  ])(
    'a damaged database that cannot be %s is kept as it was, named, and another takes its place',
    async (_how, damage) => {
      damage(path);
      const damaged = contentOf(path);
      expect(await restore(options, folder, { from: file, replace: true })).toBe(0);
      expect(await actors()).toEqual(['before']);
      const [aside, ...others] = setAside();
      expect(others).toEqual([]);
      expect(said.mock.calls.join()).toContain(join(data, aside!));
      const kept = contentOf(join(data, aside!));
      expect([...damaged.keys()].filter((name) => !kept.has(name))).toEqual([]);
      expect(kept.get(audit)).toBe(damaged.get(audit));
    },
    120_000,
  );

  it('by a file that is no backup nothing is moved', async () => {
    rmSync(join(path, 'PG_VERSION'));
    const before = contentOf(path);
    const rubbish = join(folder, 'rubbish');
    writeFileSync(rubbish, 'rubbish');
    expect(await restore(options, folder, { from: rubbish, replace: true })).toBe(1);
    expect(wrong.mock.calls.join()).toContain('cut off or damaged');
    expect(contentOf(path)).toEqual(before);
    expect(setAside()).toEqual([]);
  }, 120_000);

  it('a sound database is backed up, not moved', async () => {
    expect(await restore(options, folder, { from: file, replace: true })).toBe(0);
    expect(await actors()).toEqual(['before']);
    expect(setAside()).toEqual([]);
    const [saved] = readdirSync(join(data, 'before-restore'));
    expect(existsSync(join(data, 'before-restore', saved!))).toBe(true);
    expect(
      await restore(options, folder, { from: join(data, 'before-restore', saved!), replace: true }),
    ).toBe(0);
    expect(await actors()).toEqual(['before', 'after']);
  }, 120_000);
});
