import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { bootOf, holdLease, otherMachineAt } from './lease';

/** Longer paths cannot be bound (unix(7)). */
export const LONGEST_PATH = 107;

/**
 * Keeps two servers from opening one data folder. A lock that a killed server or a dark machine left behind is taken over, also where
 * another process has its number by now. A server in another container has a number that means nothing here; it is told by a socket in
 * the folder, which answers as long as it lives; one on another machine, by a network share, by its lease.
 * @throws Error that names the folder and the process or the machine that has it
 */
export async function lockFolder(folder: string): Promise<{ close: () => Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const [path, life] = [join(folder, 'server.pid'), join(folder, 'server.sock')];
  const leased = join(folder, 'server.machine');
  const owner = ownerOf(path);
  const hasSocket = Buffer.byteLength(life) <= LONGEST_PATH;
  const refuse = (other: string) => {
    throw new Error(`The data folder ${folder} is in use by ${other}. Choose another: --data DIR`);
  };
  if (owner !== undefined) refuse(`process ${owner}`);
  if (hasSocket && (await answers(life))) refuse('another container');
  const machine = await otherMachineAt(leased);
  if (machine !== undefined) refuse(`the machine ${machine}`);
  writeFileSync(path, [process.pid, lifeOf(process.pid)].join(' '));
  const server = hasSocket ? await answerAt(life) : undefined;
  const lease = holdLease(leased);
  return {
    close: async () => {
      server?.close();
      lease.close();
      rmSync(path, { force: true });
    },
  };
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });
}

function answerAt(path: string): Promise<Server> {
  rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(path, () => resolve(server.unref()));
  });
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
    const boot = bootOf();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]; // field 22; the name before it may hold blanks
    return `${boot} ${began}`;
  } catch {
    return '';
  }
}
