import { describe, expect, it } from 'vitest';
import { rectangle } from '../small-venue.test-support';
import { bakeGround, bakeShade, type ShadeMap } from './shade';

const BOUNDS = { minX: 0, minY: 0, maxX: 20, maxY: 10 };
const WALL = { ring: rectangle(9.9, 0, 10.1, 10).outer, height: 1.25 };

function lightAt({ bounds, width, height, data }: ShadeMap, x: number, y: number): number {
  const column = Math.floor(((x - bounds.minX) / (bounds.maxX - bounds.minX)) * width);
  const row = Math.floor(((y - bounds.minY) / (bounds.maxY - bounds.minY)) * height);
  return data[row * width + column]!;
}

describe('baked shade', () => {
  it('an empty floor is in full light', () => {
    expect(new Set(bakeShade(BOUNDS, [], 5000).data)).toEqual(new Set([255]));
  });

  it('is darker beside a wall than in the open, on both sides', () => {
    const shade = bakeShade(BOUNDS, [WALL], 20_000);
    const open = lightAt(shade, 3, 5);
    expect(lightAt(shade, 9.6, 5)).toBeLessThan(open - 10);
    expect(lightAt(shade, 10.4, 5)).toBeLessThan(open - 10);
  });

  it('the sun in the north-west throws the shadow to the east', () => {
    const shade = bakeShade(BOUNDS, [WALL], 20_000);
    expect(lightAt(shade, 10.45, 5)).toBeLessThan(lightAt(shade, 9.55, 5));
  });

  it('takes about as many cells as asked, and no more in a larger hall', () => {
    const { data } = bakeShade({ minX: 0, minY: 0, maxX: 400, maxY: 300 }, [], 60_000);
    expect(data.length).toBeGreaterThan(55_000);
    expect(data.length).toBeLessThan(65_000);
  });

  it('the same occluders give the same bytes', () => {
    expect(bakeShade(BOUNDS, [WALL], 5000).data).toEqual(bakeShade(BOUNDS, [WALL], 5000).data);
  });

  it('a building darkens the ground about it, less with the distance, and nothing at the border', () => {
    const ground = bakeGround([rectangle(0, 0, 40, 30).outer], 16);
    const [under, near, far] = [lightAt(ground, 20, 15), lightAt(ground, 43, 15), lightAt(ground, 49, 15)];
    expect(under).toBeGreaterThan(near);
    expect(near).toBeGreaterThan(far);
    expect(lightAt(ground, 55.5, -15)).toBe(0);
  });
});
