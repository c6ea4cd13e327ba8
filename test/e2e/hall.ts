import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { StaffAction, TicketView } from '@daoyin/protocol';

/** The sample hall, open round the clock, on a server of its own, behind a line that can be cut. */
export interface TestHall {
  /** Where browsers find it, through the line. */
  readonly at: string;
  /** Drops every connection and takes none, as a hall's network does that fails; then again as before. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  /** Takes a number for the first item whose windows' letter this is. */
  readonly take: (serviceId: string) => Promise<TicketView>;
  /** What the calling system tells of a number. */
  readonly act: (number: string, action: StaffAction) => Promise<TicketView>;
  readonly invitation: string;
  /** Makes the first admin, with this name and password. */
  readonly admit: (name: string, password: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the hall; its pages are those that were built for this test run. `env` is what the server is started with besides. */
export async function startHall(env: Readonly<Record<string, string>> = {}): Promise<TestHall> {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-e2e-'));
  const program = 'apps/server/src/testing/server-process.ts';
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, folder, 'sample', '127.0.0.1', 'calls'],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } },
  );
  const { port, secret, invitation } = await firstLine(child);
  const line = await openLine(port);
  const headers = { authorization: `Bearer calls:${secret}`, 'content-type': 'application/json' };
  const post = async (path: string, body: unknown): Promise<TicketView> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as TicketView;
  };
  return {
    at: `http://localhost:${line.port}`,
    invitation,
    cut: line.cut,
    mend: line.mend,
    take: (serviceId) => post('/api/tickets', { serviceId }),
    act: (number, action) => post(`/api/tickets/${number}/actions`, action),
    admit: async (name, password) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/staff/first-admin`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: invitation, name, password }),
      });
      if (!response.ok) throw new Error(`first admin: ${response.status} ${await response.text()}`);
    },
    close: async () => {
      await line.cut();
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function firstLine(child: ChildProcess): Promise<{ port: number; secret: string; invitation: string }> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    createInterface({ input: child.stdout! }).once('line', (line) => resolve(JSON.parse(line)));
  });
}

/** A line to the server at a port of its own. */
async function openLine(to: number) {
  const ends = new Set<Socket>();
  const accept = (near: Socket) => {
    const far = connect(to, '127.0.0.1');
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        ends.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  };
  let server: Server | undefined = createServer(accept);
  const listen = (port: number) => once(server!.listen(port, 'localhost'), 'listening');
  await listen(0);
  const { port } = server.address() as { port: number };
  return {
    port,
    cut: async () => {
      const closing = server;
      server = undefined;
      for (const end of ends) end.destroy();
      if (closing !== undefined) await new Promise((done) => closing.close(done));
    },
    mend: async () => {
      if (server !== undefined) return;
      server = createServer(accept);
      await listen(port);
    },
  };
}
