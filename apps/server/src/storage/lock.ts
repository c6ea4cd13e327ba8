import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keeps two servers from opening one data folder. A lock that a killed server or a dark machine left behind is taken over, also where
 * another process has its number by now.
 * @throws Error that names the folder and the process that has it
 */
export function lockFolder(folder: string): { close: () => Promise<void> } {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'server.pid');
  const owner = ownerOf(path);
  if (owner !== undefined)
    throw new Error(`The data folder ${folder} is in use by process ${owner}. Choose another: --data DIR`);
  writeFileSync(path, [process.pid, lifeOf(process.pid)].join(' '));
  return { close: async () => rmSync(path, { force: true }) };
}

/** The living process that the lock names, if it is another one. */
function ownerOf(path: string): number | undefined {
  try {
    const [number, ...life] = readFileSync(path, 'utf8').split(' ');
    const pid = Number(number);
    process.kill(pid, 0);
    const isAnother = life.length > 0 && lifeOf(pid) !== life.join(' '); // a server before this one wrote its number alone
    return pid === process.pid || isAnother ? undefined : pid;
  } catch {
    return undefined;
  }
}

/** What tells a process from all others that ever had its number: the boot, and when in it it began (proc(5)). Empty where Linux does not say. */
function lifeOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]; // field 22; the name before it may hold blanks
    return `${boot} ${began}`;
  } catch {
    return '';
  }
}
