import { describe, expect, test } from 'vitest';
import { rasterFloors } from '../floor-raster';
import { corridorVenue } from './corridors.test-support';
import { groundsOf } from './ground';
import { Particles } from './particles';
import { Purpose } from './purpose';

const venue = corridorVenue();
const ground = groundsOf(venue, rasterFloors(venue))[0]!;

describe('the purpose of a walk', () => {
  test('who goes straight where one can, and round a corner where one must, is not doubted', () => {
    const [straight, round] = shares([way([2, 1.5], [14, 1.5]), way([30, 2.7], [37.2, 2.7], [37.2, 8])]);
    expect(straight).toBeCloseTo(round!, 1);
  });

  test('who turns in the open, where the corner could be cut, is doubted, but never given up', () => {
    const [straight, detour] = shares([way([2, -9], [14, -9]), way([2, -9], [8, -9], [8, -3])]);
    expect(detour).toBeLessThan(0.2 * straight!);
    expect(detour).toBeGreaterThan(0.01 * straight!);
  });
});

/** The weights of particles that go these ways, all at once. */
function shares(ways: readonly (readonly (readonly [number, number])[])[]): number[] {
  const particles = new Particles(ways.length);
  const purpose = new Purpose(particles);
  const put = (step: number): void => {
    for (const [i, points] of ways.entries())
      [particles.x[i], particles.y[i]] = points[Math.min(step, points.length - 1)]!;
  };
  put(0);
  purpose.begin();
  for (let step = 1; step < 18; step++) {
    put(step);
    purpose.step(0.7, () => ground);
  }
  particles.normalise();
  return [...particles.weight];
}

/** A way through corners, as points 0.7 m apart. */
function way(...corners: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return corners.slice(1).flatMap(([toX, toY], i) => {
    const [fromX, fromY] = corners[i]!;
    const steps = Math.round(Math.hypot(toX - fromX, toY - fromY) / 0.7);
    return Array.from({ length: steps }, (_, s) => {
      const t = s / steps;
      return [fromX + t * (toX - fromX), fromY + t * (toY - fromY)] as const;
    });
  });
}
