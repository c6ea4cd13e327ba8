import { venueFrame } from '@daoyin/geometry';
import { createRouter, type RouteQuery } from '@daoyin/routing';
import { readVenue, validateVenue } from '@daoyin/venue';
import { uuidOf } from '../packages/venue/src/uuid';

// A station of 432 units and 5,616 vertices on three storeys, from its bytes to the first route. Run: npx tsx bench/station.ts

const COLUMNS = 12;
const ROUNDS = 10;
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

/** Processor time, since others use this machine too, and the least time on the clock. */
function milliseconds(work: () => void): string {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(before);
    return { clock: performance.now() - start, cpu: (user + system) / 1000 };
  });
  const cpu = rounds.map((round) => round.cpu).sort((a, b) => a - b);
  const clock = Math.min(...rounds.map((round) => round.clock));
  return `CPU first ${rounds[0]!.cpu.toFixed(0)} ms, median ${cpu[cpu.length >> 1]!.toFixed(0)}; clock least ${clock.toFixed(0)}`;
}

const files = station();
const result = readVenue(files);
if (!result.ok) throw new Error(`The station is not read: ${result.issues[0]?.message}`);
const vertices = result.venue.units.reduce((sum, unit) => sum + unit.area[0]!.outer.length, 0);
console.log(`${result.venue.units.length} units, ${vertices} vertices`);
console.log(`readVenue                  ${milliseconds(() => readVenue(files))}`);
console.log(`validateVenue              ${milliseconds(() => validateVenue(result))}`);
const query = (profile: RouteQuery['profile']): RouteQuery => ({
  from: { x: 18, y: 5, level: '0' },
  to: { x: 126, y: 115, level: '2' },
  profile,
});
for (const profile of ['walk', 'step-free'] as const) {
  const firstRoute = () => {
    const read = readVenue(files);
    const found = read.ok && createRouter(read.venue, { prepare: [] }).find(query(profile));
    if (!found || !found.ok) throw new Error('The station has no route from corner to corner.');
  };
  console.log(`bytes to a route, ${profile.padEnd(9)}${milliseconds(firstRoute)}`);
}
