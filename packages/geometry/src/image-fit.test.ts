import { describe, expect, it } from 'vitest';
import {
  fitAffine,
  fitSimilarity,
  type ImagePlacement,
  imageToVenue,
  scaleAndTurn,
  type TiePoint,
  turnedAbout,
  venueToImage,
} from './image-fit';
import { seededRandom } from './random';

/** A picture at 2 cm a pixel, turned by 30°, with (100, 50) at (7, −3). */
const [cos, sin] = [0.02 * Math.cos(Math.PI / 6), 0.02 * Math.sin(Math.PI / 6)];
const turned: ImagePlacement = {
  xx: cos,
  xy: sin,
  yx: sin,
  yy: -cos,
  x0: 7 - 100 * cos - 50 * sin,
  y0: -3 - 100 * sin + 50 * cos,
};

function tiesOf(placement: ImagePlacement, count: number, seed: number, error = 0): readonly TiePoint[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const image = { column: 2000 * random(), row: 1000 * random() };
    const { x, y } = imageToVenue(placement, image);
    return {
      image,
      venue: { x: x + error * (random() - 0.5), y: y + error * (random() - 0.5) },
    };
  });
}

function expectSame(a: ImagePlacement, b: ImagePlacement, digits = 9): void {
  for (const key of ['xx', 'xy', 'yx', 'yy'] as const) expect(a[key]).toBeCloseTo(b[key], digits);
  expect(a.x0).toBeCloseTo(b.x0, digits - 4);
  expect(a.y0).toBeCloseTo(b.y0, digits - 4);
}

describe('a picture under the plan', () => {
  it('is placed exactly by two points, without a residual', () => {
    const { placement, residuals, rms } = fitSimilarity(tiesOf(turned, 2, 1))!;
    expectSame(placement, turned);
    expect(Math.max(...residuals, rms)).toBeLessThan(1e-9);
    expect(scaleAndTurn(placement).metresPerPixel).toBeCloseTo(0.02, 9);
    expect(scaleAndTurn(placement).turn).toBeCloseTo(Math.PI / 6, 9);
  });

  it('is placed by many points so that no other shift, turn or scale misses them less', () => {
    const ties = tiesOf(turned, 6, 2, 0.3);
    const { placement, rms } = fitSimilarity(ties)!;
    expect(rms).toBeLessThan(0.3);
    const missed = (other: ImagePlacement) =>
      ties.reduce((sum, { image, venue }) => {
        const { x, y } = imageToVenue(other, image);
        return sum + (x - venue.x) ** 2 + (y - venue.y) ** 2;
      }, 0);
    const { metresPerPixel, turn } = scaleAndTurn(placement);
    const about = { column: 700, row: 300 };
    for (const [scale, angle] of [
      [1.001, 0],
      [0.999, 0],
      [1, 0.001],
      [1, -0.001],
    ] as const) {
      const other = turnedAbout(placement, about, {
        metresPerPixel: metresPerPixel * scale,
        turn: turn + angle,
      });
      expect(missed(other)).toBeGreaterThan(missed(placement));
    }
    expect(missed({ ...placement, x0: placement.x0 + 0.01 })).toBeGreaterThan(missed(placement));
  });

  it('that was scanned askew takes three points, and a fourth shows what is wrong', () => {
    const askew = { ...turned, xx: turned.xx * 1.04, xy: turned.xy + 0.001 };
    const ties = tiesOf(askew, 4, 3);
    const { placement, rms } = fitAffine(ties.slice(0, 3))!;
    expectSame(placement, askew, 7);
    expect(rms).toBeLessThan(1e-9);
    const wrong = { ...ties[3]!, venue: { x: ties[3]!.venue.x + 2, y: ties[3]!.venue.y } };
    const { residuals } = fitAffine([...ties.slice(0, 3), wrong])!;
    expect(Math.max(...residuals)).toBeGreaterThan(0.1);
    expect(fitSimilarity(ties)!.rms).toBeGreaterThan(0.1);
  });

  it('is not placed by points that do not say: too few, in one spot, on one line', () => {
    const [a, b, c] = tiesOf(turned, 3, 4) as [TiePoint, TiePoint, TiePoint];
    expect(fitSimilarity([a])).toBeUndefined();
    expect(fitSimilarity([a, a])).toBeUndefined();
    expect(fitAffine([a, b])).toBeUndefined();
    const between = {
      image: { column: (a.image.column + b.image.column) / 2, row: (a.image.row + b.image.row) / 2 },
      venue: c.venue,
    };
    expect(fitAffine([a, b, between])).toBeUndefined();
  });

  it('leads from its pixels to metres and back', () => {
    for (const { image } of tiesOf(turned, 20, 5)) {
      const again = venueToImage(turned, imageToVenue(turned, image));
      expect(again.column).toBeCloseTo(image.column, 6);
      expect(again.row).toBeCloseTo(image.row, 6);
    }
    expect(() => venueToImage({ ...turned, xx: 0, xy: 0 }, { x: 0, y: 0 })).toThrow(RangeError);
  });
});
