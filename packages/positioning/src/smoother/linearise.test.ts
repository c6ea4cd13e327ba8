import { describe, expect, it } from 'vitest';
import type { RadioModel } from '../radio-model';
import { linearise } from './linearise';
import { type Knot, Window } from './window';

const WALL_DB = 12;

/** A beacon at the origin whose level falls by 2 dB a metre eastward, and by a wall's loss beyond x = 10. */
const model: RadioModel = {
  correlationLength: 5,
  covers: () => true,
  expectedDbm: (_beacon, x) => -60 - 2 * x - (x > 10 ? WALL_DB : 0),
  expectAt(beacon, xs, ys, count, level, out) {
    for (let i = 0; i < count; i++) out[i] = model.expectedDbm(beacon, xs[i]!, ys[i]!, level);
  },
  shadowSdDb: () => 4,
  placeOf: () => ({ x: 0, y: 0, z: 3 }),
};

function at(x: number) {
  const knot: Knot = {
    ...{ atMs: 0, x, y: 0, bodyX: 0, bodyY: 0, gait: 'steps', heading: 0, dx: 0, dy: 0, seconds: 1 },
    conveyor: undefined,
  };
  const evidence = new Window(3).open(0);
  evidence.heard[0] = 1;
  linearise(evidence, 0, knot, model, 0, 1.2);
  return {
    evidence,
    knot,
    expected: evidence.expectedDbm[0]!,
    slope: evidence.slopeX[0]!,
    sd: evidence.shadowSdDb[0]!,
  };
}

describe('what a place is expected to hear, as a line about it', () => {
  it('is the model itself where the model is linear', () => {
    const { expected, slope, sd, evidence } = at(5);
    expect(expected).toBeCloseTo(-70, 9);
    expect(slope).toBeCloseTo(-2, 9);
    expect(evidence.slopeY[0]).toBeCloseTo(0, 9);
    expect(sd).toBeCloseTo(4, 9);
  });

  it('feels a wall on both sides of it, and is unsure there by how much of it is between', () => {
    for (const x of [9.3, 10.7]) {
      const { slope, sd } = at(x);
      expect(slope).toBeLessThan(-4);
      expect(sd).toBeGreaterThan(4.5);
    }
  });

  it('expects between the two sides of a wall, the more of it the nearer', () => {
    const [before, near] = [at(8).expected - -76, at(9.5).expected - -79];
    expect(before).toBeCloseTo(0, 9);
    expect(near).toBeLessThan(-1);
    expect(near).toBeGreaterThan(-WALL_DB / 2);
  });

  it('stays until the place has moved by more than 15 cm', () => {
    const { evidence, knot } = at(5);
    linearise(evidence, 0, { ...knot, x: 5.1 }, model, 0, 1.2);
    expect(evidence.atX[0]).toBe(5);
    linearise(evidence, 0, { ...knot, x: 5.2 }, model, 0, 1.2);
    expect(evidence.atX[0]).toBe(5.2);
  });
});
