import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { fitting } from './fitting';
import {
  angleTo,
  between,
  groundAt,
  type Lens,
  limited,
  panned,
  projector,
  rotatedAt,
  type View,
  zoomedAt,
} from './view';

const LENS: Lens = { width: 390, height: 844, fov: 0.52, centre: { left: 195, top: 380 } };
const LIMITS = {
  bounds: { minX: 0, minY: 0, maxX: 100, maxY: 60 },
  minDistance: 9,
  maxDistance: 500,
  maxTilt: 1.2,
};
const random = seededRandom(3);
const someView = (): View => ({
  x: 100 * random(),
  y: 60 * random(),
  elevation: 15 * random(),
  distance: 20 + 100 * random(),
  up: 6.28 * random() - 3.14,
  tilt: 0.9 * random(),
});
const somePixel = () => ({ left: 390 * random(), top: 844 * random() });
const twenty = Array.from({ length: 20 }, () => ({
  view: someView(),
  pixel: somePixel(),
  other: somePixel(),
}));

describe('the camera', () => {
  it('the ground below a pixel is drawn at that pixel', () => {
    for (const { view, pixel } of twenty) {
      const ground = groundAt(view, LENS, pixel)!;
      const drawn = projector(view, LENS)({ ...ground, elevation: view.elevation })!;
      expect(drawn.left).toBeCloseTo(pixel.left, 6);
      expect(drawn.top).toBeCloseTo(pixel.top, 6);
    }
  });

  it('its target is drawn at the centre of the lens', () => {
    for (const { view } of twenty) {
      const { left, top, depth } = projector(view, LENS)(view)!;
      expect([left, top, depth]).toEqual([195, 380, view.distance].map((v) => expect.closeTo(v, 6)));
    }
  });

  it('a finger keeps the ground that it took', () => {
    for (const { view, pixel, other } of twenty) {
      const [taken, there] = [
        groundAt(view, LENS, pixel)!,
        groundAt(panned(view, LENS, pixel, other), LENS, other)!,
      ];
      expect(there.x).toBeCloseTo(taken.x, 6);
      expect(there.y).toBeCloseTo(taken.y, 6);
    }
  });

  it('zooming and turning keep the ground below the pixel', () => {
    for (const { view, pixel } of twenty) {
      const before = groundAt(view, LENS, pixel)!;
      for (const after of [zoomedAt(view, LENS, LIMITS, 1.3, pixel), rotatedAt(view, LENS, 0.4, pixel)]) {
        const now = groundAt(after, LENS, pixel)!;
        expect(Math.hypot(now.x - before.x, now.y - before.y)).toBeLessThan(1e-6);
      }
    }
  });

  it('a pixel above the horizon has no ground', () => {
    expect(groundAt({ ...someView(), tilt: 1.5 }, LENS, { left: 195, top: 0 })).toBeUndefined();
  });

  it('what is fitted lies inside the margins and touches them', () => {
    const corners = [0, 100].flatMap((x) => [0, 60].map((y) => ({ x, y, elevation: 0 })));
    const margins = { top: 20, right: 10, bottom: 200, left: 10 };
    for (const up of [Math.PI / 2, 0, 1]) {
      const project = projector(fitting(corners, LENS, up, 0.8, margins), LENS);
      const drawn = corners.map((p) => project(p)!);
      expect(Math.min(...drawn.map((p) => p.left))).toBeGreaterThan(10 - 1);
      expect(Math.max(...drawn.map((p) => p.left))).toBeLessThan(380 + 1);
      expect(Math.max(...drawn.map((p) => p.top))).toBeLessThan(644 + 1);
      const width = Math.max(...drawn.map((p) => p.left)) - Math.min(...drawn.map((p) => p.left));
      const height = Math.max(...drawn.map((p) => p.top)) - Math.min(...drawn.map((p) => p.top));
      expect(Math.max(width / 370, height / 624)).toBeCloseTo(1, 1);
    }
  });

  it('turns the short way round', () => {
    expect(angleTo(3, -3)).toBeCloseTo(2 * Math.PI - 6, 9);
    const middle = between({ ...someView(), up: 3 }, { ...someView(), up: -3 }, 0.5);
    expect(Math.abs(middle.up)).toBeCloseTo(Math.PI, 9);
  });

  it('stays inside its limits', () => {
    const held = limited({ x: -50, y: 999, elevation: 0, distance: 1, up: 0, tilt: 3 }, LIMITS);
    expect(held).toMatchObject({ x: 0, y: 60, distance: 9, tilt: 1.2 });
  });
});
