import { expect, it } from 'vitest';
import { normal, seededRandom } from './random';

it('a seed gives the same numbers, another seed gives others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it('uniform numbers have mean 1/2 and variance 1/12, normal ones 0 and 1', () => {
  const random = seededRandom(3);
  const moments = (numbers: number[]) => {
    const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
    return [mean, numbers.reduce((a, b) => a + (b - mean) ** 2, 0) / numbers.length];
  };
  const [mean, variance] = moments(Array.from({ length: 100_000 }, random));
  expect(mean).toBeCloseTo(0.5, 2);
  expect(variance).toBeCloseTo(1 / 12, 2);
  const [normalMean, normalVariance] = moments(Array.from({ length: 100_000 }, () => normal(random)));
  expect(Math.abs(normalMean!)).toBeLessThan(0.02);
  expect(Math.abs(normalVariance! - 1)).toBeLessThan(0.03);
});
