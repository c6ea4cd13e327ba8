import { describe, expect, test } from 'vitest';
import { rasterFloors } from '../floor-raster';
import { corridorVenue } from './corridors.test-support';
import { groundsOf, isFree, passageCost, walkableNear } from './ground';

const venue = corridorVenue();
const ground = groundsOf(venue, rasterFloors(venue))[0]!;

describe('where a walker can go', () => {
  test('along a corridor freely, through its wall hardly, through a door freely', () => {
    expect(passageCost(ground, 2, 1.5, 30, 1.5)).toBe(0);
    expect(passageCost(ground, 20, 1, 20, -2)).toBeGreaterThan(3);
    expect(passageCost(ground, 10, 1, 10, -2)).toBe(0);
  });

  test('the whole line of a step counts, not only its end', () => {
    expect(isFree(ground, 30, 1.5, 38.5, 10)).toBe(false);
    expect(passageCost(ground, 5, -1, 5, 1)).toBeGreaterThan(3);
  });

  test('nobody passes between two desks that stand 0.4 m apart', () => {
    expect(passageCost(ground, 22.2, -7, 22.2, -4)).toBeGreaterThan(3);
    expect(passageCost(ground, 19, -7, 19, -4)).toBe(0);
  });

  test('into a lift there is no need of a door in the plan', () => {
    expect(passageCost(ground, 38.5, 39, 38.5, 41)).toBeLessThan(1);
  });

  test('nothing is impossible: a cost is finite even off the plan', () => {
    expect(Number.isFinite(passageCost(ground, 2, 1.5, -500, 900))).toBe(true);
  });

  test('off the walkable ground the nearest place to stand is beside the desk or within the level', () => {
    expect(walkableNear(ground, { x: 5, y: 1.5 })).toEqual({ x: 5, y: 1.5, metres: 0 });
    expect(walkableNear(ground, { x: 21, y: -5.2 })!.metres).toBeLessThan(0.6);
    expect(walkableNear(ground, { x: -2, y: 1.5 })!.x).toBeGreaterThan(0);
    expect(walkableNear(ground, { x: -20, y: 1.5 })).toBeUndefined();
  });
});
