import { seededRandom } from '@daoyin/geometry';
import { describe, expect, test } from 'vitest';
import { type BeaconIndex, indexBeacons } from '../beacon-index';
import { pathLossModel, type RadioModel } from '../radio-model';
import type { Landings } from './landings';
import { LevelEvidence } from './level-evidence';
import { LevelLikelihood } from './level-likelihood';

const PLACES = [0, 6, 12, 18].flatMap((x) => [0, 6, 12].map((y) => ({ x, y })));
const LEVELS = ['1F', '2F'];
const index = registered(PLACES);
/** Nothing hangs on 2F but far off. */
const hardlyUpstairs = registered(PLACES, [{ x: 300, y: 0 }]);
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

  test('is not imagined by who waits in a lift, whose steel weakens all beacons alike', () => {
    const model = pathLossModel(index);
    for (const seed of [5, 6, 7, 8, 9])
      expect(ticksUntilNoticed(BESIDE_A_LIFT, 0, model, weakened(model, 20), seed), `seed ${seed}`).toBe(
        Number.POSITIVE_INFINITY,
      );
  });

  test('is not made of the silence of dead beacons: something of the other level must be heard', () => {
    const model = pathLossModel(hardlyUpstairs);
    const evidence = new LevelEvidence(hardlyUpstairs, model, BESIDE_A_LIFT);
    for (let tick = 1; tick <= 40; tick++) {
      for (let beacon = 0; beacon < PLACES.length; beacon += 3) {
        const rssiDbm = model.expectedDbm(beacon, receiver.x, receiver.y, 0) - 14;
        evidence.hear(beacon, 500 * tick - 100, rssiDbm);
      }
      expect(evidence.changed(receiver, 500 * tick, undefined)).toBeUndefined();
    }
  });

  test('has the silence of the beacons there against it', () => {
    const ofCorners = registered(PLACES.filter(({ x }) => x === 18));
    expect(leadOfUpstairs(index)).toBeLessThan(leadOfUpstairs(ofCorners) - 1);
  });
});

/** How much likelier it is to be on 2F for who hears only its three beacons at one end. */
function leadOfUpstairs(registered: BeaconIndex): number {
  const model = pathLossModel(registered);
  const heard = registered.beacons.flatMap(({ x, level }, beacon) =>
    level === 1 && x === 18
      ? [{ beacon, rssiDbm: model.expectedDbm(beacon, receiver.x, receiver.y, 1), count: 1, atMs: 0 }]
      : [],
  );
  const likelihood = new LevelLikelihood(registered, model);
  return likelihood.of(heard, receiver, 1) - likelihood.of(heard, receiver, 0);
}

/** Ticks until somebody on a level is noticed to have left 1F: levels by `truth` with 3 dB of fading. */
function ticksUntilNoticed(
  landings: Landings,
  level: number,
  model = pathLossModel(index),
  truth = model,
  seed = 5,
): number {
  const evidence = new LevelEvidence(index, model, landings);
  const random = seededRandom(seed);
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

function weakened(model: RadioModel, byDb: number): RadioModel {
  return { ...model, expectedDbm: (...at) => model.expectedDbm(...at) - byDb };
}

function registered(places: typeof PLACES, upstairs = places): BeaconIndex {
  return indexBeacons({
    venue: 'test',
    beacons: LEVELS.flatMap((level) =>
      (level === '1F' ? places : upstairs).map(({ x, y }, i) => ({
        id: `${level}-${i}`,
        at: { x, y, level },
        height: 3,
        measuredPowerDbm: -59,
        status: 'active' as const,
      })),
    ),
  });
}
