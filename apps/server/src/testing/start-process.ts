import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { LOOPBACK, type TestHost } from './network';

export interface ServerProcess {
  readonly at: string;
  readonly mqttUrl: string;
  /** Of its metrics, where `DAOYIN_METRICS_PORT` asks for them. */
  readonly metricsPort: number | undefined;
  /** Of the machine that was enrolled, where one was asked for. */
  readonly secret: string | undefined;
  readonly pid: number;
  /** `kill -9`, and the end of the process. */
  readonly kill: () => Promise<void>;
}

const program = fileURLToPath(new URL('./server-process.ts', import.meta.url));

/** Starts a server as a process of its own, on a host of a test network where one is given. */
export async function startProcess(
  folder: string,
  env: Readonly<Record<string, string>>,
  {
    machine,
    hall = 'small',
    host = LOOPBACK,
  }: {
    readonly machine?: string | undefined;
    readonly hall?: 'small' | 'sample';
    readonly host?: TestHost;
  } = {},
): Promise<ServerProcess> {
  const [command, ...args] = [
    ...host.on,
    ...[process.execPath, '--import', 'tsx', program, folder, hall, host.address],
    ...(machine === undefined ? [] : [machine]),
  ];
  const child = spawn(command!, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const { port, mqttUrl, metricsPort, secret } = await firstLine(child);
  return { at: `http://${host.address}:${port}`, mqttUrl, metricsPort, secret, pid: child.pid!, kill };
}

interface Started {
  readonly port: number;
  readonly mqttUrl: string;
  readonly metricsPort?: number;
  readonly secret?: string;
}

function firstLine(child: ChildProcess): Promise<Started> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    const lines = createInterface({ input: child.stdout! });
    lines.once('line', (line) => resolve(JSON.parse(line) as Started));
  });
}
