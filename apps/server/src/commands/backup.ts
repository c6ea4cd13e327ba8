import { resolve } from 'node:path';
import { askForBackup } from '../backup/control';
import { backupLines, backupName, keepWhole, writeBackup } from '../backup/files';
import { restore as restoreInto } from '../backup/restore';
import type { ServerOptions } from '../options/options';
import { connectDatabase, type Database } from '../storage/database';
import { locationOf } from '../storage/location';
import { lockFolder } from '../storage/lock';

export const backupHelp = `Usage: daoyin backup [--out FILE] [options]

Writes all that the database holds to one file, while the server runs or while it does not. The file holds secrets: keep it as such.

  --out FILE            file to write (daoyin-TIME.jsonl.gz in backup.folder, else here)`;

export const restoreHelp = `Usage: daoyin restore --from FILE [--replace] [options]

Puts a backup into an empty database, all or nothing, and brings it to the schema of now. PGlite and PostgreSQL read each other's
backups. Stop the server first.

  --from FILE           what daoyin backup wrote
  --replace             also into a database that holds something: that is backed up first`;

type Flags = Readonly<Record<string, string | boolean | undefined>>;
const say = (text: string) => process.stderr.write(`daoyin: ${text}\n`);

export async function backup(options: ServerOptions, _root: string, { out }: Flags): Promise<number> {
  const nowMs = Date.now();
  const file =
    typeof out === 'string' ? resolve(out) : resolve(options.backupFolder ?? '.', backupName(nowMs));
  try {
    const running = options.databaseUrl === undefined ? await askForBackup(options.data) : undefined;
    const bytes =
      running === undefined
        ? await withDatabase(options, (database) => writeBackup(database, file, nowMs))
        : await keepWhole(file, running);
    console.log(`${file}  ${bytes} bytes`);
    return 0;
  } catch (error) {
    say(`backup: ${reasonOf(error)}`);
    return 1;
  }
}

export async function restore(
  options: ServerOptions,
  _root: string,
  { from, replace }: Flags,
): Promise<number> {
  if (typeof from !== 'string') {
    say('restore: --from FILE is missing');
    return 1;
  }
  try {
    await withDatabase(options, async (database) => {
      if (replace === true) {
        const saved = resolve(options.data, 'before-restore', backupName(Date.now()));
        await writeBackup(database, saved, Date.now());
        console.log(`what was there is in ${saved}`);
      }
      const {
        rows,
        madeAt,
        from: made,
      } = await restoreInto(database, backupLines(resolve(from)), {
        replace: replace === true,
      });
      console.log(`${rows} rows of ${madeAt} (version ${made.version}, schema ${made.schema}) restored`);
    });
    return 0;
  } catch (error) {
    say(`restore: ${reasonOf(error)}`);
    return 1;
  }
}

/** The database as it is, which nobody else has open. */
async function withDatabase<T>(options: ServerOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const lock = options.databaseUrl === undefined ? await lockFolder(options.data) : undefined;
  try {
    const { database, close } = await connectDatabase(locationOf(options));
    try {
      return await work(database);
    } finally {
      await close();
    }
  } finally {
    await lock?.close();
  }
}

/** The innermost message: what wraps it holds a query and its values. */
function reasonOf(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error
    ? reasonOf(error.cause)
    : (error as Error).message || String((error as { code?: string }).code);
}
