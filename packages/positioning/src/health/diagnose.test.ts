import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnose';
import { HealthLedger } from './ledger';
import { type Faults, register, walk } from './small-world.test-support';
import type { BeaconVerdict } from './verdict';

const DAY_MS = 86_400_000;
const MONDAY_MS = 20_000 * DAY_MS + 9 * 3_600_000;

function ledgerOf(
  days: readonly { readonly faults: Faults; readonly walks: number }[],
  lanes?: readonly number[],
): HealthLedger {
  const ledger = new HealthLedger();
  days.forEach(({ faults, walks }, day) => {
    for (let i = 0; i < walks; i++) {
      const report = walk(100 * day + i, faults, { gainDb: -((i * 5) % 13), ...(lanes && { lanes }) });
      ledger.add(report, MONDAY_MS + day * DAY_MS + i * 60_000);
    }
  });
  return ledger;
}

function verdictOf(ledger: HealthLedger, beaconId: string): BeaconVerdict {
  return diagnose(ledger, { register }).find((verdict) => verdict.beaconId === beaconId)!;
}

describe('what ordinary walks tell of the beacons', () => {
  const FAULTS: Faults = { B6: { dead: true }, B12: { dx: 4, dy: -3 }, B8: { weakerDb: 9 } };
  const verdicts = diagnose(ledgerOf([{ faults: FAULTS, walks: 10 }]), { register });
  const find = (id: string): BeaconVerdict => verdicts.find(({ beaconId }) => beaconId === id)!;

  it('is that all are healthy where nothing is wrong', () => {
    const healthy = diagnose(ledgerOf([{ faults: {}, walks: 10 }]), { register });
    expect(healthy.filter(({ state }) => state !== 'healthy')).toEqual([]);
    expect(healthy).toHaveLength(register.beacons.length);
  });

  it('is no verdict on a beacon where nobody came by', () => {
    expect(diagnose(new HealthLedger(), { register }).every(({ state }) => state === 'unheard')).toBe(true);
  });

  it('names a dead beacon, a moved and a weak one, and no other', () => {
    const named = verdicts.filter(({ state }) => state !== 'healthy');
    expect(named.map(({ beaconId, state }) => `${beaconId} ${state}`).sort()).toEqual([
      'B12 moved',
      'B6 dead',
      'B8 weak',
    ]);
    for (const { probability } of named) expect(probability).toBeGreaterThan(0.5);
  });

  it('says where a moved beacon hangs now, within 2 m', () => {
    const { place } = find('B12');
    expect(Math.hypot(place!.x - (15 + 4), place!.y - (15 - 3))).toBeLessThan(2);
    expect(place!.sd).toBeLessThan(2);
  });

  it('says how weak a weak beacon is, within 3 dB', () => {
    expect(Math.abs(find('B8').gainDb! + 9)).toBeLessThan(3);
  });

  it('says since when: a dead beacon was last heard then', () => {
    const ledger = ledgerOf([
      { faults: {}, walks: 3 },
      { faults: { B6: { dead: true } }, walks: 12 },
    ]);
    expect(verdictOf(ledger, 'B6')).toMatchObject({ state: 'dead', sinceMs: MONDAY_MS + 2 * 60_000 });
  });

  it('says since when: a moved beacon since the start of that day', () => {
    const ledger = ledgerOf([
      { faults: {}, walks: 4 },
      { faults: {}, walks: 4 },
      { faults: { B12: { dx: 4, dy: -3 } }, walks: 6 },
    ]);
    const verdict = verdictOf(ledger, 'B12');
    expect(verdict).toMatchObject({ state: 'moved', sinceMs: 20_002 * DAY_MS });
  });

  it('finds a beacon moved that is heard from one lane only, where its levels were known before', () => {
    const lane = [12];
    const days = [
      { faults: {}, walks: 6 },
      { faults: { B12: { dx: 4, dy: -3 } }, walks: 6 },
    ];
    const known = verdictOf(ledgerOf(days, lane), 'B12');
    expect(known).toMatchObject({ state: 'moved', sinceMs: 20_001 * DAY_MS });
    const unknown = verdictOf(ledgerOf(days.slice(1), lane), 'B12');
    expect(unknown.state === 'moved' ? unknown.probability : 0).toBeLessThan(known.probability);
  });

  it('takes a battery that fails for weak, not for moved', () => {
    const ledger = ledgerOf([
      { faults: {}, walks: 5 },
      { faults: { B8: { weakerDb: 9 } }, walks: 5 },
    ]);
    expect(verdictOf(ledger, 'B8')).toMatchObject({ state: 'weak', sinceMs: 20_001 * DAY_MS });
    expect(diagnose(ledger, { register }).filter(({ state }) => state !== 'healthy')).toHaveLength(1);
  });

  it('forgets a fault that was mended: a beacon with a new battery is healthy', () => {
    const ledger = ledgerOf([
      { faults: { B6: { dead: true } }, walks: 6 },
      { faults: {}, walks: 2 },
    ]);
    expect(verdictOf(ledger, 'B6').state).toBe('healthy');
  });

  it('is no surer for many walks along one lane than what that lane can tell', () => {
    const odds = (walks: number): number => {
      const { state, probability } = verdictOf(ledgerOf([{ faults: {}, walks }], [12]), 'B12');
      return Math.log((state === 'moved' ? probability : 1 - probability) / 0.05);
    };
    expect(odds(30)).toBeLessThan(odds(6) + 2);
    expect(odds(30)).toBeLessThan(2);
  });
});
