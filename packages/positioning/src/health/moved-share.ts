import { PRIOR, PRIOR_COUNTS_FOR } from './verdict';

/** That a beacon has hung elsewhere since the start of a day; `day` is absent for "from the first walk on". */
export interface Change {
  readonly day: number | undefined;
  /** ln of how much better that explains what was heard than that it hangs where it is registered. */
  readonly logBayesFactor: number;
}

const ROUNDS = 10;
const FIRST = 'first';
/** Beyond this the exponential is no number, and nothing is surer. */
const SURE = 300;

/**
 * The share of beacons that changed at each day, learnt from all of them (expectation maximisation, Dempster et al. 1977): that one was moved is no
 * wonder on a day on which many were.
 */
export function learnShares(beacons: readonly (readonly Change[])[]): (change: Change) => number {
  const keys = new Set(beacons.flat().map(keyOf));
  const shares = new Map([...keys].map((key) => [key, priorOf(key)]));
  const shareOf = (change: Change): number => shares.get(keyOf(change))!;
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Map<string, number>();
    for (const changes of beacons) {
      const odds = oddsOf(changes, shareOf);
      const total = 1 + odds.reduce((a, b) => a + b, 0);
      for (const [i, change] of changes.entries())
        counts.set(keyOf(change), (counts.get(keyOf(change)) ?? 0) + odds[i]! / total);
    }
    for (const key of keys) {
      const counted = PRIOR_COUNTS_FOR * priorOf(key) + counts.get(key)!;
      shares.set(key, counted / (PRIOR_COUNTS_FOR + beacons.length));
    }
  }
  return shareOf;
}

/** The probability that any of the changes took place, and the likeliest of them. */
export function judgeChanges<T extends Change>(
  changes: readonly T[],
  shareOf: (change: Change) => number,
): { readonly probability: number; readonly likeliest: T | undefined } {
  const odds = oddsOf(changes, shareOf);
  const total = odds.reduce((a, b) => a + b, 0);
  return { probability: total / (1 + total), likeliest: changes[odds.indexOf(Math.max(...odds))] };
}

function oddsOf(changes: readonly Change[], shareOf: (change: Change) => number): readonly number[] {
  const none = 1 - changes.reduce((sum, change) => sum + shareOf(change), 0);
  return changes.map((change) => (shareOf(change) / none) * Math.exp(Math.min(SURE, change.logBayesFactor)));
}

function keyOf({ day }: Change): string {
  return day === undefined ? FIRST : `${day}`;
}

function priorOf(key: string): number {
  return key === FIRST ? PRIOR.moved : PRIOR.movedADay;
}
