import { polygonArea, seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { rectangle } from '../small-venue.test-support';
import { type MeshArrays, meshBuilder } from './mesh';
import { slabAround, slabPoint, slabRing } from './slab';

/** For every triangle, the y part of its normal times its area, and the height of its first corner. */
function facets({ positions, indices }: MeshArrays) {
  const at = (i: number) => positions.subarray(3 * i, 3 * i + 3);
  return Array.from({ length: indices.length / 3 }, (_, k) => {
    const [a, b, c] = [0, 1, 2].map((j) => at(indices[3 * k + j]!)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const [ux, uz, vx, vz] = [b[0]! - a[0]!, b[2]! - a[2]!, c[0]! - a[0]!, c[2]! - a[2]!];
    return { up: (uz * vx - ux * vz) / 2, height: a[1]! };
  });
}

describe('mesh', () => {
  const holed = { outer: rectangle(0, 0, 8, 6).outer, holes: [[...rectangle(2, 2, 4, 4).outer].reverse()] };

  it('the top of a prism covers its polygon, faces up and leaves its holes open', () => {
    const builder = meshBuilder();
    builder.prism([holed], 0, 2, { top: 0xffffff, side: 0x808080 });
    const tops = facets(builder.arrays()).filter(({ up, height }) => height === 2 && Math.abs(up) > 1e-6);
    expect(tops.every(({ up }) => up > 0)).toBe(true);
    expect(tops.reduce((sum, { up }) => sum + up, 0)).toBeCloseTo(polygonArea(holed), 4);
  });

  it('the sides of a block face outward', () => {
    const builder = meshBuilder();
    builder.skirt(rectangle(0, 0, 2, 2).outer, 0, 1, 0xffffff);
    const { positions, indices } = builder.arrays();
    for (let k = 0; k < indices.length; k += 3) {
      const [a, b, c] = [0, 1, 2].map((j) =>
        positions.subarray(3 * indices[k + j]!, 3 * indices[k + j]! + 3),
      );
      const u = [b![0]! - a![0]!, b![1]! - a![1]!, b![2]! - a![2]!] as const;
      const v = [c![0]! - a![0]!, c![1]! - a![1]!, c![2]! - a![2]!] as const;
      const normal = { x: u[1] * v[2] - u[2] * v[1], z: u[0] * v[1] - u[1] * v[0] };
      const centre = { x: (a![0]! + b![0]! + c![0]!) / 3 - 1, z: (a![2]! + b![2]! + c![2]!) / 3 + 1 };
      expect(normal.x * centre.x + normal.z * centre.z).toBeGreaterThan(0);
    }
  });

  it('the rectangle around a turned rectangle is that rectangle', () => {
    const random = seededRandom(7);
    for (let i = 0; i < 50; i++) {
      const angle = random() * 2 * Math.PI;
      const slab = {
        centre: { x: 50 * random(), y: 50 * random() },
        along: { x: Math.cos(angle), y: Math.sin(angle) },
        halfLength: 2 + random(),
        halfWidth: 0.3 + random(),
      };
      const found = slabAround(slabRing(slab));
      expect(found.halfLength).toBeCloseTo(slab.halfLength, 6);
      expect(found.halfWidth).toBeCloseTo(slab.halfWidth, 6);
      expect(Math.abs(found.along.x * slab.along.x + found.along.y * slab.along.y)).toBeCloseTo(1, 6);
      const corner = slabPoint(found, found.halfLength, found.halfWidth);
      expect(slabRing(slab).some((p) => Math.hypot(p.x - corner.x, p.y - corner.y) < 1e-6)).toBe(true);
    }
  });

  it('a ring without an edge is refused with its size', () => {
    expect(() => slabAround([])).toThrow('0 points');
  });
});
