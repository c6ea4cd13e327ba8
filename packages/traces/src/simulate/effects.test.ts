import { describe, expect, it } from 'vitest';
import { positioningBound } from '../bound/bound';
import { boundSpread } from '../bound/bound-spread';
import { CHANNEL, type Effects } from './channel';
import { testHall, testRegister } from './hall.test-support';
import { simulateWalk } from './simulate';

const hall = { venue: testHall(), register: testRegister() };
const walk = (effects: Partial<Effects> = {}) =>
  simulateWalk({ ...hall, seed: 5, minutes: 0.2, variant: { effects } });

const WITHOUT: readonly Partial<Effects>[] = [
  { power: { ...CHANNEL.power, spreadDb: 0, weakShare: 0 } },
  { shadowing: { ...CHANNEL.shadowing, sdDb: 0.01, behindWallSdDb: 0.01 } },
  { body: { ...CHANNEL.body, frontToBackDb: 0 } },
  { passersBy: { ...CHANNEL.passersBy, perMetre: 0 } },
  { fading: { ...CHANNEL.fading, kInSightDb: 40, kBehindWallDb: 40 } },
  { register: { positionSd: 0 } },
  { steps: { ...CHANNEL.steps, personScaleSd: 0, stepScaleSd: 0 } },
];

describe('effects of the channel', () => {
  it('are frozen, with all in them', () => {
    const frozen = (value: object): boolean =>
      Object.isFrozen(value) &&
      Object.values(value).every((inner) => typeof inner !== 'object' || frozen(inner));
    expect(frozen(CHANNEL)).toBe(true);
  });

  it('can each be another one in a world, and no other world notices', () => {
    const before = walk();
    for (const effects of WITHOUT) expect(walk(effects), JSON.stringify(effects)).not.toEqual(before);
    expect(walk()).toEqual(before);
  });

  it('are known to the bound: it falls with each that goes', () => {
    const { truth } = walk();
    const bound = (effects: Partial<Effects>): number =>
      boundSpread(positioningBound({ ...hall, truth, steps: true, variant: { effects } }))!.rms;
    const whole = bound({});
    for (const effects of WITHOUT.filter(({ body }) => body === undefined))
      expect(bound(effects), JSON.stringify(effects)).toBeLessThan(whole);
  });
});
