import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Point, polygonArea } from '@daoyin/geometry';
import { createRouter } from '@daoyin/routing';
import { importIndoor, readVenue, type Venue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { venueOf } from './recorded';

const root = join(import.meta.dirname, '..');
const drawn = join(root, '../shared/data/osm');

function venues(): readonly (readonly [string, () => Venue])[] {
  const hall = join(root, 'floorplans/zhongshan');
  const foreign = existsSync(drawn) ? readdirSync(drawn) : [];
  return [
    ['the sample hall', () => venueOf(hall)],
    ...foreign.map((name) => {
      const read = () => {
        const imported = importIndoor(name, readFileSync(join(drawn, name)));
        if (!imported.ok) throw new Error(imported.issues[0]?.message);
        const result = readVenue(imported.files);
        if (!result.ok) throw new Error(result.issues[0]?.message);
        return result.venue;
      };
      return [name, read] as const;
    }),
  ];
}

function areaOf(triangle: readonly [Point, Point, Point]): number {
  return polygonArea({ outer: triangle, holes: [] });
}

describe.each(venues())('%s', (_, open) => {
  it('has triangles that fill the free floor of each storey, and nothing beside it', () => {
    const venue = open();
    const router = createRouter(venue, { prepare: [] });
    for (const { shortName } of venue.levels) {
      const drawing = router.drawing(shortName, 'walk', true);
      if (!drawing) continue;
      const floor = drawing.free.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
      const filled = drawing.triangles.reduce((sum, triangle) => sum + areaOf(triangle), 0);
      expect(filled, `level ${shortName}`).toBeCloseTo(floor, 2);
    }
  });
});
