import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lockFolder } from './lock';

describe.skipIf(process.platform !== 'linux')('one server for a data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-lock-'));
  const path = join(folder, 'server.pid');
  let other: ChildProcess;
  let life: string;

  beforeAll(async () => {
    other = spawn('sleep', ['600']);
    await once(other, 'spawn');
    const { close } = await lockFolder(folder);
    life = readFileSync(path, 'utf8').split(' ').slice(1).join(' ');
    await close();
  });
  afterAll(() => {
    other.kill();
    rmSync(folder, { recursive: true });
  });

  it('a folder that a living server has open is refused, with its process', async () => {
    const boot = life.split(' ')[0];
    const stat = readFileSync(`/proc/${other.pid}/stat`, 'utf8').split(' ');
    writeFileSync(path, `${other.pid} ${boot} ${stat[21]}`);
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${other.pid}`);
  });

  it('so is one that a server of an earlier version has open, which wrote its number alone', async () => {
    writeFileSync(path, `${other.pid}`);
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${other.pid}`);
  });

  it('so is one that a server in another container has open, whose number means nothing here; not after it was killed', async () => {
    rmSync(path, { force: true });
    const lock = await lockFolder(folder);
    writeFileSync(path, '4194305 another-boot 1');
    await expect(lockFolder(folder)).rejects.toThrow('in use by another container');
    await lock.close();
    const killed = spawn(process.execPath, [
      '-e',
      `require('node:net').createServer().listen(${JSON.stringify(join(folder, 'server.sock'))})`,
    ]);
    await vi.waitFor(() => expect(existsSync(join(folder, 'server.sock'))).toBe(true), 10_000);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await (await lockFolder(folder)).close();
  });

  it.each([
    ['of another start of the machine, whose number another process has now', () => `${other.pid} 0-0 1`],
    ['of this start, whose number another process has now', () => `${other.pid} ${life}`],
    ['of a process that is no more', () => `4194305 ${life}`],
    ['that is no lock', () => 'rubbish'],
  ])('a lock %s is taken over', async (_what, text) => {
    writeFileSync(path, text());
    const { close } = await lockFolder(folder);
    expect(readFileSync(path, 'utf8')).toBe(`${process.pid} ${life}`);
    await close();
  });
});
