import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readVenue } from '@daoyin/venue';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, twoRooms } from '../../../packages/venue/src/import/dxf/dxf.test-support';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const launcher = join(root, 'apps/cli/bin/daoyin.js');
/** A copy of what the launcher built: another build at the same time must not disturb. */
const built = join(root, '.build/cli-test');
const plan = join(root, 'floorplans/zhongshan');
const planBeacons = join(root, 'beacons.json');
const folder = mkdtempSync(join(tmpdir(), 'daoyin-cli-'));
const beacons = join(folder, 'beacons.json');
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real program from another folder, as a user would. */
function daoyin(args: readonly string[], input = '', program = join(built, 'cli.js')): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder });
    let out = '';
    let err = '';
    child.stdout.on('data', (bytes) => {
      out += bytes;
    });
    child.stderr.on('data', (bytes) => {
      err += bytes;
    });
    child.stdin.on('error', () => {}); // a program that refuses its arguments reads nothing
    child.stdin.end(input);
    child.on('close', (code) => resolve({ code, out, err: withoutSetUp(err) }));
  });
}

/** What the program says of building itself is no part of a command. */
function withoutSetUp(err: string): string {
  return err.replaceAll(/^daoyin: (building|waiting for another).*\n/gm, '');
}

const jsonl = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const UUID = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const corners = [0, 1, 2, 3, 4, 5].map((i) => ({
  id: `B${i}`,
  uuid: UUID,
  major: 1,
  minor: i,
  level: '1F',
  x: 8 * (i % 3),
  y: 8 * Math.floor(i / 3),
  height: 3,
  measuredPowerDbm: -59,
}));
const reading = (atMs: number, more: object = {}) =>
  JSON.stringify({ atMs, beacon: `B${(atMs / 50) % 6}`, rssiDbm: -60 - ((atMs / 50) % 13), ...more });
/** Readings of all beacons from one time to another, 20 a second. */
const readings = (fromMs: number, toMs: number) =>
  Array.from({ length: (toMs - fromMs) / 50 }, (_, i) => reading(fromMs + i * 50));
const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

beforeAll(async () => {
  writeFileSync(beacons, JSON.stringify({ venue: 'test', beacons: corners }));
  const { code, err } = await daoyin(['--help'], '', launcher); // builds what is stale
  if (code !== 0) throw new Error(err);
  cpSync(join(root, '.build/node'), built, { recursive: true });
});

it('lists its commands, and says which does not exist', async () => {
  const help = await daoyin(['--help']);
  expect(help.code).toBe(0);
  for (const name of 'serve locate route journey validate import calibrate health decode simulate score record receive'.split(
    ' ',
  )) {
    expect(help.out).toContain(`\n  ${name} `);
  }
  expect(await daoyin(['lokate'])).toEqual({
    code: 1,
    out: '',
    err: 'daoyin: there is no command lokate; daoyin --help lists them\n',
  });
});

it.each([
  'locate',
  'route',
  'journey',
  'validate',
  'import',
  'calibrate',
  'health',
  'decode',
  'simulate',
  'score',
  'record',
  'receive',
  'serve',
])('%s --help tells how to use it', async (name) => {
  const { code, out, err } = await daoyin([name, '--help'], '', launcher);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(new RegExp(`^Usage: daoyin ${name}`));
});

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
    const child = spawn(
      process.execPath,
      [join(built, 'cli.js'), 'locate', '--beacons', beacons, '--every', '10'],
      {
        cwd: folder,
      },
    );
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

describe('route', () => {
  it('answers each query with a route or a reason', async () => {
    const { windows } = loadWindows();
    const [first, last] = [windows[0]!, windows.at(-1)!];
    const from = first.at;
    const queries = [
      { from, to: { window: last.number }, profile: 'walk' },
      { from, to: { window: last.number }, profile: 'step-free' },
      { from, to: { window: 'no such window' }, profile: 'walk' },
      { from, to: { featureId: 'no such feature' }, profile: 'walk' },
      { from: { ...from, level: '77F' }, to: { window: last.number }, profile: 'walk' },
      { from: { x: 1 }, to: { window: last.number } },
      { from, to: { window: last.number }, profile: 'fly' },
    ].map((query) => JSON.stringify(query));
    const { code, out, err } = await daoyin(['route', '--venue', plan], text([...queries, 'rubbish']));
    expect(code).toBe(0);
    const answers = jsonl(out);
    expect(answers.map((answer) => answer.ok || answer.error.kind)).toEqual([
      true,
      true,
      'unknown-window',
      'unknown-feature',
      'unknown-level',
      'bad-query',
      'bad-query',
      'bad-query',
    ]);
    for (const { length, duration, path, manoeuvres } of answers.slice(0, 2)) {
      expect(length).toBeGreaterThan(0);
      expect(duration).toBeGreaterThan(0);
      expect(path.at(-1)).toMatchObject({ level: last.at.level });
      expect(manoeuvres.at(-1)).toMatchObject({ kind: 'arrive' });
    }
    expect(err).toContain('daoyin: stdin:8: not JSON: "rubbish"');
  });

  it('on a Saturday night the hall is shut, and the reason names the door and when it opens', async () => {
    const { windows, amenities } = loadWindows();
    const street = amenities.find(({ name }) =>
      Object.values(name).some((words) => words.includes('24小时')),
    )!;
    const from = { ...street.point, level: street.level };
    const query = { from, to: { window: windows[0]!.number }, profile: 'slow' };
    const times = ['2026-11-28T20:00+08:00', '2026-11-30T10:00'];
    const { out } = await daoyin(
      ['route', '--venue', plan],
      text(times.map((at) => JSON.stringify({ ...query, at }))),
    );
    const [night, day] = jsonl(out);
    expect(night.error).toMatchObject({
      kind: 'unreachable',
      obstacles: [{ kind: 'hours', opens: { year: 2026, month: 11, day: 30, hour: 8, minute: 30 } }],
    });
    expect(night.error.reason.zh).toContain('周一 8:30 开放');
    expect(day.ok).toBe(true);
  });
});

