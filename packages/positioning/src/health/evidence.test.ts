import { describe, expect, it } from 'vitest';
import { EvidenceMaker } from './evidence';
import { accountOf, type EvidenceAccount, joinedAccounts } from './evidence-account';
import { diagnoseEvidence } from './evidence-verdicts';
import { type Faults, register, walk } from './small-world.test-support';
import type { BeaconVerdict } from './verdict';
import { WitnessSite } from './witness';

const DAY_MS = 86_400_000;
const MONDAY_MS = 20_000 * DAY_MS + 9 * 3_600_000;
const maker = new EvidenceMaker(new WitnessSite({ register }), true);

const evidenceOf = (seed: number, faults: Faults, gainDb = 0) =>
  walk(seed, faults, { gainDb }).flatMap((testimony) => maker.make(testimony) ?? []);

function accountsOf(days: readonly { readonly faults: Faults; readonly walks: number }[]) {
  const accounts = new Map<string, EvidenceAccount>();
  days.forEach(({ faults, walks }, day) => {
    for (let i = 0; i < walks; i++) {
      for (const evidence of evidenceOf(100 * day + i, faults, -((i * 5) % 13))) {
        const later = accountOf(evidence, MONDAY_MS + day * DAY_MS + i * 60_000);
        const earlier = accounts.get(evidence.beaconId);
        accounts.set(evidence.beaconId, earlier ? joinedAccounts(earlier, later) : later);
      }
    }
  });
  return accounts;
}

const named = (verdicts: readonly BeaconVerdict[]) =>
  verdicts
    .filter(({ state }) => state !== 'healthy' && state !== 'unheard')
    .map(({ beaconId, state }) => `${beaconId} ${state}`)
    .sort();

describe('evidence', () => {
  it('holds figures of the beacon only: no square, level, time or name', () => {
    const known = [
      'beaconId',
      'heard',
      'expected',
      'elsewhere',
      'gainDb',
      'displacement',
      'east',
      'north',
      'sd',
    ];
    const keys = JSON.stringify(evidenceOf(1, { B12: { dx: 4, dy: -3 } })).matchAll(/"(\w+)":/g);
    expect([...new Set([...keys].map(([, key]) => key!))].filter((key) => !known.includes(key))).toEqual([]);
  });

  it('is the same wherever along the way the beacons are alike: of a beacon in its place no displacement is told', () => {
    const told = [1, 2, 3].flatMap((seed) => evidenceOf(seed, {}));
    expect(told.filter(({ displacement }) => displacement).length / told.length).toBeLessThan(0.05);
  });
});

describe('what visitors’ devices tell of the beacons', () => {
  const FAULTS: Faults = { B6: { dead: true }, B12: { dx: 4, dy: -3 }, B8: { weakerDb: 11 } };

  it('names a dead beacon, a moved and a weak one, and no other', () => {
    const verdicts = diagnoseEvidence(accountsOf([{ faults: FAULTS, walks: 8 }]), register);
    expect(named(verdicts)).toEqual(['B12 moved', 'B6 dead', 'B8 weak']);
    const { place } = verdicts.find(({ beaconId }) => beaconId === 'B12')!;
    expect(Math.hypot(place!.x - (15 + 4), place!.y - (15 - 3))).toBeLessThan(2.5);
  });

  it('is nothing where nobody walked, and that all are well where all are', () => {
    expect(diagnoseEvidence(new Map(), register).every(({ state }) => state === 'unheard')).toBe(true);
    expect(named(diagnoseEvidence(accountsOf([{ faults: {}, walks: 8 }]), register))).toEqual([]);
  });

  it('tells since which day a beacon hangs elsewhere', () => {
    const accounts = accountsOf([
      { faults: {}, walks: 6 },
      { faults: { B12: { dx: 4, dy: -3 } }, walks: 6 },
    ]);
    const verdict = diagnoseEvidence(accounts, register).find(({ beaconId }) => beaconId === 'B12');
    expect(verdict).toMatchObject({ state: 'moved', sinceMs: 20_001 * DAY_MS });
  });

  it('adds up to the same on two servers as on one', () => {
    const pieces = [1, 2, 3, 4].map(
      (seed) => evidenceOf(seed, FAULTS).find(({ beaconId }) => beaconId === 'B12')!,
    );
    const [a, b, c, d] = pieces.map((piece, i) => accountOf(piece, MONDAY_MS + i));
    const apart = joinedAccounts(joinedAccounts(a!, b!), joinedAccounts(c!, d!));
    const one = [b!, c!, d!].reduce(joinedAccounts, a!);
    expect(JSON.parse(JSON.stringify(apart))).toEqual(JSON.parse(JSON.stringify(one)));
  });
});
