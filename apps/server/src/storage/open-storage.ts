import { join } from 'node:path';
import { backupName, writeBackupIn } from '../backup/files';
import type { Log } from '../operation/log';
import type { ServerOptions } from '../options/options';
import { type OpenDatabase, openDatabase } from './database';
import { locationOf } from './location';

/** A server's database. Before an update changes its schema, what is there is backed up: the way back. */
export function openStorage(
  options: ServerOptions,
  nowMs: () => number,
  log: Log,
  warn: (message: string) => void,
): Promise<OpenDatabase> {
  return openDatabase(locationOf(options), warn, async (queries, from) => {
    const file = join(options.data, 'before-upgrade', backupName(nowMs()));
    await writeBackupIn(queries, file, nowMs());
    log.info({ file, schema: from }, 'the database is brought to a new schema; a backup was made first');
  });
}
