import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline as joined, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Database } from '../storage/database';
import type { Queries } from '../tickets/rows';
import { dump } from './dump';

/** Writes a backup of the database as it is now: under another name until it is whole, readable for its owner only. */
export async function writeBackup(database: Database, file: string, nowMs: number): Promise<number> {
  return database.transaction((queries) => writeBackupIn(queries, file, nowMs), {
    isolationLevel: 'repeatable read',
  });
}

/** The same in a transaction that has begun. Gives the file's size in bytes. */
export async function writeBackupIn(queries: Queries, file: string, nowMs: number): Promise<number> {
  return keepWhole(file, backupBytes(queries, nowMs));
}

/** The bytes of a backup, to be read within the transaction. */
function backupBytes(queries: Queries, nowMs: number): Readable {
  const lines = Readable.from(inChunks(dump(queries, nowMs)));
  return joined(lines, createGzip(), () => undefined); // what goes wrong destroys the last, and is told to its reader
}

/** Writes bytes to a file that is there only once all of them are. Gives its size. */
export async function keepWhole(file: string, bytes: Readable): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.part`;
  try {
    await pipeline(bytes, createWriteStream(part, { mode: 0o600 }));
    await sync(part);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return (await stat(file)).size;
}

/**
 * The lines of a backup file.
 * @throws Error where it cannot be read, is cut off or damaged
 */
export async function* backupLines(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const text = createGunzip();
  bytes.on('error', (error) => text.destroy(error));
  try {
    yield* createInterface({ input: bytes.pipe(text), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('Z_')) throw error;
    throw new Error(`${file} is cut off or damaged (${message}); nothing was changed.`);
  }
}

const NAME = /^daoyin-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.jsonl\.gz$/;

/** `daoyin-2026-11-30T023000Z.jsonl.gz`: sorted by name they are sorted by time. */
export const backupName = (nowMs: number): string => `daoyin-${timeInName(nowMs)}.jsonl.gz`;

/** `2026-11-30T023000Z`, as no file system objects to. */
export const timeInName = (nowMs: number): string =>
  `${new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '')}Z`;

/** The newest backup of a folder, and when it was made. */
export async function newestBackup(
  folder: string,
): Promise<{ readonly file: string; readonly atMs: number } | undefined> {
  const name = (await backupsIn(folder)).at(-1);
  if (name === undefined) return undefined;
  const [, day, hours, minutes, seconds] = NAME.exec(name)!;
  return { file: join(folder, name), atMs: Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`) };
}

/** Deletes all but the newest. */
export async function keepNewest(folder: string, count: number): Promise<void> {
  for (const name of (await backupsIn(folder)).slice(0, -count)) await rm(join(folder, name));
}

async function backupsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => NAME.test(name)).sort();
}

/** What is given to the compressor at once, in characters: each call of it is a way to another thread and back. */
const CHUNK = 256 * 1024;

async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** A backup that is only in the memory of the machine is none. */
async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
