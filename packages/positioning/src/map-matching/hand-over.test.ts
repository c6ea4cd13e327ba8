import { seededRandom } from '@daoyin/geometry';
import { describe, expect, test } from 'vitest';
import { startEstimator } from '../start-estimator';
import type { EstimatorContext, Observation, Position } from '../types';
import { corridorVenue } from './corridors.test-support';

const BEACONS = [2, 8, 14, 20, 26, 32, 38].flatMap((along) => [
  { x: along, y: 1.5, level: '1F' },
  { x: 38.5, y: along, level: '1F' },
]);
const BIAS = Math.PI / 12;

describe('anchors, beacons and steps in any mix', () => {
  test('where the beacons fall silent, the track goes on by steps from where they left it', () => {
    const positions = follow(walk((atMs) => atMs < 20_000));
    expect(worst(positions, 5000, 60_000)).toBeLessThan(4);
    expect(longestJump(positions)).toBeLessThan(3);
  });

  test('where they are heard again, they take over from there', () => {
    const positions = follow(walk((atMs) => atMs < 15_000 || atMs > 32_000));
    expect(worst(positions, 5000, 60_000)).toBeLessThan(4);
    expect(positions.at(-1)!.accuracy95).toBeLessThan(4);
  });

  test('beacons that were never heard leave the walker to anchors and steps', () => {
    const sign: Observation = { kind: 'anchor', atMs: 0, at: { x: 2, y: 1.5, level: '1F' }, sigma: 1 };
    expect(worst(follow([sign, ...walk(() => false)]), 0, 60_000)).toBeLessThan(4);
  });

  test('the plan takes over when beacons fall silent, and gives back when they are heard', () => {
    const estimator = startEstimator('best', context());
    const reckons = (atMs: number): boolean => {
      estimator.positionAt(atMs);
      return estimator.debug!().notes.includes('steps and plan, no beacons');
    };
    const observations = walk((atMs) => atMs < 15_000 || atMs > 32_000);
    for (const observation of observations.filter(({ atMs }) => atMs <= 25_000))
      estimator.observe(observation);
    expect(reckons(25_000)).toBe(true);
    for (const observation of observations.filter(({ atMs }) => atMs > 25_000))
      estimator.observe(observation);
    expect(reckons(44_000)).toBe(false);
  });

  test('steps alone say nothing', () => {
    expect(follow(walk(() => false))).toEqual([]);
  });
});

function context(): EstimatorContext {
  const beacons = BEACONS.map((at, i) => ({
    id: `b${i}`,
    at,
    height: 2.5,
    measuredPowerDbm: -59,
    status: 'active' as const,
  }));
  return { register: { venue: 'corridors', beacons }, venue: corridorVenue(), seed: 3 };
}

/** 36.4 m east and 14 m north, a step of 0.7 m each 0.6 s with a heading 15° wrong, five readings a second of what is near. */
function walk(heard: (atMs: number) => boolean): Observation[] {
  const random = seededRandom(11);
  const observations: Observation[] = [];
  for (let atMs = 200; atMs <= 44_000; atMs += 200) {
    const at = truthAt(atMs);
    BEACONS.forEach(({ x, y }, beacon) => {
      const metres = Math.hypot(x - at.x, y - at.y, 1.3);
      const rssiDbm = -59 - 19 * Math.log10(metres) + 6 * (random() - 0.5);
      if (heard(atMs) && metres < 20)
        observations.push({ kind: 'reading', atMs, beaconId: `b${beacon}`, rssiDbm });
    });
    if (atMs % 600 === 0)
      observations.push({ kind: 'step', atMs, length: 0.7, heading: (at.x < 38.4 ? 0 : Math.PI / 2) - BIAS });
  }
  return observations;
}

function truthAt(atMs: number): { x: number; y: number } {
  const metres = (atMs / 600) * 0.7;
  const east = Math.min(36.4, metres);
  return { x: 2 + east, y: 1.5 + metres - east };
}

function follow(observations: readonly Observation[]): Position[] {
  const estimator = startEstimator('best', context());
  const positions: Position[] = [];
  let next = 0;
  for (let atMs = 1000; atMs <= 44_000; atMs += 1000) {
    while (next < observations.length && observations[next]!.atMs <= atMs)
      estimator.observe(observations[next++]!);
    const position = estimator.positionAt(atMs);
    if (position) positions.push(position);
  }
  return positions;
}

function worst(positions: readonly Position[], fromMs: number, toMs: number): number {
  const errors = positions
    .filter(({ atMs }) => atMs >= fromMs && atMs <= toMs)
    .map(({ x, y, atMs }) => Math.hypot(x - truthAt(atMs).x, y - truthAt(atMs).y));
  expect(errors.length).toBeGreaterThan(30);
  return Math.max(...errors);
}

function longestJump(positions: readonly Position[]): number {
  return Math.max(
    ...positions.slice(1).map(({ x, y }, i) => Math.hypot(x - positions[i]!.x, y - positions[i]!.y)),
  );
}