describe('journey', () => {
  it('orders the stops of a line, or of a theme menu, with a reason and a route for each', async () => {
    const { windows, amenities } = loadWindows();
    const from = windows[0]!.at;
    const copier = amenities.find(({ category }) => category === 'copymachine')!;
    const at = '2026-11-25T09:30+08:00';
    const short = [{ until: '2026-11-25T11:00', median: 60 }, { median: 3000 }];
    const stops = [
      { id: 'collect', windows: ['60'], after: ['apply'], service: 60 },
      { id: 'apply', windows: ['10', '20'], after: ['copy'], service: 5400 },
      { id: 'copy', features: [copier.id], service: 120 },
      { id: 'tax', windows: ['30'], after: ['copy'], service: 300 },
    ];
    const lines = [
      { from, at, stops, waits: { 10: [{ median: 3600 }], 20: [{ median: 60 }], 30: short } },
      { from, at, theme: 'restaurant', profile: 'step-free' },
      { from, at: '2026-11-25T09:30', stops: [{ id: 'a', windows: ['1'], after: ['b'] }] },
      { from, stops },
    ].map((line) => JSON.stringify(line));
    const { code, out, err } = await daoyin(['journey', '--venue', plan], text(lines));
    expect(code).toBe(0);
    const [free, theme, wrong, timeless] = jsonl(out);
    const ids = free.steps.map(({ stop }: { stop: string }) => stop);
    expect([ids.indexOf('apply'), ids.indexOf('collect')]).toEqual([2, 3]);
    expect(free.steps[ids.indexOf('tax')].text.en).toContain('its queue is shortest until 11:00');
    expect(free.steps[2].place).toBe('20');
    for (const { route } of free.steps) expect(route.ok).toBe(true);
    expect(theme.steps.length).toBe(6);
    expect(theme.steps.every(({ route }: { route: { ok: boolean } }) => route.ok)).toBe(true);
    expect(wrong.error).toMatchObject({ kind: 'unknown-stop', stops: ['b'] });
    expect(timeless.error.kind).toBe('bad-query');
    expect(err).toContain('stdin:4: at is missing');
  });
});

/** The numbered windows of the sample hall. */
function loadWindows() {
  const files = new Map(readdirSync(plan).map((name) => [name, readFileSync(join(plan, name), 'utf8')]));
  const result = readVenue(files);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.venue;
}

describe('import', () => {
  it('makes a folder that validate, locate and route read, and never writes over one', async () => {
    const zip = zipSync(
      Object.fromEntries(readdirSync(plan).map((name) => [name, readFileSync(join(plan, name))])),
    );
    writeFileSync(join(folder, 'plan.zip'), zip);
    expect(await daoyin(['import', 'plan.zip', '--to', 'imported'])).toMatchObject({ code: 0 });
    expect(await daoyin(['validate', '--venue', 'imported'])).toMatchObject({ code: 0 });
    expect(await daoyin(['import', 'plan.zip', '--to', 'imported'])).toEqual({
      code: 1,
      out: '',
      err: 'daoyin: import: imported is not empty\n',
    });
  });

  it('takes a drawing by what is said of its layers, and lists them', async () => {
    writeFileSync(join(folder, 'hall.dxf'), bytesOf(twoRooms()));
    writeFileSync(join(folder, 'layers.json'), '{"layers": {"PUB_*": "ignore"}, "level": "2F"}');
    const layers = await daoyin(['import', 'hall.dxf', '--list-layers', '--layers', 'layers.json']);
    expect(jsonl(layers.out).map(({ layer, role }) => [layer, role])).toEqual([
      ['PUB_TEXT', 'ignore'],
      ['WALL', 'wall'],
      ['WINDOW', 'glass'],
    ]);
    const made = await daoyin(['import', 'hall.dxf', '--to', 'drawn', '--layers', 'layers.json']);
    expect([made.code, jsonl(made.out).map(({ kind }) => kind)]).toEqual([
      0,
      ['place-assumed', 'layers-taken'],
    ]);
    expect(await daoyin(['validate', '--venue', 'drawn'])).toMatchObject({ code: 0 });
    const query = '{"from":{"x":-5,"y":0,"level":"2F"},"to":{"x":4,"y":0,"level":"2F"}}';
    const [route] = jsonl((await daoyin(['route', '--venue', 'drawn'], query)).out);
    expect(route.length).toBeCloseTo(9, 1);
    writeFileSync(join(folder, 'layers.json'), '{"layers": {"WALL": "brick"}}');
    const { err } = await daoyin(['import', 'hall.dxf', '--to', 'no', '--layers', 'layers.json']);
    expect(err).toMatch(/^daoyin: import: layers\.json: layers\.WALL: /);
  });

  it('says of a file that is no plan what it is not', async () => {
    writeFileSync(join(folder, 'plan.txt'), 'rubbish');
    const { code, err } = await daoyin(['import', 'plan.txt', '--to', 'nothing']);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^daoyin: import: plan\.txt.* no zip, no XML and no JSON/),
    ]);
  });
});

