import { describe, expect, test } from 'vitest';
import { Information } from './information';
import { PosteriorMean } from './posterior-mean';
import type { Tracks } from './tracks';
import { PER_KNOT } from './window';

const SIZE = 2 + PER_KNOT;
const NEWEST = SIZE - PER_KNOT;
const MODE = [3, -1, 5, 7, 0.5, -2];

describe('the mean of what is possible', () => {
  test('is the mode where the cost is the normal one', () => {
    const state = Float64Array.from(MODE);
    expect(new PosteriorMean(SIZE).move(state, normal(), SIZE, each(quadratic))).toBe(true);
    for (const [s, value] of MODE.entries()) expect(state[s]).toBeCloseTo(value, 6);
  });

  test('keeps away from what costs more, and what is tied to the place follows', () => {
    const wall = (state: Float64Array): number =>
      quadratic(state) + (state[NEWEST]! > MODE[NEWEST]! + 0.1 ? 3 : 0);
    const state = Float64Array.from(MODE);
    new PosteriorMean(SIZE).move(state, normal(), SIZE, each(wall));
    const moved = state[NEWEST]! - MODE[NEWEST]!;
    expect(moved).toBeLessThan(-0.1);
    expect(Math.sign(state[0]! - MODE[0]!)).toBe(Math.sign(moved) * FOLLOWS);
    expect(state[NEWEST + 1]).toBeCloseTo(MODE[NEWEST + 1]!, 6);
  });

  test('leaves a track alone of which nothing is known', () => {
    const state = Float64Array.from(MODE);
    expect(
      new PosteriorMean(SIZE).move(
        state,
        new Information(SIZE),
        SIZE,
        each(() => 0),
      ),
    ).toBe(false);
    expect([...state]).toEqual(MODE);
  });
});

/** What each track costs. */
const each =
  (costOf: (state: Float64Array) => number) =>
  (tracks: Tracks): void => {
    for (let t = 0; t < tracks.count; t++) tracks.costs[t] = costOf(tracks.track(t));
  };

/** The first state rises with the newest x. */
const FOLLOWS = 1;

/** Each state is known by itself, and the first one against the newest x. */
function normal(): Information {
  const information = new Information(SIZE);
  for (let s = 0; s < SIZE; s++) information.addPrecision(s, s === 0 ? 0.01 : 1);
  information.addFactor(Int32Array.of(0, NEWEST), Float64Array.of(1, -1), 2, 0, 1);
  information.mirror(SIZE);
  return information;
}

function quadratic(state: Float64Array): number {
  const { matrix } = normal();
  let cost = 0;
  for (let i = 0; i < SIZE; i++)
    for (let j = 0; j < SIZE; j++)
      cost += 0.5 * matrix[i * SIZE + j]! * (state[i]! - MODE[i]!) * (state[j]! - MODE[j]!);
  return cost;
}
