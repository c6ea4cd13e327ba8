import { multiPolygonContains, polygonArea } from '@daoyin/geometry';
import { expect, it } from 'vitest';
import { venueOfWalk } from './occupancy';

const register = { venue: 'v', beacons: [] };
const walk = {
  name: 'w',
  beacons: null,
  venue: null,
  lines: [],
  truth: [{ atMs: 0, x: 1, y: 1, level: 'G' }],
};

it('cells around a pillar give a floor with a hole, of the same area', () => {
  const points = [0, 1, 2]
    .flatMap((x) => [0, 1, 2].map((y) => [x, y] as const))
    .filter(([x, y]) => x !== 1 || y !== 1);
  const { units, levels } = venueOfWalk({ ...walk, occupancy: { cell: 1, points } }, register);
  const [floor] = units[0]!.area;
  expect(polygonArea(floor!)).toBe(8);
  expect(multiPolygonContains(units[0]!.area, { x: 1, y: 1 })).toBe(false);
  expect(multiPolygonContains(units[0]!.area, { x: 2.3, y: 0.1 })).toBe(true);
  expect(levels[0]!.shortName).toBe('G');
});

it('without cells the floor is where somebody was', () => {
  const { units } = venueOfWalk({ ...walk, occupancy: null }, register);
  expect(multiPolygonContains(units[0]!.area, { x: 1.9, y: 0.1 })).toBe(true);
});
