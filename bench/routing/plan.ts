import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  boundsOfAreas,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
  type Random,
} from '@daoyin/geometry';
import { readVenue, type Venue } from '@daoyin/venue';

export function readPlan(folder: string): Venue {
  const names = readdirSync(folder).filter((name) => name.endsWith('json'));
  const result = readVenue(new Map(names.map((name) => [name, readFileSync(join(folder, name))])));
  if (!result.ok) throw new Error(`${folder}: ${result.issues[0]?.message}`);
  return result.venue;
}

/** A uniform point of the areas, on whole millimetres. */
function pointIn(areas: MultiPolygon, random: Random): Point {
  const { minX, minY, maxX, maxY } = boundsOfAreas(areas);
  for (;;) {
    const millimetre = (value: number) => Math.round(value * 1000) / 1000;
    const point = {
      x: millimetre(minX + random() * (maxX - minX)),
      y: millimetre(minY + random() * (maxY - minY)),
    };
    if (multiPolygonContains(areas, point)) return point;
  }
}

export function pairsIn(
  areas: MultiPolygon,
  count: number,
  random: Random,
): readonly { from: Point; to: Point }[] {
  const largest = areas.filter(
    ({ outer }) => outer.length === Math.max(...areas.map((area) => area.outer.length)),
  );
  return Array.from({ length: count }, () => ({
    from: pointIn(largest, random),
    to: pointIn(largest, random),
  }));
}
