import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { startServer } from '../server';
import { connectDatabase } from '../storage/database';
import { migrateIn, SCHEMA, schemaOf } from '../storage/migrate';
import { freshDatabase } from '../testing/fresh-database';
import { smallHall, testOptions } from '../testing/hall';
import { silentLog } from '../testing/silent';
import { backupLines } from './files';
import { restore } from './restore';

const folder = mkdtempSync(join(tmpdir(), 'daoyin-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** Eleven in the morning at the hall. */
const nowMs = () => Date.parse('2026-11-30T03:00Z');

it.each([1, SCHEMA - 1])(
  'a data folder of schema %i is brought forward by a start, goes on with its numbers, and can be gone back to',
  async (schema) => {
    const data = join(folder, `schema-${schema}`);
    const location = await freshDatabase(data);
    const old = await connectDatabase(location);
    await old.database.transaction((queries) => migrateIn(queries, schema));
    await old.database.execute(sql`INSERT INTO series VALUES ('2026-11-30', 'B', 41)`);
    await old.close();

    const server = await startServer(testOptions(data, [], {}), {
      ...{ bundle: smallHall, pages: join(folder, 'none'), nowMs, log: silentLog },
    });
    const taken = await fetch(`http://127.0.0.1:${server.port}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"serviceId":"tax"}',
    });
    expect(await taken.json()).toMatchObject({ number: 'B042' });
    await server.close();

    const [backup, ...others] = readdirSync(join(data, 'before-upgrade'));
    expect(others).toEqual([]);
    const back = await connectDatabase(location);
    expect(await back.database.transaction(schemaOf)).toBe(SCHEMA);
    const restored = await restore(back.database, backupLines(join(data, 'before-upgrade', backup!)), {
      replace: true,
    });
    expect(restored).toMatchObject({ from: { schema } });
    const { rows } = (await back.database.execute(sql`SELECT last FROM series`)) as unknown as {
      rows: readonly { readonly last: number }[];
    };
    expect(rows).toEqual([{ last: 41 }]);
    await back.close();
  },
  60_000,
);
