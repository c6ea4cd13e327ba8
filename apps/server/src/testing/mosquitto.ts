import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './postgres';

/** A Mosquitto of its own, with the accounts and the access that `deploy/mosquitto` gives a hall's broker. */
export interface TestMosquitto {
  /** Without an account in it. */
  readonly url: string;
  readonly urlOf: (name: string, password: string) => string;
  readonly stop: () => Promise<void>;
}

const program = '/usr/sbin/mosquitto';
export const hasMosquitto = (): boolean => existsSync(program);

/** The access that a hall's broker is given. */
const ACCESS = readFileSync(fileURLToPath(new URL('../../../../deploy/mosquitto/access', import.meta.url)));

export async function startMosquitto(accounts: Readonly<Record<string, string>>): Promise<TestMosquitto> {
  if (!hasMosquitto()) throw new Error('Mosquitto is missing: sudo apt-get install -y mosquitto');
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-mosquitto-'));
  const [passwords, access, config] = ['passwords', 'access', 'mosquitto.conf'].map((name) =>
    join(folder, name),
  );
  writeFileSync(passwords!, '', { mode: 0o600 });
  for (const [name, password] of Object.entries(accounts))
    execFileSync('mosquitto_passwd', ['-b', passwords!, name, password], { stdio: 'ignore' });
  writeFileSync(access!, ACCESS, { mode: 0o600 });
  const port = await freePort();
  const lines = [
    `listener ${port} 127.0.0.1`,
    'allow_anonymous false',
    `password_file ${passwords}`,
    `acl_file ${access}`,
    'persistence false',
    ...(process.getuid?.() === 0 ? ['user root'] : []),
  ];
  writeFileSync(config!, `${lines.join('\n')}\n`);
  const broker = spawn(program, ['-c', config!], { stdio: 'ignore' });
  const kill = () => broker.kill('SIGKILL');
  process.once('exit', kill);
  await listening(port);
  return {
    url: `mqtt://127.0.0.1:${port}`,
    urlOf: (name, password) => `mqtt://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    stop: async () => {
      process.off('exit', kill);
      await ended(broker);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    if (tries > 200) throw new Error(`Mosquitto does not listen on ${port}`);
    await sleep(50);
  }
}

function ended(broker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (broker.exitCode !== null) return resolve();
    broker.once('exit', () => resolve());
    broker.kill('SIGTERM');
  });
}
