import type { VenuePoint } from '@daoyin/geometry';
import { describe, expect, test } from 'vitest';
import { startEstimator } from '../start-estimator';
import type { EstimatorContext, Observation, Position } from '../types';
import { corridorVenue } from './corridors.test-support';

const NO_BEACONS = { venue: 'corridors', beacons: [] };
const withPlan: EstimatorContext = { register: NO_BEACONS, venue: corridorVenue(), seed: 5 };
const withoutPlan: EstimatorContext = { register: NO_BEACONS, seed: 5 };
/** Fifteen degrees: the misalignment of a phone that is not held quite ahead. */
const BIAS = Math.PI / 12;

describe('the phone without beacons', () => {
  test('says nothing before the first anchor', () => {
    const [, ...steps] = throughCorridors();
    expect(follow(withPlan, steps)).toEqual([]);
  });

  test('says where the anchor is, from then on', () => {
    const [first] = follow(withPlan, throughCorridors());
    expect(first).toMatchObject({ atMs: 1000, level: '1F' });
    expect(off(first!, { x: 2, y: 1.5 })).toBeLessThan(1);
  });

  test('corridors mend a heading that is 15° wrong: within 3 m after 50 m and a turn, 8 m without a plan', () => {
    const end = { x: 38.5, y: 18 };
    const last = follow(withPlan, throughCorridors()).at(-1)!;
    expect(off(last, end)).toBeLessThan(3);
    expect(off(follow(withoutPlan, throughCorridors()).at(-1)!, end)).toBeGreaterThan(8);
  });

  test('accuracy95 contains the truth throughout, with a plan and without', () => {
    for (const context of [withPlan, withoutPlan]) {
      const positions = follow(context, throughCorridors());
      const held = positions.filter(
        (position) => off(position, truthAt(position.atMs)) <= position.accuracy95,
      );
      expect(held.length / positions.length).toBeGreaterThan(0.9);
    }
  });

  test('the same input and seed give the same positions', () => {
    expect(follow(withPlan, throughCorridors())).toEqual(follow(withPlan, throughCorridors()));
  });

  test('at rest the dot rests', () => {
    const observations = throughCorridors();
    const standMs = observations.at(-1)!.atMs;
    const estimator = startEstimator('best', withPlan);
    for (const observation of observations) estimator.observe(observation);
    const [early, late] = [estimator.positionAt(standMs + 8000)!, estimator.positionAt(standMs + 60_000)!];
    expect(off(early, late)).toBeLessThan(0.05);
  });

  test('an anchor that contradicts the track wins', () => {
    const observations = throughCorridors();
    const atMs = observations.at(-1)!.atMs + 1000;
    const last = follow(
      withPlan,
      [...observations, anchor(atMs, { x: 5, y: 1.5, level: '2F' })],
      atMs + 1000,
    ).at(-1)!;
    expect(last.level).toBe('2F');
    expect(off(last, { x: 5, y: 1.5 })).toBeLessThan(1.5);
  });

  test('after a ride in a lift it says nothing, until an anchor names the level', () => {
    const into = [anchor(0, { x: 38.5, y: 38, level: '1F' }), ...steps(500, 4, Math.PI / 2)];
    const out = steps(25_000, 3, -Math.PI / 2);
    const sign = anchor(30_000, { x: 38.5, y: 38, level: '2F' });
    const positions = follow(withPlan, [...into, ...out, sign], 31_000);
    expect(positions.filter(({ atMs }) => atMs > 12_000 && atMs < 29_000)).toEqual([]);
    expect(positions.at(-1)).toMatchObject({ level: '2F' });
  });

  test('a place told to a phone without steps is forgotten soon', () => {
    const estimator = startEstimator('best', withPlan);
    estimator.observe(anchor(0, { x: 2, y: 1.5, level: '1F' }));
    const [at1, at10] = [estimator.positionAt(1000)!, estimator.positionAt(10_000)!];
    expect(at10.accuracy95).toBeGreaterThan(at1.accuracy95 + 5);
    expect(estimator.positionAt(30_000)).toBeUndefined();
  });
});

/** An anchor at the western end, then 50 m at 0.7 m and 0.6 s a step: 36 m east, 16.5 m north. */
function throughCorridors(): Observation[] {
  return [
    anchor(0, { x: 2, y: 1.5, level: '1F' }),
    ...steps(1000, 52, 0),
    ...steps(1000 + 52 * 600, 24, Math.PI / 2),
  ];
}

function truthAt(atMs: number): { x: number; y: number } {
  const metres = Math.max(0, ((atMs - 400) / 600) * 0.7);
  const east = Math.min(36.4, metres);
  return { x: 2 + east, y: 1.5 + Math.min(16.8, metres - east) };
}

function steps(fromMs: number, count: number, heading: number): Observation[] {
  return Array.from({ length: count }, (_, i) => ({
    kind: 'step' as const,
    atMs: fromMs + 600 * i,
    length: 0.7,
    heading: heading - BIAS,
  }));
}

function anchor(atMs: number, at: VenuePoint): Observation {
  return { kind: 'anchor', atMs, at, sigma: 1 };
}

function off(position: Position, { x, y }: { readonly x: number; readonly y: number }): number {
  return Math.hypot(position.x - x, position.y - y);
}

/** Positions at whole seconds. */
function follow(
  context: EstimatorContext,
  observations: readonly Observation[],
  untilMs = observations.at(-1)!.atMs,
): Position[] {
  const estimator = startEstimator('best', context);
  const positions: Position[] = [];
  let next = 0;
  for (let atMs = 1000; atMs <= untilMs; atMs += 1000) {
    while (next < observations.length && observations[next]!.atMs <= atMs)
      estimator.observe(observations[next++]!);
    const position = estimator.positionAt(atMs);
    if (position) positions.push(position);
  }
  return positions;
}
