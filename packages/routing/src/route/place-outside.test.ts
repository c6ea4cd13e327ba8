import { distance, nearestOnSegment, seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { randomHall, ringAt } from '../graph/random-hall.test-support';
import { zoneHolds, zoneOf } from '../graph/zone';
import { place } from '../mesh/locate';
import { triangulate } from '../mesh/mesh';
import { difference, dilate, GRID } from '../space/clip';
import { placeOutside } from './place-outside';

const REACH = 5;

describe('a start on floor that is shut', () => {
  it.each([1, 2, 3, 4, 5])(
    'hall %i: is moved to the nearest floor that is left, if that is in reach',
    (seed) => {
      const hall = randomHall(seed, 14, 0.3);
      const mesh = triangulate(hall);
      const random = seededRandom(50 + seed);
      const shape = ringAt(15, 15, 5 + 8 * random(), 3 + 5 * random(), 5, random());
      const zone = zoneOf(dilate([shape], 0.3));
      const left = difference(hall, zone.region);
      let moved = 0;
      for (let i = 0; i < 100; i++) {
        const point = { x: 8 + 14 * random(), y: 8 + 14 * random() };
        const placed = place(mesh, point.x * GRID, point.y * GRID, REACH * GRID)!;
        if (!zoneHolds(zone, placed.x, placed.y)) continue;
        const from = { x: point.x * GRID, y: point.y * GRID };
        const nearest = Math.min(
          ...left.flatMap((ring) =>
            ring.map((b, k) => distance(from, nearestOnSegment(from, ring.at(k - 1)!, b).point)),
          ),
        );
        const found = placeOutside(mesh, zone, point, placed, REACH);
        if (nearest > REACH * GRID) expect(found).toBeUndefined();
        else expect(Math.abs(found!.moved - nearest), `${point.x},${point.y}`).toBeLessThan(6);
        moved++;
      }
      expect(moved).toBeGreaterThan(5);
    },
  );
});
