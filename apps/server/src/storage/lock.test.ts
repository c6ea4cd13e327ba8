import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockFolder } from './lock';

describe.skipIf(process.platform !== 'linux')('one server for a data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-lock-'));
  const path = join(folder, 'server.pid');
  let other: ChildProcess;
  let life: string;

  beforeAll(async () => {
    other = spawn('sleep', ['600']);
    await once(other, 'spawn');
    const { close } = lockFolder(folder);
    life = readFileSync(path, 'utf8').split(' ').slice(1).join(' ');
    await close();
  });
  afterAll(() => {
    other.kill();
    rmSync(folder, { recursive: true });
  });

  it('a folder that a living server has open is refused, with its process', () => {
    const boot = life.split(' ')[0];
    const stat = readFileSync(`/proc/${other.pid}/stat`, 'utf8').split(' ');
    writeFileSync(path, `${other.pid} ${boot} ${stat[21]}`);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${other.pid}`);
  });

  it('so is one that a server of an earlier version has open, which wrote its number alone', () => {
    writeFileSync(path, `${other.pid}`);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${other.pid}`);
  });

  it.each([
    ['of another start of the machine, whose number another process has now', () => `${other.pid} 0-0 1`],
    ['of this start, whose number another process has now', () => `${other.pid} ${life}`],
    ['of a process that is no more', () => `4194305 ${life}`],
    ['that is no lock', () => 'rubbish'],
  ])('a lock %s is taken over', async (_what, text) => {
    writeFileSync(path, text());
    const { close } = lockFolder(folder);
    expect(readFileSync(path, 'utf8')).toBe(`${process.pid} ${life}`);
    await close();
  });
});
