import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keeps two servers from opening one data folder. A lock that a killed server left behind is taken over.
 * @throws Error that names the folder and the process that has it
 */
export function lockFolder(folder: string): { close: () => Promise<void> } {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'server.pid');
  const owner = ownerOf(path);
  if (owner !== undefined)
    throw new Error(`The data folder ${folder} is in use by process ${owner}. Choose another: --data DIR`);
  writeFileSync(path, String(process.pid));
  return { close: async () => rmSync(path, { force: true }) };
}

/** The living process that the lock names, if it is another one. */
function ownerOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    process.kill(pid, 0);
    return pid === process.pid ? undefined : pid;
  } catch {
    return undefined;
  }
}