describe('validate', () => {
  it('finds nothing wrong with the sample hall', async () => {
    const { code, out } = await daoyin(['validate', '--venue', plan, '--beacons', planBeacons]);
    expect(jsonl(out).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(code).toBe(0);
  });

  it('tells the publisher of an item that leads to no window', async () => {
    const copy = join(folder, 'catalogue');
    cpSync(plan, copy, { recursive: true });
    const services = JSON.parse(readFileSync(join(copy, 'services.json'), 'utf8'));
    services.items[0].windows = [];
    writeFileSync(join(copy, 'services.json'), JSON.stringify(services));
    const { code, out } = await daoyin(['validate', '--venue', copy]);
    expect(code).toBe(1);
    expect(jsonl(out)).toContainEqual(
      expect.objectContaining({ kind: 'never-served', message: expect.stringContaining('Item police-001') }),
    );
  });

  it('names the file of a broken GeoJSON and the feature of a fault, and ends with 1', async () => {
    const broken = join(folder, 'plan');
    cpSync(plan, broken, { recursive: true });
    writeFileSync(join(broken, 'opening.geojson'), '{"type":"FeatureCollection","features":[{');
    const units = JSON.parse(readFileSync(join(broken, 'unit.geojson'), 'utf8'));
    units.features[3].properties.level_id = 'no-such-level';
    writeFileSync(join(broken, 'unit.geojson'), JSON.stringify(units));
    const { code, out, err } = await daoyin(['validate', '--venue', broken]);
    expect(code).toBe(1);
    const errors = jsonl(out).filter(({ severity }) => severity === 'error');
    expect(errors.some(({ file }) => file === 'opening.geojson')).toBe(true);
    expect(errors.some(({ featureId }) => featureId === units.features[3].id)).toBe(true);
    expect(err).toMatch(/^daoyin: validate: \d+ errors/);
  });
});

describe('decode', () => {
  it('gives one line for each line, whatever is in it', async () => {
    const lines = [
      `{"atMs":7,"address":"c0:11:22:33:44:55","rssiDbm":-60,"advertHex":"0201061aff4c000215${UUID.replaceAll('-', '')}00010002c5"}`,
      '{"advertHex":"0201060303aafe1116aafe20000b18130000001467000002ac"}',
      '{"advertHex":"02010605096c616d70"}',
      '{"advertHex":"1aff4c"}',
      '{"advertHex":"xy"}',
      'rubbish',
      '{}',
    ];
    const { code, out } = await daoyin(['decode'], text(lines));
    expect(code).toBe(0);
    expect(jsonl(out)).toEqual([
      {
        type: 'ibeacon',
        uuid: UUID,
        major: 1,
        minor: 2,
        measuredPowerDbm: -59,
        atMs: 7,
        address: 'c0:11:22:33:44:55',
        rssiDbm: -60,
      },
      {
        type: 'eddystone-tlm',
        batteryMv: 2840,
        temperatureC: 19,
        advertCount: 5223,
        secondsSinceBoot: 68.4,
      },
      { type: 'unknown' },
      { type: 'malformed', reason: 'AD structure at byte 0 of 26 bytes, 2 are left' },
      { type: 'malformed', reason: 'line 5: advertHex is "xy", expected pairs of hex digits' },
      { type: 'malformed', reason: 'line 6: not JSON: "rubbish"' },
      { type: 'malformed', reason: 'line 7: advertHex is missing' },
    ]);
  });

  it('refuses what is no capture', async () => {
    expect(await daoyin(['decode', '--btsnoop', 'nowhere.log'])).toEqual({
      code: 1,
      out: '',
      err: 'daoyin: decode: nowhere.log: there is no such file or folder\n',
    });
    const { code, err } = await daoyin(['decode', '--btsnoop', beacons]);
    expect([code, err]).toEqual([1, expect.stringMatching(/record 1: not a btsnoop file: no magic\n$/)]);
  });
});

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
