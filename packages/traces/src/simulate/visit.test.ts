import { distance } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { testHall, testRegister } from './hall.test-support';
import { simulateVisit } from './simulate';
import { routedWays } from './ways';

const hall = testHall();
const amenity = (category: string, x: number, y: number) => ({
  id: `${category}-${x}`,
  level: '1F',
  name: {},
  category,
  accessibility: [],
  point: { x, y },
  unitIds: [],
});
const doors = [amenity('entry', 30, 1), amenity('entry', 50, 38)];
const venue = {
  ...hall,
  amenities: [...doors, amenity('ticketing', 32, 6), amenity('seating', 22, 24)],
};
const register = { venue: 'test', beacons: testRegister().beacons.slice(0, 4) };
const findWay = routedWays(venue);
const visit = (seed: number) => simulateVisit({ venue, register, findWay, seed });

describe('a visit', () => {
  it('begins and ends at an entrance, and is at a window between', () => {
    for (const seed of [1, 2, 3]) {
      const { truth } = visit(seed);
      const toDoor = (i: number): number =>
        Math.min(...doors.map(({ point }) => distance(point, truth.at(i)!)));
      expect(toDoor(0)).toBeLessThan(0.5);
      expect(toDoor(-1)).toBeLessThan(1);
      const served = venue.windows.some(({ at }) =>
        truth.some((here) => here.level === at.level && distance(here, at) < 0.5),
      );
      expect(served).toBe(true);
    }
  });

  it('is the same bytes from the same seed, and other bytes from another', () => {
    expect(JSON.stringify(visit(1))).toBe(JSON.stringify(visit(1)));
    expect(JSON.stringify(visit(1))).not.toBe(JSON.stringify(visit(2)));
  });

  it('goes from window to window where nobody drew an entrance', () => {
    const { truth } = simulateVisit({ venue: hall, register, findWay, seed: 1 });
    expect(truth.length).toBeGreaterThan(60);
  });
});
