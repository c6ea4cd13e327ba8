import { statfs } from 'node:fs/promises';

/** Four segments of the log: a checkpoint that finds no room is the end of PGlite's process (PANIC), a row that finds none is a 503. */
export const LEAST_ROOM = 64 * 1024 * 1024;

/** What the disk of a folder has free, in bytes. */
export async function roomOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
