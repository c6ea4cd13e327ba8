import { describe, expect, it } from 'vitest';
import type { Silence } from './silence';
import { probabilityDead } from './silence-test';
import { register } from './small-world.test-support';
import { type BeaconVerdict, trustedRegister } from './verdict';

const trusted = (...verdicts: readonly BeaconVerdict[]) => trustedRegister(register, verdicts);
const PLACE = { x: 8, y: 9, level: '1F' };

describe('the register that estimators trust', () => {
  it('is the register itself while all are healthy or nothing is known', () => {
    expect(trusted({ beaconId: 'B1', state: 'healthy', probability: 1 })).toEqual(register);
    expect(trusted({ beaconId: 'B1', state: 'unheard', probability: 1 })).toEqual(register);
  });

  it('has no dead beacon', () => {
    const { beacons } = trusted({ beaconId: 'B1', state: 'dead', probability: 1 });
    expect(beacons.map(({ id }) => id)).toEqual(
      register.beacons.map(({ id }) => id).filter((id) => id !== 'B1'),
    );
  });

  it('has a moved beacon where it hangs now, if that is known', () => {
    const moved = { beaconId: 'B1', state: 'moved', probability: 0.9 } as const;
    const at = (sd: number) =>
      trusted({ ...moved, place: { ...PLACE, sd } }).beacons.find(({ id }) => id === 'B1')?.at;
    expect(at(0.8)).toEqual(PLACE);
    expect(at(3)).toBeUndefined();
  });

  it('has a weak beacon with its true power', () => {
    const weak = { beaconId: 'B1', state: 'weak', probability: 0.9, gainDb: -8, gainSdDb: 1 } as const;
    expect(trusted(weak).beacons.find(({ id }) => id === 'B1')?.gainDb).toBe(-8);
  });
});

describe('silence', () => {
  const never = (...expected: readonly number[]): Silence => ({
    ...{ heard: 0, walksHeard: 0, walksPromised: 0, walksSilent: 5, firstMs: 0 },
    expected,
  });
  const since = (walksHeard: number, walksPromised: number, ...expected: readonly number[]): Silence => ({
    ...never(...expected),
    ...{ heard: 5 * walksHeard, walksHeard, walksPromised, walksSilent: 5, lastHeardMs: 0 },
  });

  it('says nothing where nothing was expected, and more the more was', () => {
    expect(probabilityDead(never(0, 0, 0, 0), 0.05)).toBeCloseTo(0.05);
    const growing = [10, 100, 1000].map((n) => probabilityDead(never(n, n, n, n), 0.05));
    expect(growing).toEqual(growing.toSorted((a, b) => a - b));
    expect(growing.at(-1)).toBeGreaterThan(0.999);
  });

  it('may be weakness where only a strong beacon would have been heard', () => {
    expect(probabilityDead(never(1000, 0, 0, 0), 0.05)).toBeLessThan(0.2);
  });

  it('says more of a beacon that was heard there before', () => {
    expect(probabilityDead(since(80, 80, 60, 3, 0, 0), 0.05)).toBeGreaterThan(0.7);
    expect(probabilityDead(never(60, 3, 0, 0), 0.05)).toBeLessThan(0.5);
  });

  it('says little of a beacon that hardly any walk heard of those that should have', () => {
    expect(probabilityDead(since(2, 40, 60, 3, 0, 0), 0.05)).toBeLessThan(0.2);
  });
});
