import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdLease, type Machine, otherMachineAt } from './lease';
import { lockFolder } from './lock';

const folder = mkdtempSync(join(tmpdir(), 'daoyin-lease-'));
const path = join(folder, 'server.machine');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(path, { force: true }));

const hall: Machine = { host: 'hall', id: 'a', boot: '1' };
const spare: Machine = { host: 'spare', id: 'b', boot: '2' };
/** While the other machine looks on, so much time passes here. */
const passing = (ms: number) => async () => void (await vi.advanceTimersByTimeAsync(ms));

describe('two machines are given one data folder by a network share', () => {
  it('the second sees the first as long as it lives, whatever the clocks say, and by its name', async () => {
    vi.useFakeTimers();
    const lease = holdLease(path, hall);
    expect(await otherMachineAt(path, spare, passing(5_000))).toBe('hall');
    vi.setSystemTime(0);
    expect(await otherMachineAt(path, spare, passing(5_000))).toBe('hall');
    lease.close();
    expect(await otherMachineAt(path, spare, passing(5_000))).toBeUndefined();
    vi.useRealTimers();
  });

  it('one that went dark holds nothing', async () => {
    writeFileSync(path, JSON.stringify(hall));
    expect(await otherMachineAt(path, spare, async () => undefined)).toBeUndefined();
  });

  it.each([
    ['another container of the machine, which its socket tells', { ...spare, boot: hall.boot }],
    ['the machine itself after a power failure', { ...hall, boot: '3' }],
  ])('nobody waits for %s', async (_what, me) => {
    writeFileSync(path, JSON.stringify(hall));
    expect(await otherMachineAt(path, me, () => expect.fail('waits'))).toBeUndefined();
  });

  it('a lease that is none is none', async () => {
    writeFileSync(path, 'rubbish');
    expect(await otherMachineAt(path, spare, () => expect.fail('waits'))).toBeUndefined();
  });

  // waits as long as a machine waits for another
  it('a server is refused with the name of the machine that has the folder, and leaves its lease alone', async () => {
    writeFileSync(path, JSON.stringify(hall));
    let seconds = 1;
    const beats = setInterval(() => utimesSync(path, seconds, seconds++), 500);
    await expect(lockFolder(folder)).rejects.toThrow('in use by the machine hall');
    clearInterval(beats);
    expect(existsSync(path)).toBe(true);
    expect(existsSync(join(folder, 'server.pid'))).toBe(false);
  }, 20_000);

  it('a server says that it has its folder, and no more when it has closed it', async () => {
    const lock = await lockFolder(folder);
    expect(existsSync(path)).toBe(true);
    await lock.close();
    expect(existsSync(path)).toBe(false);
  });
});
