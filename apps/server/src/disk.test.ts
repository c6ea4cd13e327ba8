import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { startServer } from './server';
import { smallHall, testOptions } from './testing/hall';
import { postgresPrograms, startPostgres } from './testing/postgres';
import { silentLog } from './testing/silent';

const folder = mkdtempSync(join(tmpdir(), 'daoyin-disk-'));
/** A small disk of its own; only root may have one. */
const mount = () =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=90m', 'tmpfs', folder], { stdio: 'ignore' });
const unmount = () => execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
const mayMount = (() => {
  try {
    mount();
    unmount();
    return true;
  } catch {
    return false;
  }
})();

const databases = [
  { name: 'PGlite', there: mayMount, start: async () => ({ env: {}, stop: async () => undefined }) },
  {
    name: 'PostgreSQL',
    there: mayMount && postgresPrograms() !== undefined,
    start: async () => {
      const { url, stop } = await startPostgres({ disk: folder });
      return { env: { DATABASE_URL: url }, stop };
    },
  },
];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(databases)('a full disk under $name', ({ there, start }) => {
  let close: (() => Promise<unknown>) | undefined;
  afterEach(async () => {
    await close?.();
    if (there) unmount();
  });

  it.skipIf(!there)(
    'gives a clear problem, loses no number, and is over when there is room again',
    async () => {
      mount();
      const { env, stop } = await start();
      const server = await startServer(testOptions(folder, [], env), {
        bundle: smallHall,
        pages: folder,
        nowMs: Date.now,
        log: silentLog,
      });
      close = () => server.close().finally(stop);
      const secret = await server.machines.enrol('test', { id: 'kiosk', kind: 'kiosk' });
      const take = async () => {
        const response = await fetch(`http://127.0.0.1:${server.port}/api/tickets`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer kiosk:${secret}` },
          body: '{"serviceId":"tax"}',
        });
        const body = (await response.json()) as { number?: string; title?: string };
        return { status: response.status, type: response.headers.get('content-type'), body };
      };
      const given = [(await take()).body.number];
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(join(folder, 'ballast'), Buffer.alloc(bavail * bsize));
      let answer = await take();
      for (let i = 0; answer.status === 201 && i < 2000; i++) {
        given.push(answer.body.number);
        answer = await take();
      }
      expect(answer).toMatchObject({
        status: 503,
        type: expect.stringContaining('application/problem+json'),
        body: { title: 'The storage is full' },
      });
      rmSync(join(folder, 'ballast'));
      given.push((await take()).body.number);
      expect(given).toEqual(given.map((_, i) => `B${String(i + 1).padStart(3, '0')}`));
    },
    180_000,
  );
});
