import { existsSync, fsyncSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What is used of the file system of Emscripten that PGlite works with (its `libnodefs.js`). */
interface NodeFiles {
  readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number };
  readonly tryFSOperation: <T>(work: () => T) => T;
}

/** A folder where what the database wants on the disk is there before it goes on: PGlite's own asks no disk. */
class SyncedFolder extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>) {
    const { emscriptenOpts } = await super.init(...given);
    const syncing = (module: unknown) => {
      const { stream_ops, tryFSOperation } = (module as { readonly NODEFS: NodeFiles }).NODEFS;
      stream_ops.fsync = ({ nfd }) => {
        tryFSOperation(() => fsyncSync(nfd));
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), syncing] } };
  }
}

/** `-F` turns `fsync` off; Emscripten's `fdatasync`, which PostgreSQL would take, does nothing. */
const SYNCED = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/** A database inside that PostgreSQL cannot open. */
export class UnopenableDatabase extends Error {
  constructor(
    path: string,
    readonly reason: string,
  ) {
    super(
      `The database in ${path} cannot be opened (${reason}). If its disk has room and may be written, it is damaged: ` +
        'daoyin restore --replace --from the last backup moves it aside and puts a new one in its place.',
    );
  }
}

/**
 * Opens the database of a folder. What it has committed is on the disk, unless `isCopy`: that is of use for minutes.
 * @throws UnopenableDatabase
 */
export async function openFolder(path: string, isCopy: boolean): Promise<PGlite> {
  // PGlite takes a folder without this file for an empty one, and would make a new database over what is there.
  if (existsSync(join(path, 'global', 'pg_control')) && !existsSync(join(path, 'PG_VERSION')))
    throw new UnopenableDatabase(path, 'its PG_VERSION is missing');
  try {
    if (isCopy) return await PGlite.create(path);
    return await PGlite.create({ fs: new SyncedFolder(path), startParams: SYNCED });
  } catch (error) {
    throw new UnopenableDatabase(path, (error as Error).message);
  }
}
