import type { BeaconRegister } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { simulateGait } from './pedometer/gait.test-support';
import { startEstimator } from './start-estimator';
import type { Observation, Position, Step } from './types';

const register: BeaconRegister = {
  venue: 'sample',
  beacons: [
    {
      id: 'B1',
      at: { x: 0, y: 0, level: '1F' },
      height: 3,
      measuredPowerDbm: -59,
      status: 'active',
    },
  ],
};

const sign: Observation = { kind: 'anchor', atMs: 10, at: { x: 5, y: 5, level: '1F' }, sigma: 0.5 };

function positionAfter(observations: readonly Observation[], atMs: number): Position | undefined {
  const estimator = startEstimator('shadowing', { register, seed: 1 });
  const inOrder = [...observations].sort((a, b) => a.atMs - b.atMs);
  for (const observation of inOrder) estimator.observe(observation);
  return estimator.positionAt(atMs);
}

describe('an estimator that is given raw inertial samples', () => {
  const walk = simulateGait([{ seconds: 10, cadence: 1.8 }], { hertz: 50, pitch: 0.3 });

  it('walks on from a scanned sign by the steps in them', () => {
    const position = positionAfter([sign, ...walk], 10_000)!;
    expect(position.x - 5).toBeGreaterThan(9);
    expect(position.x - 5).toBeLessThan(16);
    expect(Math.abs(position.y - 5)).toBeLessThan(2);
  });

  it('goes by told steps where they come too', () => {
    const told = Array.from(
      { length: 18 },
      (_, i): Step => ({
        kind: 'step',
        atMs: 300 + 540 * i,
        length: 0.7,
        heading: Math.PI / 2,
      }),
    );
    expect(positionAfter([sign, ...told, ...walk], 10_000)).toEqual(positionAfter([sign, ...told], 10_000));
  });
});
