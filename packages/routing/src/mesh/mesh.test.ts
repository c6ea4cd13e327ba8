import { describe, expect, it } from 'vitest';
import type { Region } from '../space/clip';
import { triangulate } from './mesh';

const box = (x: number, y: number, width: number, height: number): Region[number] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
];

/** Area of a mesh, and of it what lies in none of the boxes (by the middles of its triangles). */
function areasOf(region: Region): { readonly whole: number; readonly outside: number } {
  const { xs, ys, corners } = triangulate(region);
  let [whole, outside] = [0, 0];
  for (let h = 0; h < corners.length; h += 3) {
    const [a, b, c] = [corners[h]!, corners[h + 1]!, corners[h + 2]!];
    const area = ((xs[b]! - xs[a]!) * (ys[c]! - ys[a]!) - (xs[c]! - xs[a]!) * (ys[b]! - ys[a]!)) / 2;
    const [x, y] = [(xs[a]! + xs[b]! + xs[c]!) / 3, (ys[a]! + ys[b]! + ys[c]!) / 3];
    whole += area;
    if (
      !region.some(
        (ring) => ring.length === 4 && x > ring[0]!.x && x < ring[2]!.x && y > ring[0]!.y && y < ring[2]!.y,
      )
    )
      outside += area;
  }
  return { whole, outside };
}

describe('the triangles of a floor', () => {
  it('fill it, and nothing beside it', () => {
    const { whole, outside } = areasOf([box(0, 0, 400, 100), box(600, 0, 200, 300)]);
    expect(whole).toBe(400 * 100 + 200 * 300);
    expect(outside).toBe(0);
  });

  it('leave a hole free', () => {
    const hole = box(100, 20, 200, 50).reverse();
    expect(areasOf([box(0, 0, 400, 100), hole]).whole).toBe(400 * 100 - 200 * 50);
  });

  it('do not run out where an edge is walked to and fro beside its own wall', () => {
    const [fro, to] = [
      { x: 400, y: 0 },
      { x: 400, y: 100 },
    ];
    const { whole, outside } = areasOf([box(0, 0, 400, 100), [fro, to], box(600, 0, 200, 300)]);
    expect(outside).toBe(0);
    expect(whole).toBe(400 * 100 + 200 * 300);
  });

  it('do not run out where rounding has made two pieces of floor cross, but for what is beside the crossing', () => {
    const { whole, outside } = areasOf([box(0, 0, 400, 100), box(399, 50, 200, 300), box(2000, 0, 100, 100)]);
    expect(outside).toBeLessThan(0.1 * whole);
    expect(whole).toBeGreaterThan(0.9 * (400 * 100 + 200 * 300 + 100 * 100));
  });
});
