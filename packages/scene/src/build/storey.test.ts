import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readVenue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { venueLabels } from '../labels/specs';
import { paletteOf } from '../palette';
import { level, rectangle, smallVenue, unit } from '../small-venue.test-support';
import type { MeshArrays } from './mesh';
import { buildStorey } from './storey';
import { areaStyle } from './style';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const halls = [
  `${process.env.DAOYIN_DATA ?? `${root}../shared/data`}/hall/venue`,
  `${root}floorplans/zhongshan`,
];
const palette = paletteOf('light');

function load(folder: string) {
  const files = readdirSync(folder).filter((name) => name.endsWith('json'));
  const result = readVenue(new Map(files.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')])));
  if (!result.ok) throw new Error(`${folder} is no venue.`);
  return result.venue;
}

function isSound({ positions, colours, indices }: MeshArrays): boolean {
  const count = positions.length / 3;
  return positions.every(Number.isFinite) && colours.length === 4 * count && indices.every((i) => i < count);
}

describe('a storey', () => {
  it('is four sets of arrays, however much stands in it', () => {
    const venue = smallVenue();
    const storey = buildStorey(venue, venue.levels[0]!, palette, areaStyle(venue, palette));
    for (const part of [storey.floor, storey.solid, storey.glass]) expect(isSound(part)).toBe(true);
    expect(storey.edges.length % 6).toBe(0);
  });

  it('a level of which nothing is known but its outline is drawn', () => {
    const venue = smallVenue({ units: [], openings: [], fixtures: [], windows: [] });
    const storey = buildStorey(venue, venue.levels[0]!, palette, areaStyle(venue, palette));
    expect(storey.floor.indices.length).toBe(6);
    expect(isSound(storey.solid)).toBe(true);
  });

  it('the floor is open at a void', () => {
    const hole = rectangle(5, 3, 9, 7);
    const hall = { outer: rectangle(0, 0, 20, 10).outer, holes: [[...hole.outer].reverse()] };
    const venue = smallVenue({
      levels: [level('1F', 0)],
      units: [unit('hall', 'walkway', hall), unit('void', 'opentobelow', hole)],
    });
    const { floor } = buildStorey(venue, venue.levels[0]!, palette, areaStyle(venue, palette));
    expect(coversPoint(floor, 7, 5)).toBe(false);
    expect(coversPoint(floor, 2, 2)).toBe(true);
  });
});

describe.each(halls)('%s', (folder) => {
  it.skipIf(!existsSync(folder))(
    'is drawn whole: sound arrays, at most 70,000 triangles a storey, a label for every window',
    () => {
      const venue = load(folder);
      const style = areaStyle(venue, palette);
      for (const storey of venue.levels.map((l) => buildStorey(venue, l, palette, style))) {
        for (const part of [storey.floor, storey.solid, storey.glass]) expect(isSound(part)).toBe(true);
        expect(storey.solid.indices.length / 3).toBeLessThan(70_000);
      }
      const labels = venueLabels(venue, 'zh', style, palette);
      const numbers = new Set(labels.filter(({ kind }) => kind === 'window').map(({ text }) => text));
      expect(numbers.size).toBe(venue.windows.length);
      expect(new Set(labels.map(({ id }) => id)).size).toBe(labels.length);
    },
  );
});

/** Whether a triangle of a floor lies over a venue point. */
function coversPoint({ positions, indices }: MeshArrays, x: number, y: number): boolean {
  const side = (i: number, j: number) => {
    const [ax, ay, bx, by] = [
      positions[3 * i]!,
      -positions[3 * i + 2]!,
      positions[3 * j]!,
      -positions[3 * j + 2]!,
    ];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  };
  for (let k = 0; k < indices.length; k += 3) {
    const [a, b, c] = [indices[k]!, indices[k + 1]!, indices[k + 2]!];
    if (side(a, b) > 0 && side(b, c) > 0 && side(c, a) > 0) return true;
  }
  return false;
}
