import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  beacons,
  daoyin,
  folder,
  jsonl,
  program,
  reading,
  readings,
  text,
  UUID,
  withoutSetUp,
} from '../program.test-support';

describe('locate', () => {
  it('answers every second of the readings’ clock, on stdout nothing else', async () => {
    const { code, out, err } = await daoyin(
      ['locate', '--beacons', 'beacons.json'],
      text(readings(500, 20_000)),
    );
    expect(code).toBe(0);
    const positions = jsonl(out);
    expect(positions.map(({ atMs }) => atMs)).toEqual(positions.map((_, i) => positions[0].atMs + i * 1000));
    expect(positions[0].atMs).toBeLessThanOrEqual(3000);
    expect(positions.at(-1).atMs).toBe(19_000);
    for (const position of positions) {
      expect(Object.keys(position)).toEqual(['atMs', 'x', 'y', 'level', 'accuracy95']);
      expect(position.level).toBe('1F');
      expect(position.accuracy95).toBeGreaterThan(0);
    }
    expect(err).toBe('daoyin: locate: 390 inputs, 390 readings\n');
  });

  it('is causal: what comes later changes no earlier line', async () => {
    const lines = readings(0, 20_000);
    const args = ['locate', '--beacons', beacons, '--every', '500'];
    const [whole, half] = await Promise.all([
      daoyin(args, text(lines)),
      daoyin(args, text(lines.filter((line) => JSON.parse(line).atMs <= 10_000))),
    ]);
    expect(half.out.length).toBeGreaterThan(500);
    expect(whole.out.startsWith(half.out)).toBe(true);
  });

  it('takes every kind of line, names each bad one by its number, and goes on', async () => {
    const iBeacon = `0201061aff4c000215${UUID.replaceAll('-', '')}00010002c5`;
    const mixed = [
      'no JSON at all',
      '{"atMs":10000,"beacon":"B99","rssiDbm":-60}',
      '{"atMs":10000,"beacon":"B1"}',
      '{"atMs":10001,"beacon":"B1","rssiDbm":127}',
      '{"atMs":10002,"address":"c0:00:00:00:00:01","advertHex":"1aff4c","rssiDbm":-60}',
      `{"atMs":10003,"uuid":"${UUID.toUpperCase()}","major":1,"minor":3,"rssiDbm":-67}`,
      `{"atMs":10004,"address":"c0:00:00:00:00:01","advertHex":"${iBeacon}","rssiDbm":-67}`,
      '{"atMs":10005,"step":{"length":0.68,"heading":1.57}}',
      '{"atMs":10006,"accelerometer":[0,0,9.8]}',
      '{"atMs":10007,"anchor":{"x":8,"y":4,"level":"1F","sigma":1}}',
      '{"atMs":2000,"beacon":"B1","rssiDbm":-60}',
      '',
    ];
    const before = readings(0, 10_000);
    const after = readings(10_050, 15_000);
    const lines = [...before, ...mixed, ...after];
    const { code, out, err } = await daoyin(['locate', '--beacons', beacons], text(lines));
    expect(code).toBe(0);
    expect(jsonl(out).at(-1).atMs).toBe(14_000);
    const at = (i: number) => `daoyin: stdin:${before.length + 1 + i}: `;
    expect(err.split('\n').slice(0, -2)).toEqual([
      `${at(0)}not JSON: "no JSON at all"`,
      `${at(1)}beacon B99 is not in the register`,
      `${at(2)}rssiDbm is missing, expected a number`,
      `${at(3)}RSSI of B1 is 127`,
      `${at(4)}AD structure at byte 0 of 26 bytes, 2 are left`,
      `${at(10)}atMs 2000 is 8007 ms behind what came before`,
    ]);
    expect(err.split('\n').at(-2)).toBe(
      'daoyin: locate: 310 inputs, 301 readings, 3 movements, dropped: ' +
        '2 bad-line, 1 malformed, 1 rssi-unavailable, 1 unknown-beacon, 1 late',
    );
  });

  it('says of a thousand equal complaints only a few', async () => {
    const { err } = await daoyin(['locate', '--beacons', beacons], 'rubbish\n'.repeat(1000));
    expect(err.split('\n').length).toBeLessThan(10);
    expect(err).toContain('… and 995 more of kind bad-line');
  });

  it('bridges a gap of a minute', async () => {
    const lines = [...readings(0, 10_000), ...readings(70_000, 80_000)];
    const { code, out } = await daoyin(['locate', '--beacons', beacons], text(lines));
    expect(code).toBe(0);
    const times = jsonl(out).map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times).toContain(75_000);
  });

  it('starts anew where the clock is set back for good', async () => {
    const lines = [...readings(100_000, 110_000), ...readings(0, 10_000)];
    const { code, out, err } = await daoyin(['locate', '--beacons', beacons], text(lines));
    expect([code, jsonl(out).at(-1).atMs]).toEqual([0, 9000]);
    expect(err).toMatch(/stdin:261: the clock went back by \d+ ms for good: started anew/);
  });

  it('writes nothing for no input, and takes a last line without an end', async () => {
    expect(await daoyin(['locate', '--beacons', beacons])).toMatchObject({ code: 0, out: '' });
    const { err } = await daoyin(['locate', '--beacons', beacons], reading(0));
    expect(err).toContain('1 inputs, 1 readings');
  });

  it('ends in peace when its reader has gone', async () => {
    const child = spawn(process.execPath, [program, 'locate', '--beacons', beacons, '--every', '10'], {
      cwd: folder,
    });
    let err = '';
    child.stderr.on('data', (bytes) => {
      err += bytes;
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(text(readings(0, 300_000)));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(withoutSetUp(err)).not.toMatch(/EPIPE|at .*\.js/);
  });

  it.each([
    [[], 'locate: --beacons missing; see --help'],
    [['--beacons', 'nowhere.json'], 'locate: nowhere.json: there is no such file or folder'],
    [['--beacons', '.'], 'locate: . is a folder, expected a file'],
    [['--beacons', 'beacons.json', '--venue', 'nowhere'], 'locate: nowhere: there is no such file or folder'],
    [['--beacons', 'beacons.json', '--venue', '.'], /^locate: \.: The archive has no venue feature/],
    [
      ['--beacons', 'beacons.json', '--venue', 'beacons.json'],
      'locate: beacons.json is neither a folder nor a zip',
    ],
    [
      ['--beacons', 'beacons.json', '--every', '0'],
      'locate: --every is "0", expected a number from 10 to 3600000',
    ],
    [
      ['--beacons', 'beacons.json', '--estimator', 'magic'],
      /^locate: --estimator is "magic", expected .*trilateration/,
    ],
    [['--beacons', 'beacons.json', '--level', '9F'], 'locate: --level is "9F", the levels are 1F'],
    [['--beacons', 'beacons.json', '--fast'], "locate: Unknown option '--fast'; see --help"],
  ])('refuses %j in one line', async (args, message) => {
    const { code, out, err } = await daoyin(['locate', ...args]);
    expect([code, out]).toEqual([1, '']);
    expect(err.split('\n')).toHaveLength(2);
    const said = err.trim().replace(/^daoyin: /, '');
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  it('names a register that is no JSON', async () => {
    writeFileSync(join(folder, 'broken.json'), '{"beacons":[');
    const { code, err } = await daoyin(['locate', '--beacons', 'broken.json']);
    expect(code).toBe(1);
    expect(err).toMatch(/^daoyin: locate: broken\.json is not valid JSON: .*\n$/);
  });
});
