import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Beacon } from '@daoyin/venue';

export interface ReceiversLoad {
  /** The broker, without an account. */
  readonly url: string;
  readonly venue: string;
  readonly receivers: number;
  readonly readingsASecond: number;
  readonly beacons: readonly Beacon[];
  /** Of each receiver's account; without one where the broker needs none. */
  readonly password?: string | undefined;
}

/** The accounts that receivers have at a broker that needs some. */
export const receiverNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `hour-${i}`);

const program = fileURLToPath(new URL('./receivers-process.ts', import.meta.url));

/** Starts receivers as a process; `end` gives how many readings they sent in all. */
export function startReceivers(load: ReceiversLoad): { readonly end: () => Promise<number> } {
  const { url, venue, receivers, readingsASecond, password } = load;
  const args = [url, venue, String(receivers), String(readingsASecond), ...(password ? [password] : [])];
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.stdin.end(JSON.stringify(load.beacons));
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text;
  });
  return {
    end: async () => {
      process.off('exit', kill);
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      if (said === '')
        throw new Error(`The receivers ended with ${child.exitCode} before they were told to.`);
      return (JSON.parse(said) as { sent: number }).sent;
    },
  };
}
