import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseLocation } from '../storage/database';
import { freshDatabase } from './fresh-database';
import { createDatabase, postgresPrograms, startPostgres } from './postgres';

/** A database to run the same tests on. `open` gives a fresh one, `close` ends what was started for it. */
export interface DatabaseUnderTest {
  readonly name: string;
  readonly fresh: () => Promise<DatabaseLocation>;
  readonly end: () => Promise<void>;
}

/** PGlite, and PostgreSQL where Debian's package is installed; `npm test` installs it and insists (`DAOYIN_INSIST`). */
export function databasesUnderTest(): readonly DatabaseUnderTest[] {
  const pglite = pgliteUnderTest();
  if (postgresPrograms() === undefined && process.env.DAOYIN_INSIST === undefined) {
    console.warn('PostgreSQL is not installed: its tests are left out. sudo apt-get install -y postgresql');
    return [pglite];
  }
  return [pglite, postgresUnderTest()];
}

function pgliteUnderTest(): DatabaseUnderTest {
  const folders: string[] = [];
  return {
    name: 'PGlite',
    fresh: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'daoyin-pglite-'));
      folders.push(folder);
      return freshDatabase(folder);
    },
    end: async () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresUnderTest(): DatabaseUnderTest {
  let server: ReturnType<typeof startPostgres> | undefined;
  let count = 0;
  return {
    name: 'PostgreSQL',
    fresh: async () => {
      server ??= startPostgres();
      return { kind: 'postgres', url: await createDatabase((await server).url, `test_${++count}`) };
    },
    end: async () => (await server)?.stop(),
  };
}
