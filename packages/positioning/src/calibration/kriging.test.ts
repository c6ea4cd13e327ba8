import { describe, expect, it } from 'vitest';
import { krige } from './kriging';

const prior = { variance: 16, correlationLength: 5 };
const point = (x: number, y: number, value: number, noise = 0) => ({ x, y, value, noise });

describe('krige', () => {
  it('gives the prior where nothing was observed', () => {
    expect(krige([], prior, 3, 4)).toEqual({ mean: 0, variance: 16 });
  });

  it('passes through what was observed without noise, and is sure of it', () => {
    const points = [point(0, 0, 5), point(4, 1, -3), point(1, 6, 2)];
    for (const { x, y, value } of points) {
      const { mean, variance } = krige(points, prior, x, y);
      expect(mean).toBeCloseTo(value, 6);
      expect(variance).toBeCloseTo(0, 6);
    }
  });

  it('lies between two observations on the line between them', () => {
    const { mean } = krige([point(0, 0, 2), point(2, 0, 6)], prior, 1, 0);
    expect(mean).toBeGreaterThan(2);
    expect(mean).toBeLessThan(6);
  });

  it('is never less sure than the prior, and less sure farther away', () => {
    const points = [point(0, 0, 5, 4), point(1, 0, 4, 4)];
    const variances = [0, 2, 5, 10, 40].map((x) => krige(points, prior, x, 1).variance);
    expect(variances).toEqual([...variances].sort((a, b) => a - b));
    for (const variance of variances) expect(variance).toBeLessThan(prior.variance);
  });

  it('gives one noisy observation its share of the variance', () => {
    const { mean, variance } = krige([point(0, 0, 10, 16)], prior, 0, 0);
    expect(mean).toBeCloseTo(5, 9);
    expect(variance).toBeCloseTo(8, 9);
  });

  it('is back at the mean far from all observations', () => {
    expect(Math.abs(krige([point(0, 0, 10, 1)], prior, 100, 0).mean)).toBeLessThan(1e-6);
  });
});
