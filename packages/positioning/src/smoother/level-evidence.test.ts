import { seededRandom } from '@daoyin/geometry';
import { describe, expect, test } from 'vitest';
import { indexBeacons } from '../beacon-index';
import { pathLossModel } from '../radio-model';
import type { Landings } from './landings';
import { LevelEvidence } from './level-evidence';

const PLACES = [0, 6, 12, 18].flatMap((x) => [0, 6, 12].map((y) => ({ x, y })));
const LEVELS = ['1F', '2F'];
const index = indexBeacons({
  venue: 'test',
  beacons: LEVELS.flatMap((level) =>
    PLACES.map(({ x, y }, i) => ({
      id: `${level}-${i}`,
      at: { x, y, level },
      height: 3,
      measuredPowerDbm: -59,
      status: 'active' as const,
    })),
  ),
});
const BESIDE_A_LIFT: Landings = (x, y) => ({ x, y, sd: 1, away: 2 });
const NO_CONNECTOR: Landings = () => undefined;
const receiver = { x: 9, y: 6, level: 0, gainDb: 0 };

describe('a change of level', () => {
  test('beside a lift is noticed within a second, without one later', () => {
    expect(ticksUntilNoticed(BESIDE_A_LIFT, 1)).toBeLessThanOrEqual(2);
    expect(ticksUntilNoticed(NO_CONNECTOR, 1)).toBeGreaterThan(2);
    expect(ticksUntilNoticed(NO_CONNECTOR, 1)).toBeLessThanOrEqual(5);
  });

  test('is never noticed by who stays', () => {
    expect(ticksUntilNoticed(BESIDE_A_LIFT, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  test('is not what is heard through an atrium', () => {
    const overAtrium = (): number => 0;
    const open = pathLossModel(index, undefined, undefined, overAtrium);
    expect(ticksUntilNoticed(BESIDE_A_LIFT, 0, open, open)).toBe(Number.POSITIVE_INFINITY);
    expect(ticksUntilNoticed(BESIDE_A_LIFT, 1, open, open)).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});

/** Ticks until somebody on a level is noticed to have left 1F: levels by `truth` with 3 dB of fading. */
function ticksUntilNoticed(
  landings: Landings,
  level: number,
  model = pathLossModel(index),
  truth = model,
): number {
  const evidence = new LevelEvidence(index, model, landings);
  const random = seededRandom(5);
  for (let tick = 1; tick <= 40; tick++) {
    const atMs = 500 * tick;
    for (let beacon = 0; beacon < index.beacons.length; beacon++) {
      const rssiDbm = truth.expectedDbm(beacon, receiver.x, receiver.y, level) + 6 * (random() - 0.5);
      if (rssiDbm > -94) evidence.hear(beacon, atMs - 100, rssiDbm);
    }
    if (evidence.changed(receiver, atMs, undefined) === 1) return tick;
  }
  return Number.POSITIVE_INFINITY;
}
