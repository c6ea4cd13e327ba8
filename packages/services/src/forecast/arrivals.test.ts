import { describe, expect, it } from 'vitest';
import { expectedArrivals, HALF_HOUR } from './arrivals';

const day = (counts: Readonly<Record<number, number>>) =>
  Array.from({ length: 48 }, (_, i) => counts[i] ?? 0);
const usual = day({ 18: 30, 19: 60, 20: 90, 21: 60 });
const nine = 18 * HALF_HOUR;

describe('arrivals to come', () => {
  it('are those of the days before, half-hour by half-hour', () => {
    const rate = expectedArrivals([usual, day({ 18: 50, 19: 60, 20: 70, 21: 60 })], day({}), nine);
    expect(rate(20.5 * HALF_HOUR) * HALF_HOUR).toBeCloseTo(80, 6);
    expect(rate(30 * HALF_HOUR)).toBe(0);
  });

  it('grow with a day that is fuller than usual, the more the longer that is known', () => {
    const factorAt = (now: number, today: readonly number[]) =>
      (expectedArrivals([usual], today, now)(20 * HALF_HOUR) * HALF_HOUR) / 90;
    const early = factorAt(18.5 * HALF_HOUR, day({ 18: 30 }));
    const late = factorAt(20 * HALF_HOUR, day({ 18: 60, 19: 120 }));
    expect(early).toBeGreaterThan(1.2);
    expect(late).toBeGreaterThan(early);
    expect(late).toBeLessThan(2);
  });

  it('without days before go on as of late', () => {
    const rate = expectedArrivals([], day({ 17: 99, 18: 20, 19: 25, 20: 30 }), 21 * HALF_HOUR - 1);
    expect(rate(40 * HALF_HOUR) * HALF_HOUR).toBeCloseTo(25, 1);
  });
});
