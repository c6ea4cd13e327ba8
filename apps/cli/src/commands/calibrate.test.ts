import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beacons, corners, daoyin, folder, jsonl, text, UUID } from '../program.test-support';

describe('calibrate', () => {
  /** Every beacon four times a second along a square of 16 × 8 m, by a law of path loss; truth at the corners only. */
  const walk = (name: string, nameOf: (minor: number) => object) => {
    const path = [
      [0, 0],
      [16, 0],
      [16, 8],
      [0, 8],
      [0, 0],
    ] as const;
    const truth = path.map(([x, y], i) => ({ atMs: i * 16_000, x, y, level: '1F' }));
    const lines = Array.from({ length: 256 * 6 }, (_, i) => {
      const [atMs, minor] = [Math.floor(i / 6) * 250, i % 6];
      const [from, to] = [path[Math.floor(atMs / 16_000)]!, path[Math.floor(atMs / 16_000) + 1]!];
      const share = (atMs % 16_000) / 16_000;
      const [x, y] = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
      const { x: bx, y: by } = corners[minor]!;
      const power = -59 - 2 * minor;
      const rssiDbm = Math.round(
        power - 19 * Math.log10(Math.hypot(x - bx, y - by, 1.8)) + ((i * 7) % 5) - 2,
      );
      return { atMs, ...nameOf(minor), rssiDbm };
    });
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'readings.jsonl'), text(lines.map((line) => JSON.stringify(line))));
    writeFileSync(join(folder, name, 'truth.jsonl'), text(truth.map((line) => JSON.stringify(line))));
  };
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

  it('learns how strong each beacon is, and writes a register that locate takes', async () => {
    walk('survey/deep/1', (minor) => ({ beacon: `B${minor}` }));
    const args = ['calibrate', '--beacons', beacons, '--walks', 'survey', '--out', 'learnt.json'];
    const { code, out, err } = await daoyin(args);
    expect(code).toBe(0);
    expect(err).toMatch(/^daoyin: calibrate: 6 of 6 beacons heard in \d+ readings of 1 walks, shadowing/);
    const findings = jsonl(out);
    expect(findings.map(({ beacon }) => beacon)).toEqual(corners.map(({ id }) => id));
    for (const { gainDb, gainSdDb } of findings)
      expect([typeof gainDb, gainSdDb > 0]).toEqual(['number', true]);
    expect(findings[0].gainDb - findings[5].gainDb).toBeGreaterThan(5); // 10 dB apart
    const learnt = read('learnt.json');
    expect(learnt.beacons.map(({ uuid, minor }: { uuid: string; minor: number }) => [uuid, minor])).toEqual(
      corners.map(({ uuid, minor }) => [uuid, minor]),
    );
    const readings = readFileSync(join(folder, 'survey/deep/1/readings.jsonl'), 'utf8');
    const located = await daoyin(['locate', '--beacons', 'learnt.json'], readings);
    expect(located.code).toBe(0);
    expect(jsonl(located.out).length).toBeGreaterThan(55);
  });

  it('needs no register: it names the beacons by what they sent, and places them', async () => {
    walk('nameless', (minor) => ({ uuid: UUID, major: 1, minor }));
    const { code, out } = await daoyin(['calibrate', '--walks', 'nameless', '--out', 'made.json']);
    expect(code).toBe(0);
    for (const [i, { x, y, sd }] of jsonl(out).entries()) {
      expect(Math.hypot(x - corners[i]!.x, y - corners[i]!.y)).toBeLessThan(4);
      expect(sd).toBeGreaterThan(0);
    }
    const readings = readFileSync(join(folder, 'nameless/readings.jsonl'), 'utf8');
    const located = await daoyin(['locate', '--beacons', 'made.json'], readings);
    expect(jsonl(located.out).length).toBeGreaterThan(55);
  });

  it('names bad lines, and says what it cannot learn from', async () => {
    const run = (walks: string, ...more: readonly string[]) =>
      daoyin(['calibrate', '--walks', walks, '--out', 'no.json', ...more]);
    expect((await run('nowhere')).err).toBe('daoyin: calibrate: nowhere: there is no such folder\n');
    mkdirSync(join(folder, 'empty'), { recursive: true });
    expect((await run('empty')).err).toContain('empty has no walk');
    mkdirSync(join(folder, 'odd'), { recursive: true });
    writeFileSync(join(folder, 'odd/truth.jsonl'), '{"atMs":0,"x":0,"y":0,"level":"1F"}\nrubbish\n');
    writeFileSync(join(folder, 'odd/readings.jsonl'), '{"atMs":0}\n{"atMs":1,"beacon":"B1","rssiDbm":-60}\n');
    const odd = await run('odd');
    expect(odd.code).toBe(1);
    for (const said of ['odd/readings.jsonl:1: ', 'odd/truth.jsonl:2: ', 'no reading has a place'])
      expect(odd.err).toContain(said);
    walk('fine', (minor) => ({ beacon: `B${minor}` }));
    const unwritable = await daoyin(['calibrate', '--walks', 'fine', '--out', 'no/such/folder/x.json']);
    expect([unwritable.code, unwritable.err]).toEqual([1, expect.stringContaining('cannot write')]);
  });
});
