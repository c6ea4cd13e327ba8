import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { DatabaseLocation } from '../storage/database';
import { locationOf } from '../storage/location';

const kept = fileURLToPath(new URL('../../../../.build/test', import.meta.url));

/** Puts an empty PGlite into a server's data folder, if there is none, and says where: PGlite makes one in seconds, a copy takes a tenth of that. */
export async function freshDatabase(data: string): Promise<DatabaseLocation> {
  const location = locationOf({ data, databaseUrl: undefined });
  if (location.kind === 'folder' && !existsSync(location.path))
    cpSync(await template(), location.path, { recursive: true });
  return location;
}

/** The folder that is copied, made once for a version of PGlite. Two who make it at the same time each make their own; the first stays. */
async function template(): Promise<string> {
  const folder = join(kept, `pglite-${version()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  const made = mkdtempSync(`${folder}.`);
  await (await PGlite.create(made)).close();
  try {
    renameSync(made, folder);
  } catch {
    rmSync(made, { recursive: true });
  }
  return folder;
}

function version(): string {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return JSON.parse(readFileSync(join(dirname(main), '../package.json'), 'utf8')).version;
}
