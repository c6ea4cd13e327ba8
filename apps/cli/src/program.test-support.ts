/** The real program for the tests of its commands, run from a folder of the test file's own as a user would. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readVenue, type Venue } from '@daoyin/venue';
import { afterAll, beforeAll } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Installs and builds what is stale, then runs the command. */
export const launcher = join(root, 'apps/cli/bin/daoyin.js');
mkdirSync(join(root, '.build'), { recursive: true });
/** A copy of what the launcher built, below node_modules' folder: another build at the same time must not disturb. */
const built = mkdtempSync(join(root, '.build/cli-test-'));
export const program = join(built, 'cli.js');

export const plan = join(root, 'floorplans/zhongshan');
export const planBeacons = join(root, 'beacons.json');
/** The folder that the program is run in, with the register of `corners`. */
export const folder = mkdtempSync(join(tmpdir(), 'daoyin-cli-'));
export const beacons = join(folder, 'beacons.json');

export const UUID = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
/** Six beacons 8 m apart. */
export const corners = [0, 1, 2, 3, 4, 5].map((i) => ({
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

beforeAll(async () => {
  writeFileSync(beacons, JSON.stringify({ venue: 'test', beacons: corners }));
  const { code, err } = await daoyin(['--help'], '', launcher);
  if (code !== 0) throw new Error(err);
  cpSync(join(root, '.build/node'), built, { recursive: true });
}, 120_000);
afterAll(() => {
  for (const made of [folder, built]) rmSync(made, { recursive: true });
});

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function daoyin(args: readonly string[], input = '', run = program): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [run, ...args], { cwd: folder });
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
export function withoutSetUp(err: string): string {
  return err.replaceAll(/^daoyin: (building|waiting for another).*\n/gm, '');
}

export const jsonl = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
export const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

export const reading = (atMs: number, more: object = {}) =>
  JSON.stringify({ atMs, beacon: `B${(atMs / 50) % 6}`, rssiDbm: -60 - ((atMs / 50) % 13), ...more });
/** Readings of all beacons from one time to another, 20 a second. */
export const readings = (fromMs: number, toMs: number) =>
  Array.from({ length: (toMs - fromMs) / 50 }, (_, i) => reading(fromMs + i * 50));

/** The sample hall. */
export function loadPlan(): Venue {
  const files = new Map(readdirSync(plan).map((name) => [name, readFileSync(join(plan, name), 'utf8')]));
  const result = readVenue(files);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.venue;
}
