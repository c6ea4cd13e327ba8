import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startServer } from './server';
import { smallHall, testOptions } from './testing/hall';

const folder = mkdtempSync(join(tmpdir(), 'daoyin-disk-'));
/** A small disk of its own; only root may have one. */
const mounted = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=90m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
afterAll(() => {
  if (mounted) execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

it.skipIf(!mounted)(
  'a full disk gives a clear problem, loses no number, and is over when there is room again',
  async () => {
    const server = await startServer(testOptions(folder, [], {}), {
      bundle: smallHall,
      pages: folder,
      nowMs: Date.now,
      warn: () => undefined,
    });
    const secret = await server.machines.enrol('test', { id: 'kiosk', kind: 'kiosk' });
    const take = async () => {
      const response = await fetch(`http://127.0.0.1:${server.port}/api/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer kiosk:${secret}` },
        body: '{"serviceId":"tax"}',
      });
      return {
        status: response.status,
        body: (await response.json()) as { number?: string; title?: string },
      };
    };
    const given = [(await take()).body.number];
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(bavail * bsize));
    let answer = await take();
    for (let i = 0; answer.status === 201 && i < 2000; i++) {
      given.push(answer.body.number);
      answer = await take();
    }
    expect(answer).toMatchObject({ status: 503, body: { title: 'The storage is full' } });
    rmSync(join(folder, 'ballast'));
    given.push((await take()).body.number);
    expect(given).toEqual(given.map((_, i) => `B${String(i + 1).padStart(3, '0')}`));
    await server.close();
  },
  180_000,
);
