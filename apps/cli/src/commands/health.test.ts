import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { daoyin, folder, jsonl, plan, planBeacons, readings, text } from '../program.test-support';

describe('health', () => {
  it('names the beacon that walks should have heard, and writes a register without it', async () => {
    const simulated = [
      'simulate',
      '--venue',
      plan,
      '--beacons',
      planBeacons,
      '--seed',
      '3',
      '--minutes',
      '2',
    ];
    expect((await daoyin([...simulated, '--out', 'visits/1'])).code).toBe(0);
    const truth = jsonl(readFileSync(join(folder, 'visits/1/truth.jsonl'), 'utf8'));
    const { x, y, level } = truth[Math.floor(truth.length / 2)];
    rmSync(join(folder, 'visits/1/truth.jsonl')); // nobody needs it
    const register = JSON.parse(readFileSync(planBeacons, 'utf8'));
    register.beacons.push({ ...register.beacons[0], id: 'GHOST', minor: 60_000, x, y, level });
    writeFileSync(join(folder, 'with-ghost.json'), JSON.stringify(register));

    const files = ['--beacons', 'with-ghost.json', '--walks', 'visits', '--ledger', 'ledger.json'];
    const args = ['health', '--venue', plan, ...files, '--date', '2026-01-31', '--out', 'trusted.json'];
    const { code, out, err } = await daoyin(args);
    expect([code, err]).toEqual([0, expect.stringMatching(/^daoyin: health: \d+ dead, .* in 1 walks$/m)]);
    const ghost = jsonl(out).find(({ beacon }) => beacon === 'GHOST');
    expect(ghost).toMatchObject({ state: 'dead' });
    expect(ghost.probability).toBeGreaterThan(0.75);
    const { beacons: trusted } = JSON.parse(readFileSync(join(folder, 'trusted.json'), 'utf8'));
    expect(trusted.map(({ id }: { id: string }) => id)).not.toContain('GHOST');

    const again = await daoyin([...args.slice(0, -2), '--all']);
    expect(again.code).toBe(0);
    expect(jsonl(again.out)).toHaveLength(register.beacons.length);
    expect(jsonl(again.out).find(({ beacon }) => beacon === 'GHOST').probability).toBeGreaterThan(0.75);
  }, 120_000);

  it('says which file or flag is wrong', async () => {
    mkdirSync(join(folder, 'one-walk'), { recursive: true });
    writeFileSync(join(folder, 'one-walk/readings.jsonl'), text(readings(0, 2000)));
    const run = (...more: readonly string[]) =>
      daoyin(['health', '--beacons', 'beacons.json', '--walks', 'one-walk', ...more]);
    writeFileSync(join(folder, 'no-ledger.json'), '{"version":7}');
    expect((await run('--ledger', 'no-ledger.json')).err).toContain('no-ledger.json is no ledger');
    expect((await run('--date', 'today')).err).toContain('--date is "today"');
    expect((await daoyin(['health', '--beacons', 'beacons.json', '--walks', 'nowhere'])).err).toBe(
      'daoyin: health: nowhere: there is no such folder\n',
    );
  });
});
