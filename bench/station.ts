import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { venueFrame } from '@daoyin/geometry';
import { createRouter, type RouteQuery } from '@daoyin/routing';
import { readVenue, validateVenue } from '@daoyin/venue';
import { uuidOf } from '../packages/venue/src/uuid';
import { spreadOf } from './routing/measure';

// A station of 432 units and 5,184 vertices on three storeys, from its bytes to the first route. Run: npx tsx bench/station.ts
// The clock of a fresh process, where no code is compiled yet, is told apart: `--fresh walk` is one such process.

const COLUMNS = 12;
const ROUNDS = 10;
const FRESH = 5;
const { venueToLngLat } = venueFrame([113.39, 22.52]);
const at = (x: number, y: number) => venueToLngLat({ x, y });

function feature(type: string, name: string, geometry: object | null, properties: object) {
  return { id: uuidOf(`${type} ${name}`), type: 'Feature', feature_type: type, geometry, properties };
}

/** A rectangle with three vertices on each side. */
function polygon(x: number, y: number, width: number, height: number) {
  const sides = [
    [x, y, width, 0],
    [x + width, y, 0, height],
    [x + width, y + height, -width, 0],
    [x, y + height, 0, -height],
  ] as const;
  const ring = sides.flatMap(([px, py, dx, dy]) =>
    [0, 1, 2].map((i) => at(px + (dx * i) / 3, py + (dy * i) / 3)),
  );
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

function station(): Map<string, string> {
  const name = { en: 'Station' };
  const display_point = { type: 'Point', coordinates: at(0, 0) };
  const features = [
    feature('venue', '', polygon(0, 0, 144, 120), { category: 'trainstation', name, display_point }),
  ];
  for (const ordinal of [0, 1, 2]) {
    const level_id = uuidOf(`level ${ordinal}`);
    const short_name = { en: `${ordinal}` };
    const level = { category: 'unspecified', ordinal, name: short_name, short_name };
    features.push(feature('level', `${ordinal}`, polygon(0, 0, 144, 120), level));
    for (let cell = 0; cell < COLUMNS * COLUMNS; cell++) {
      const [x, y] = [(cell % COLUMNS) * 12, Math.floor(cell / COLUMNS) * 10];
      const category = cell === 65 ? 'elevator' : cell % 3 === 1 ? 'walkway' : 'room';
      features.push(feature('unit', `${ordinal} ${cell}`, polygon(x, y, 12, 10), { category, level_id }));
      const line = { type: 'LineString', coordinates: [at(x + 12, y + 4), at(x + 12, y + 5)] };
      features.push(feature('opening', `${ordinal} ${cell}`, line, { category: 'pedestrian', level_id }));
    }
  }
  return new Map([['station.geojson', JSON.stringify({ type: 'FeatureCollection', features })]]);
}

interface Spent {
  readonly clock: number;
  readonly cpu: number;
}

/** Milliseconds on the clock, and of the processor, which others that use this machine do not lengthen. */
function spent(work: () => void): Spent {
  const [start, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - start, cpu: (user + system) / 1000 };
}

function told(name: string, rounds: readonly Spent[]): void {
  const cells = (['clock', 'cpu'] as const).map((key) => {
    const { median, most } = spreadOf(rounds.map((round) => round[key]));
    return `${key} median ${median.toFixed(0)} ms, most ${most.toFixed(0)}`;
  });
  console.log(`${name.padEnd(36)}${cells.join('; ')}`);
}

const rounds = (count: number, work: () => Spent): readonly Spent[] => Array.from({ length: count }, work);

/** Bytes to the first route from corner to corner. */
function firstRoute(files: ReadonlyMap<string, string>, profile: RouteQuery['profile']): void {
  const [from, to] = [
    { x: 18, y: 5, level: '0' },
    { x: 126, y: 115, level: '2' },
  ];
  const read = readVenue(files);
  const found = read.ok ? createRouter(read.venue, { prepare: [] }).find({ from, to, profile }) : undefined;
  if (!found?.ok) throw new Error('The station has no route from corner to corner.');
}

function freshProcess(profile: string): Spent {
  const args = ['--import', 'tsx', import.meta.filename, '--fresh', profile];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

const { values: flags } = parseArgs({ options: { fresh: { type: 'string' } } });
const files = station();
if (flags.fresh === undefined) measure();
else console.log(JSON.stringify(spent(() => firstRoute(files, flags.fresh as RouteQuery['profile']))));

function measure(): void {
  const result = readVenue(files);
  if (!result.ok) throw new Error(`The station is not read: ${result.issues[0]?.message}`);
  const vertices = result.venue.units.reduce((sum, unit) => sum + unit.area[0]!.outer.length, 0);
  console.log(`${result.venue.units.length} units, ${vertices} vertices`);
  for (const profile of ['walk', 'step-free'] as const) {
    told(
      `bytes to a route, fresh, ${profile}`,
      rounds(FRESH, () => freshProcess(profile)),
    );
    told(
      `bytes to a route, ${profile}`,
      rounds(ROUNDS, () => spent(() => firstRoute(files, profile))),
    );
  }
  told(
    'readVenue',
    rounds(ROUNDS, () => spent(() => readVenue(files))),
  );
  told(
    'validateVenue',
    rounds(ROUNDS, () => spent(() => validateVenue(result))),
  );
}
