import { closeSync, fstatSync, openSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const machine = z.object({
  host: z.string(),
  /** Of this installation; where that is not told, of this boot. */
  id: z.string(),
  /** Of the kernel that runs; containers of one machine have one. Empty where it is not told. */
  boot: z.string(),
});
export type Machine = z.infer<typeof machine>;

const BEAT_MS = 2_000;
/** More than two beats: one may be late. */
const PATIENCE_MS = 5_000;

/**
 * The other machine that has a folder open by a network share: nothing that its kernel knows (processes, sockets) is seen here, so its
 * lease in the folder must change while we look. Clocks are not compared. A machine that went dark holds nothing, nor does an earlier boot of this one.
 */
export async function otherMachineAt(
  path: string,
  me: Machine = thisMachine(),
  wait: () => Promise<unknown> = () => sleep(PATIENCE_MS),
): Promise<string | undefined> {
  const before = leaseAt(path);
  if (before === undefined || isSame(before.machine, me)) return undefined;
  await wait();
  const after = leaseAt(path);
  return after !== undefined && after.beat !== before.beat ? after.machine.host : undefined;
}

/** Says in the folder that this machine has it open, again and again: by the file's time, which needs no room on the disk. */
export function holdLease(path: string, me: Machine = thisMachine()): { readonly close: () => void } {
  writeFileSync(path, JSON.stringify(me));
  const timer = setInterval(() => beat(path), BEAT_MS).unref();
  return {
    close: () => {
      clearInterval(timer);
      rmSync(path, { force: true });
    },
  };
}

function beat(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // the share is away: the next one may be seen
  }
}

/** A file that is opened is asked of the share anew; its time by name may be remembered (nfs(5), close-to-open consistency). */
function leaseAt(path: string): { readonly machine: Machine; readonly beat: number } | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return { machine: machine.parse(JSON.parse(readFileSync(file, 'utf8'))), beat: fstatSync(file).mtimeMs };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const isSame = (one: Machine, other: Machine): boolean =>
  (one.boot !== '' && one.boot === other.boot) || (one.host === other.host && one.id === other.id);

function thisMachine(): Machine {
  const boot = bootOf();
  return { host: hostname(), id: contentOf('/etc/machine-id') || boot, boot };
}

/** Of the kernel that runs; empty where Linux does not say (proc(5)). */
export const bootOf = (): string => contentOf('/proc/sys/kernel/random/boot_id');

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
