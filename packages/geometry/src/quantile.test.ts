import { expect, it } from 'vitest';
import { median, quantile } from './quantile';

it('a quantile is one of the values, whatever their order, and leaves them as they were', () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.25, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 2, 3, 5, 5]);
  expect(values).toEqual([5, 1, 4, 2, 3]);
});

it('of two values the median is the greater, of none there is none', () => {
  expect(median([2, 1])).toBe(2);
  expect(median([])).toBeNaN();
});
