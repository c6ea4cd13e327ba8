import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { daoyin, folder, jsonl, plan, planBeacons } from '../program.test-support';

describe('simulate, locate and score', () => {
  it('make a walk that is the same for the same seed, locate it and score it', async () => {
    const simulate = (seed: string, out: string) =>
      daoyin([
        'simulate',
        '--venue',
        plan,
        '--beacons',
        planBeacons,
        '--seed',
        seed,
        '--minutes',
        '0.5',
        '--out',
        out,
      ]);
    for (const outcome of await Promise.all([simulate('1', 'a'), simulate('1', 'b')])) {
      expect([outcome.code, outcome.out]).toEqual([0, '']);
    }
    const file = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(file('a/readings.jsonl')).toBe(file('b/readings.jsonl'));
    const located = await daoyin(
      ['locate', '--venue', plan, '--beacons', planBeacons],
      file('a/readings.jsonl'),
    );
    const scored = await daoyin(['score', '--truth', 'a/truth.jsonl'], located.out);
    expect([scored.code, scored.err]).toEqual([0, '']);
    const [score] = jsonl(scored.out);
    expect(score.median).toBeLessThan(8);
    expect(Object.keys(score)).toEqual(
      expect.arrayContaining(['median', 'p75', 'p95', 'max', 'levelAccuracy', 'coverage95']),
    );
  });

  it('name a bad line of truth or positions, and say when there is nothing to score', async () => {
    writeFileSync(join(folder, 'truth.jsonl'), '{"atMs":0,"x":0,"y":0,"level":"1F"}\nrubbish\n');
    const { code, err } = await daoyin(['score', '--truth', 'truth.jsonl'], '{"atMs":0}\n');
    expect(code).toBe(1);
    expect(err).toContain('truth.jsonl:2: ');
    expect(err).toContain('stdin:1: "x" is missing');
    expect(err).toContain('daoyin: score: stdin has no position: nothing to score');
  });

  it('refuse a number that is none', async () => {
    const args = ['simulate', '--venue', plan, '--beacons', planBeacons, '--out', 'x', '--minutes', 'ten'];
    expect(await daoyin(args)).toMatchObject({
      code: 1,
      err: 'daoyin: simulate: --minutes is "ten", expected a number from 0.05 to 1440\n',
    });
  });
});
