import { rename, rm } from 'node:fs/promises';
import { reasonOf } from '../operation/reason';
import { connectDatabase, type DatabaseLocation, type OpenDatabase } from '../storage/database';
import { UnopenableDatabase } from '../storage/pglite';
import { backupLines, timeInName, writeBackup } from './files';
import { type Restored, restore } from './restore';

export interface Replaced {
  readonly restored: Restored;
  /** What became of what was there: backed up, or, damaged, moved aside as it was. */
  readonly wasThere:
    | { readonly kind: 'sound' }
    | { readonly kind: 'damaged'; readonly aside: string; readonly reason: string };
}

/**
 * Puts a backup in the place of what a database holds, which is backed up to `saved` first. A database inside that cannot be opened or
 * read is damaged: it is moved aside, whole, and a new one takes its place, once the backup has been read into that.
 * @throws Error with one line to say; nothing is changed then
 */
export async function replaceDatabase(
  location: DatabaseLocation,
  { from, saved, nowMs }: { readonly from: string; readonly saved: string; readonly nowMs: number },
): Promise<Replaced> {
  let open: OpenDatabase | undefined;
  try {
    open = await connectDatabase(location);
    await writeBackup(open.database, saved, nowMs);
  } catch (reason) {
    await open?.close().catch(() => undefined); // of a damaged one nothing more is wanted
    const isOfFiles = (reason as NodeJS.ErrnoException).syscall !== undefined; // no room or no right to write that backup
    if (location.kind === 'postgres' || isOfFiles) throw reason;
    const aside = `${location.path}.damaged-${timeInName(nowMs)}`;
    const restored = await replaceFolder(location.path, from, aside);
    return { restored, wasThere: { kind: 'damaged', aside, reason: shortReasonOf(reason) } };
  }
  try {
    const restored = await restore(open.database, backupLines(from), { replace: true });
    return { restored, wasThere: { kind: 'sound' } };
  } finally {
    await open.close();
  }
}

const shortReasonOf = (reason: unknown): string =>
  reason instanceof UnopenableDatabase ? reason.reason : reasonOf(reason);

async function replaceFolder(path: string, from: string, aside: string): Promise<Restored> {
  const fresh = `${path}.restoring`;
  await rm(fresh, { recursive: true, force: true });
  const restored = await restoredAt(fresh, from).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  });
  await rename(path, aside);
  await rename(fresh, path);
  return restored;
}

async function restoredAt(path: string, from: string): Promise<Restored> {
  const { database, close } = await connectDatabase({ kind: 'folder', path });
  try {
    return await restore(database, backupLines(from));
  } finally {
    await close();
  }
}
