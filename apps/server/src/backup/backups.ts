import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Database, DatabaseLocation } from '../storage/database';
import { LEAST_ROOM, roomOf } from '../storage/room';
import { startThread } from '../thread';
import { copyDatabase, sizeOf } from './copy';
import { writeBackup } from './files';

/** Backups of a database that is in use: one after the other, and calls go on meanwhile. */
export interface Backups {
  /** Writes a backup to a file that is there only once it is whole. Gives its size in bytes. */
  readonly write: (file: string, nowMs: number) => Promise<number>;
  /** The bytes of a backup. */
  readonly read: (nowMs: number) => Promise<Readable>;
  /** Ends when the backup that is being made is whole. */
  readonly close: () => Promise<void>;
}

/** What the thread of a backup is told. */
export interface BackupTask {
  /** Of a database that nobody has open. */
  readonly folder: string;
  readonly file: string;
  readonly nowMs: number;
}

interface BackupsContext {
  readonly database: Database;
  readonly location: DatabaseLocation;
  /** The server's data folder, for what is of use until the backup is made. */
  readonly data: string;
  readonly warn: (message: string) => void;
  /** What the disk of a folder has free, in bytes. */
  readonly room?: (folder: string) => Promise<number>;
}

/**
 * PostgreSQL reads one state beside all else. The database inside has one connection only: there a thread reads the backup from a copy
 * of its folder, or, where the disk has no room for one, every call waits. What a killed server left of a copy is deleted.
 */
export async function openBackups(context: BackupsContext): Promise<Backups> {
  const { database, location, data } = context;
  const scratch = join(data, 'backup-in-work');
  await rm(scratch, { recursive: true, force: true });
  let [turn, count]: [Promise<unknown>, number] = [Promise.resolve(), 0];
  const write = (file: string, nowMs: number): Promise<number> => {
    const written = turn.then(() =>
      location.kind === 'folder'
        ? writeBeside(context, { from: location.path, folder: join(scratch, 'database'), file, nowMs })
        : writeBackup(database, file, nowMs),
    );
    turn = written.catch(() => undefined);
    return written;
  };
  return {
    write,
    read: async (nowMs) => {
      const file = join(scratch, `${++count}.jsonl.gz`);
      await write(file, nowMs);
      const handle = await open(file);
      await rm(file); // what is open stays until it is read
      return handle.createReadStream();
    },
    close: async () => void (await turn),
  };
}

async function writeBeside(
  { database, data, warn, room = roomOf }: BackupsContext,
  { from, ...task }: BackupTask & { readonly from: string },
): Promise<number> {
  if ((await room(data)) < (await sizeOf(from)) + LEAST_ROOM) {
    warn(`no room for a copy of the database on the disk of ${data}: calls wait until the backup is made`);
    return writeBackup(database, task.file, task.nowMs);
  }
  try {
    await copyDatabase(database, from, task.folder);
    return await inThread(task);
  } finally {
    await rm(task.folder, { recursive: true, force: true });
  }
}

async function inThread(task: BackupTask): Promise<number> {
  const thread = startThread('backup-thread', import.meta.url, task);
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', resolve).once('error', reject);
      thread.once('exit', (code) => reject(new Error(`the thread of the backup ended with ${code}`)));
    });
  } finally {
    await thread.terminate();
  }
}
