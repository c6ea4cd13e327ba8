import { seededRandom } from '@daoyin/geometry';
import { describe, expect, test } from 'vitest';
import { Particles } from './particles';

describe('particles', () => {
  test('have as many children as their weight says, to within one, with all that they carry', () => {
    const particles = new Particles(100);
    const mark = particles.column();
    for (let i = 0; i < 100; i++) {
      mark[i] = particles.x[i] = i;
      particles.weigh(i, Math.log(1 + (i % 4)));
    }
    particles.normalise();
    const expected = Float64Array.from(particles.weight, (weight) => weight * 100);
    particles.resample(seededRandom(2));
    for (let parent = 0; parent < 100; parent++) {
      const children = particles.x.filter((x) => x === parent).length;
      expect(Math.abs(children - expected[parent]!)).toBeLessThan(1);
    }
    expect(mark).toEqual(particles.x);
  });

  test('weights sum to 1 however unlikely all are', () => {
    const particles = new Particles(10);
    for (let i = 0; i < 10; i++) particles.weigh(i, -5000 - i);
    const effective = particles.normalise();
    expect(particles.weight.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
    expect(effective).toBeGreaterThan(1);
    expect(effective).toBeLessThan(10);
  });
});
