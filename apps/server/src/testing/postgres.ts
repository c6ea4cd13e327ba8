import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { LOOPBACK, type TestHost } from './network';

/** A PostgreSQL of its own in a scratch folder, on a free port of the loopback. */
export interface TestPostgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const folders = '/usr/lib/postgresql';

/** Where Debian's package keeps the programs; undefined where it is not installed (`npm test` installs it). */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(folders) ? readdirSync(folders).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => join(folders, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/**
 * Starts a PostgreSQL whose rows are worth nothing: nothing is forced to disk. Root runs it as Debian's user `postgres`. `disk` is a
 * folder for its tables; its log stays on the common disk.
 */
export async function startPostgres({
  disk,
  host = LOOPBACK,
}: {
  readonly disk?: string;
  readonly host?: TestHost;
} = {}): Promise<TestPostgres> {
  const bin = postgresPrograms();
  if (bin === undefined) throw new Error('PostgreSQL is missing: sudo apt-get install -y postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-postgres-'));
  const user = process.getuid?.() === 0 ? idOf('postgres') : undefined;
  for (const own of [folder, ...(disk === undefined ? [] : [disk])])
    if (user) chownSync(own, user.uid, user.gid);
  const data = join(disk ?? folder, 'data');
  const as = { ...user, cwd: folder };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-X', join(folder, 'log'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...as,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (host !== LOOPBACK) appendFileSync(join(data, 'pg_hba.conf'), 'host all all samenet trust\n');
  const port = await freePort();
  const settings = { port, listen_addresses: host.address, unix_socket_directories: '', fsync: 'off' };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, ...args] = [...host.on, ...asUser(host, user), join(bin, 'postgres'), '-D', data, ...flags];
  const server = spawn(command!, args, { ...(host === LOOPBACK ? as : {}), stdio: 'ignore' });
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  const url = `postgres://postgres@${host.address}:${port}/postgres`;
  await answering(url);
  return {
    url,
    stop: async () => {
      process.off('exit', kill);
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of its own on a server, for tests that must not meet. */
export async function createDatabase(url: string, name: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  await client.end();
  return url.replace(/\/[^/]*$/, `/${name}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function idOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Another network is entered as root; there the user is changed. */
function asUser(host: TestHost, user: { uid: number; gid: number } | undefined): readonly string[] {
  if (host === LOOPBACK || user === undefined) return [];
  return ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (tries > 200) throw error;
      await sleep(50);
    }
  }
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}
