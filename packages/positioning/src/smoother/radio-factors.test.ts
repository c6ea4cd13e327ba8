import { describe, expect, it } from 'vitest';
import type { RadioModel } from '../radio-model';
import { RadioFactors } from './radio-factors';
import { type Knot, Window } from './window';

/** One beacon, far north of a walker who goes east; nothing depends on the place. */
const plain: RadioModel = {
  correlationLength: 5,
  covers: () => true,
  expectedDbm: () => -70,
  expectAt: (_beacon, _xs, _ys, count, _level, out) => void out.fill(-70, 0, count),
  shadowSdDb: () => 4,
  placeOf: () => ({ x: 0, y: 12, z: 3 }),
};

/** What two seconds cost that are `metres` apart and miss the model's level by so many dB. */
function cost(model: RadioModel, metres: number, missed: readonly [number, number]): number {
  const window = new Window(2);
  const evidence = window.open(0);
  for (const [k, dB] of missed.entries()) {
    const knot: Knot = {
      ...{ atMs: 1000 * k, x: k * metres, y: 0, bodyX: 0, bodyY: 0, gait: 'free' },
      ...{ heading: 0, dx: 0, dy: 0, seconds: 1, conveyor: undefined },
    };
    window.knots.push(knot);
    evidence.heard[k] = 1;
    evidence.rssiDbm[k] = -70 + dB;
    evidence.variance[k] = 4;
  }
  window.shared[3] = 0; // no body
  const factors = new RadioFactors(model, 2);
  factors.prepare(window, 0, 0, 1.2);
  return factors.add(window, undefined);
}

describe('what a beacon is heard too strong or too weak', () => {
  it('is likely to be missed alike at places close to one another, and not at places far apart', () => {
    expect(cost(plain, 1, [3, 3])).toBeLessThan(0.7 * cost(plain, 1, [3, -3]));
    expect(cost(plain, 40, [3, 3])).toBeCloseTo(cost(plain, 40, [3, -3]), 2);
  });

  it('is missed alike everywhere as far as it is the beacon’s own power', () => {
    const powered: RadioModel = { ...plain, ownSdDb: () => 2.5 };
    expect(cost(powered, 40, [3, 3])).toBeLessThan(0.8 * cost(powered, 40, [3, -3]));
  });

  it('is missed alike in one direction from the beacon as far as it is its antenna', () => {
    const aerial: RadioModel = { ...plain, shadowSdDb: () => 0.1, antennaSdDb: () => 2 };
    const ahead: RadioModel = { ...aerial, placeOf: () => ({ x: -40, y: 0, z: 3 }) };
    expect(cost(ahead, 40, [2, 2])).toBeLessThan(0.5 * cost(ahead, 40, [2, -2]));
    expect(cost(aerial, 40, [2, 2])).toBeGreaterThan(cost(ahead, 40, [2, 2]));
  });
});
