import { resolve } from 'node:path';
import { askForBackup } from '../backup/control';
import { backupLines, backupName, keepWhole, writeBackup } from '../backup/files';
import { replaceDatabase } from '../backup/replace';
import { type Restored, restore as restoreInto } from '../backup/restore';
import { reasonOf } from '../operation/reason';
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
  --replace             also into a database that holds something: that is backed up first. One that is damaged
                        is moved aside within the data folder, and kept`;

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
        ? await alone(options, () => withDatabase(options, (database) => writeBackup(database, file, nowMs)))
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
    await alone(options, async () => {
      const {
        rows,
        madeAt,
        from: made,
      } = await (replace === true ? putInPlace : putIntoEmpty)(options, resolve(from));
      console.log(`${rows} rows of ${madeAt} (version ${made.version}, schema ${made.schema}) restored`);
    });
    return 0;
  } catch (error) {
    say(`restore: ${reasonOf(error)}`);
    return 1;
  }
}

const putIntoEmpty = (options: ServerOptions, from: string): Promise<Restored> =>
  withDatabase(options, (database) => restoreInto(database, backupLines(from)));

async function putInPlace(options: ServerOptions, from: string): Promise<Restored> {
  const nowMs = Date.now();
  const saved = resolve(options.data, 'before-restore', backupName(nowMs));
  const { restored, wasThere } = await replaceDatabase(locationOf(options), { from, saved, nowMs });
  console.log(
    wasThere.kind === 'sound'
      ? `what was there is in ${saved}`
      : `what was there is damaged (${wasThere.reason}); it is kept as it was in ${wasThere.aside}`,
  );
  return restored;
}

/** The database as it is. */
async function withDatabase<T>(options: ServerOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const { database, close } = await connectDatabase(locationOf(options));
  try {
    return await work(database);
  } finally {
    await close();
  }
}

/** Works while no server has the data folder open. */
async function alone<T>({ databaseUrl, data }: ServerOptions, work: () => Promise<T>): Promise<T> {
  const lock = databaseUrl === undefined ? await lockFolder(data) : undefined;
  try {
    return await work();
  } finally {
    await lock?.close();
  }
}
