import { constants, copyFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Database } from '../storage/database';

/** Keeps the log from where the copy begins, whatever checkpoints come; PostgreSQL takes it away by itself where the process ends. */
const SLOT = 'daoyin_backup';
/** Tells where recovery begins; it is written by this thread, so that a copy of it at once is whole. */
const CONTROL = join('global', 'pg_control');
const LOG = 'pg_wal';
/** Each round of copies waits for a turn between two calls. */
const AT_ONCE = 64;
const SEGMENT = /^[0-9A-F]{24}$/;
/** What a database that starts makes anew, and what belongs to the process that runs. */
const LEFT_OUT =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_stat_tmp)$|^postmaster\.pid$|^pgsql_tmp|^pg_internal\.init/;

/**
 * Copies the folder of a database inside while it goes on: PostgreSQL's base backup by its low-level functions (its manual, 25.3.4).
 * A page that is written while it is copied is whole in the log, which is copied last; whoever opens the copy reads it to its end, and
 * has all that was committed until then. Calls wait for its beginning only, a checkpoint.
 */
export async function copyDatabase(database: Database, from: string, to: string): Promise<void> {
  const ask = async (query: string) =>
    ((await database.execute(sql.raw(query))) as unknown as { rows: Record<string, string>[] }).rows[0]!;
  await ask(`SELECT pg_create_physical_replication_slot('${SLOT}', true, true)`);
  try {
    await ask(`SELECT pg_backup_start('daoyin', true)`);
    let ended: Record<string, string> = {};
    try {
      await copyData(from, to);
    } finally {
      ended = await ask('SELECT labelfile AS label, pg_walfile_name(lsn) AS last FROM pg_backup_stop(false)');
    }
    await copyLog(join(from, LOG), join(to, LOG), ended.label!, ended.last!);
    await writeFile(join(to, 'backup_label'), ended.label!);
  } finally {
    await ask(`SELECT pg_drop_replication_slot('${SLOT}')`);
  }
}

/** What a copy of the folder takes, without the log, in bytes. */
export async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const { path, isFolder } of await entriesOf(folder))
    if (!isFolder) bytes += (await unlessGone(stat(join(folder, path))))?.size ?? 0;
  return bytes;
}

async function copyData(from: string, to: string): Promise<void> {
  await mkdir(join(to, LOG), { recursive: true, mode: 0o700 });
  await mkdir(join(to, 'pg_replslot'));
  const entries = await entriesOf(from);
  for (const { path } of entries.filter(({ isFolder }) => isFolder)) await mkdir(join(to, path));
  const files = entries.filter(({ path, isFolder }) => !isFolder && path !== CONTROL);
  for (let i = 0; i < files.length; i += AT_ONCE)
    await Promise.all(
      files.slice(i, i + AT_ONCE).map(({ path }) => copyQuickly(join(from, path), join(to, path))),
    );
  copyFileSync(join(from, CONTROL), join(to, CONTROL));
}

/** The segments from the first that the label names to the last. */
async function copyLog(from: string, to: string, label: string, last: string): Promise<void> {
  const first = /\(file ([0-9A-F]{24})\)/.exec(label)![1]!;
  for (const name of await readdir(from))
    if (SEGMENT.test(name) && name >= first && name <= last)
      await copyFile(join(from, name), join(to, name), constants.COPYFILE_FICLONE);
}

/** Files and folders below a folder, a folder before those in it. */
async function entriesOf(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => ({
      path: join(entry.parentPath, entry.name).slice(folder.length + 1),
      isFolder: entry.isDirectory(),
    }))
    .filter(({ path }) => !path.split(sep).some((name) => LEFT_OUT.test(name)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** By reference where the disk can. */
const copyQuickly = (from: string, to: string) => unlessGone(copyFile(from, to, constants.COPYFILE_FICLONE));

/** A file that the database has deleted meanwhile is none of the copy: the log tells of it too. */
const unlessGone = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
