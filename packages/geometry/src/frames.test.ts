import { describe, expect, it } from 'vitest';
import { venueFrame, venueToScene } from './frames';
import { seededRandom } from './random';

describe('venue frame', () => {
  const zhongshan = venueFrame([113.3926, 22.5176]);

  it('puts its origin at zero', () => {
    expect(zhongshan.lngLatToVenue([113.3926, 22.5176])).toEqual({ x: 0, y: 0 });
  });

  it('comes back from WGS84 to the same place within a micrometre', () => {
    const random = seededRandom(1);
    for (let i = 0; i < 1000; i++) {
      const point = { x: (random() - 0.5) * 2000, y: (random() - 0.5) * 2000 };
      const back = zhongshan.lngLatToVenue(zhongshan.venueToLngLat(point));
      expect(Math.hypot(back.x - point.x, back.y - point.y)).toBeLessThan(1e-6);
    }
  });

  it('has 110.57 km for a degree of latitude on the equator and 111.69 km at the pole', () => {
    expect(venueFrame([0, 0]).lngLatToVenue([0, 1]).y).toBeCloseTo(110_574.3, 0);
    expect(venueFrame([0, 89.999999]).lngLatToVenue([0, 90.999999]).y).toBeCloseTo(111_693.9, 0);
  });

  it('refuses an origin that is not on earth', () => {
    expect(() => venueFrame([400, 10])).toThrow('400');
    expect(() => venueFrame([Number.NaN, 10])).toThrow('NaN');
  });
});

it('the scene is right-handed: east × up = south', () => {
  expect(venueToScene({ x: 1, y: 2 }, 5)).toEqual({ x: 1, y: 5, z: -2 });
});
