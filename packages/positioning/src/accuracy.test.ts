import { describe, expect, it } from 'vitest';
import { scaleAsMissed } from './accuracy';

describe('the scale of a covariance', () => {
  it('leaves it about as it is where readings miss as much as their variances say', () => {
    expect(Math.abs(scaleAsMissed(0.5) - 1)).toBeLessThan(0.1);
  });

  it('grows with what is missed, and is never beyond belief', () => {
    const scales = [0, 0.2, 0.5, 0.8, 1.1, 50].map(scaleAsMissed);
    expect(scales).toEqual([...scales].sort((a, b) => a - b));
    expect(scales[3]).toBeGreaterThan(scales[2]! * 1.2);
    expect(scales[0]).toBeGreaterThan(0.7);
    expect(scales.at(-1)).toBeLessThan(2);
  });
});
