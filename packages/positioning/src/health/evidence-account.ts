import type { BeaconEvidence } from './evidence';
import { afterWalk, joined, noWalks, type Silence } from './silence';

const DAY_MS = 86_400_000;
/** Days that are kept; what is older is dropped. */
const DAYS_KEPT = 14;

/** Count, sum and sum of squares. */
export type Moments = readonly [count: number, sum: number, squares: number];

/** Sums over all evidence of one day. */
export interface EvidenceDay {
  /** Days since 1970. */
  readonly day: number;
  readonly elsewhere: Moments;
  readonly gainDb: Moments;
  /** Displacements, each weighted by 1/sd²: weight, weight × east, × north, × (east² + north²). */
  readonly displacement: readonly [weight: number, east: number, north: number, squares: number];
}

/** All that visitors' devices told of one beacon: sums, of which nobody's part can be told apart. A value that JSON holds. */
export interface EvidenceAccount {
  readonly silence: Silence;
  /** By rising day. */
  readonly days: readonly EvidenceDay[];
}

/** The account of one piece of evidence that arrived at `atMs`. */
export function accountOf(evidence: BeaconEvidence, atMs: number): EvidenceAccount {
  const { elsewhere, gainDb, displacement } = evidence;
  const day: EvidenceDay = {
    day: Math.floor(atMs / DAY_MS),
    elsewhere: momentsOf(elsewhere),
    gainDb: momentsOf(gainDb),
    displacement: [0, 0, 0, 0],
  };
  const weight = displacement ? 1 / displacement.sd ** 2 : 0;
  const { east, north } = displacement ?? { east: 0, north: 0 };
  const doubts = [weight, weight * east, weight * north, weight * (east ** 2 + north ** 2)] as const;
  return {
    silence: afterWalk(noWalks(atMs), evidence, atMs),
    days: evidence.heard > 0 ? [{ ...day, displacement: doubts }] : [],
  };
}

/** What one account says and then another. */
export function joinedAccounts(earlier: EvidenceAccount, later: EvidenceAccount): EvidenceAccount {
  const days = new Map<number, EvidenceDay>();
  for (const day of [...earlier.days, ...later.days]) {
    const known = days.get(day.day);
    days.set(day.day, known ? joinedDays(known, day) : day);
  }
  return {
    silence: joined(earlier.silence, later.silence),
    days: [...days.values()].sort((a, b) => a.day - b.day).slice(-DAYS_KEPT),
  };
}

/** Sums over several days; `day` is the first of them. */
export function joinedDays(a: EvidenceDay, b: EvidenceDay): EvidenceDay {
  return {
    day: Math.min(a.day, b.day),
    elsewhere: added(a.elsewhere, b.elsewhere),
    gainDb: added(a.gainDb, b.gainDb),
    displacement: added(a.displacement, b.displacement),
  };
}

function momentsOf(value: number | undefined): Moments {
  return value === undefined ? [0, 0, 0] : [1, value, value ** 2];
}

function added<T extends readonly number[]>(a: T, b: T): T {
  return a.map((value, i) => value + b[i]!) as unknown as T;
}
