import { LOST_AS_ONE } from './report';
import type { Silence } from './silence';
import { type BeaconVerdict, PRIOR, PRIOR_COUNTS_FOR } from './verdict';

/** A beacon is said to be dead from this probability on. */
const SURELY_DEAD = 0.93;

/** How likely a beacon on the air is weaker than the register says by about each of `WEAKER_DB`: shadows, batteries, a wall that nobody drew. */
const WEAKER_SHARE = [0.78, 0.2, 0.018, 0.002] as const;
/** The same against what it was when it was heard: since then only batteries, boxes and people's ways have changed. */
const WEAKER_SINCE_SHARE = [0.97, 0.025, 0.004, 0.001] as const;

/**
 * Probability that a beacon which nobody heard lately, although so many adverts were expected, does not send at all. Where it was heard before, the
 * share of the walks then that heard it is what to expect now: walks are counted, not adverts, since each goes its own way; that share has a gamma
 * distribution, so that silence has a negative binomial one.
 */
export function probabilityDead(
  { expected, walksHeard, walksPromised, walksSilent }: Silence,
  prior: number,
): number {
  const knownBefore = walksHeard > 0;
  const shares = knownBefore ? WEAKER_SINCE_SHARE : WEAKER_SHARE;
  const asRegistered = Math.exp(-expected[0]! / LOST_AS_ONE);
  const asBefore = (1 + walksSilent / (1 + walksPromised)) ** -(1 + walksHeard);
  let silentAlive = shares[0] * (knownBefore ? asBefore : asRegistered);
  for (let i = 1; i < expected.length; i++) silentAlive += shares[i]! * Math.exp(-expected[i]! / LOST_AS_ONE);
  return prior / (prior + (1 - prior) * silentAlive);
}

/** The share of dead beacons that explains the silences best (expectation maximisation, Dempster et al. 1977). */
export function learnShareDead(silences: readonly Silence[]): number {
  let share = PRIOR.dead;
  for (let i = 0; i < 10; i++) {
    const dead = silences.reduce((sum, silence) => sum + probabilityDead(silence, share), 0);
    share = (PRIOR.dead * PRIOR_COUNTS_FOR + dead) / (PRIOR_COUNTS_FOR + silences.length);
  }
  return share;
}

/** That a beacon is dead, or that nobody was where it would surely be heard; undefined for one that was heard, or may have been. */
export function silenceVerdict(
  beaconId: string,
  silence: Silence | undefined,
  shareDead: number,
): BeaconVerdict | undefined {
  if (!silence) return { beaconId, state: 'unheard', probability: 1 };
  const { heard, lastHeardMs } = silence;
  const probability = probabilityDead(silence, shareDead);
  if (probability >= SURELY_DEAD) {
    const since = lastHeardMs === undefined ? {} : { sinceMs: lastHeardMs };
    return { beaconId, state: 'dead', probability, ...since };
  }
  return heard === 0 ? { beaconId, state: 'unheard', probability: 1 - probability } : undefined;
}
