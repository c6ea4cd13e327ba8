import { LOST_AS_ONE } from './report';
import type { Silence } from './silence';

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
