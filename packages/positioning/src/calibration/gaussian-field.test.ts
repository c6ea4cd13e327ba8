import { normal, seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { GaussianField } from './gaussian-field';
import { Kernel, POWER_SD_DB, usualField } from './kernel';
import { learnField } from './learn-field';

const kernel = new Kernel(usualField, undefined);
const point = (x: number, y: number, value: number, noise = 0) => ({ x, y, value, noise });
const priorSd = Math.hypot(POWER_SD_DB, usualField.sdDb);

describe('a Gaussian field', () => {
  it('is the prior where nothing was observed', () => {
    const field = new GaussianField([], kernel);
    expect(field.meanAt(3, 4)).toBe(0);
    expect(field.sdAt(3, 4)).toBeCloseTo(priorSd, 9);
  });

  it('passes through what was observed without noise, and is sure of it', () => {
    const points = [point(0, 0, 5), point(4, 1, -3), point(1, 6, 2)];
    const field = new GaussianField(points, kernel);
    for (const { x, y, value } of points) {
      expect(field.meanAt(x, y)).toBeCloseTo(value, 6);
      expect(field.sdAt(x, y)).toBeLessThan(1e-3);
    }
  });

  it('is less sure farther away, and never less sure than the prior', () => {
    const field = new GaussianField([point(0, 0, 5, 4), point(1, 0, 4, 4)], kernel);
    const sds = [0, 2, 5, 10, 40].map((x) => field.sdAt(x, 1));
    expect(sds).toEqual([...sds].sort((a, b) => a - b));
    for (const sd of sds) expect(sd).toBeLessThan(priorSd);
  });

  it('carries the power everywhere, the shadowing only so far', () => {
    const points = [0, 10, 20, 30].map((x) => point(x, 0, x === 0 ? 12 : 8, 0.5));
    const field = new GaussianField(points, kernel);
    expect(field.meanAt(500, 0)).toBeCloseTo(field.power().gainDb, 6);
    expect(Math.abs(field.power().gainDb - 9)).toBeLessThan(1);
    expect(field.meanAt(0, 0)).toBeGreaterThan(11);
    expect(field.sdAt(500, 0)).toBeGreaterThan(usualField.sdDb);
  });

  it('sums its kernel fast and right', () => {
    const random = seededRandom(3);
    const prior = { ...usualField, patternSdDb: 2, exponentSd: 0.5 };
    const around = new Kernel(prior, { x: 4, y: 5, up: 1.8 });
    const somewhere = (count: number) =>
      around.places(Array.from({ length: count }, () => ({ x: 20 * random(), y: 10 * random() })));
    const places = somewhere(40);
    const weights = Float64Array.from({ length: 40 }, () => random() - 0.5);
    const moments = around.moments(places, weights);
    const at = somewhere(100);
    const covariances = new Float64Array(40);
    for (let i = 0; i < 100; i++) {
      around.fillBetween(at, i, places, 40, covariances);
      const plain = covariances.reduce((sum, covariance, k) => sum + weights[k]! * covariance, 0);
      expect(Math.abs(around.sum(at, i, places, weights, moments) - plain)).toBeLessThan(0.3);
    }
  });

  it('knows a pattern over azimuth on the far side of what was walked', () => {
    const around = new Kernel({ ...usualField, sdDb: 0.5, patternSdDb: 3 }, { x: 0, y: 0, up: 1.8 });
    const points = [2, 4, 6].flatMap((x) => [point(x, 0, 4, 0.5), point(-x, 0, -4, 0.5)]);
    const field = new GaussianField(points, around);
    expect(field.meanAt(12, 0)).toBeGreaterThan(2);
    expect(field.meanAt(-12, 0)).toBeLessThan(-2);
  });
});

describe('learnField', () => {
  /** Levels of beacons drawn from the kernel itself, as a Cholesky factor times white noise. */
  const drawn = (sdDb: number, correlationLength: number, readingSdDb: number) => {
    const random = seededRandom(7);
    const prior = { ...usualField, sdDb, correlationLength, readingSdDb, lastingSdDb: 0.5 };
    return Array.from({ length: 10 }, () => {
      const places = Array.from({ length: 70 }, () => ({ x: 30 * random(), y: 20 * random(), readings: 4 }));
      const field = new GaussianField(
        places.map((place) => ({ ...place, value: 0, noise: 1e-6 })),
        new Kernel(prior, undefined),
      );
      const levels = field.colour(Float64Array.from(places, () => normal(random)));
      const noise = Math.hypot(readingSdDb / 2, 0.5);
      const points = places.map((place, i) => ({
        ...place,
        value: levels[i]! + noise * normal(random),
        noise: 0,
      }));
      return { source: undefined, points };
    });
  };

  it.each([
    [2, 8, 3],
    [5, 4, 3],
  ])('finds shadowing of %f dB over %f m in readings of %f dB', (sdDb, correlationLength, readingSdDb) => {
    const learnt = learnField(drawn(sdDb, correlationLength, readingSdDb));
    expect(Math.abs(Math.log(learnt.sdDb / sdDb))).toBeLessThan(0.35);
    expect(Math.abs(Math.log(learnt.correlationLength / correlationLength))).toBeLessThan(0.5);
    expect(Math.abs(Math.log(learnt.readingSdDb / readingSdDb))).toBeLessThan(0.35);
  });

  it('stays at what is usual where there is nothing to learn from', () => {
    expect(learnField([])).toEqual(usualField);
  });
});
