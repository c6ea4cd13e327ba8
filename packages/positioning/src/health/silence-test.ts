import type { Silence } from './ledger';

/** How likely a beacon on the air is weaker than the register says by about each of `WEAKER_DB`: shadows, batteries, a wall that nobody drew. */
const WEAKER_SHARE = [0.78, 0.2, 0.018, 0.002] as const;
/** The same against what it was when it was heard: since then only batteries, boxes and people's ways have changed. */
const WEAKER_SINCE_SHARE = [0.97, 0.025, 0.004, 0.001] as const;
/** Losses come in bursts (a hand over the phone, a pause of the scanner): so many adverts in a row are lost as one. */
const LOST_AS_ONE = 3;
/** How much the register's word weighs against what was heard before, in adverts promised and heard. */
const WORD = 6;

/**
 * Probability that a beacon which nobody heard lately, although so many adverts were expected, does not send at all. Where it was heard before, the
 * share heard of those promised then is what to expect now: its rate has a gamma distribution, so its silence a negative binomial one.
 */
export function probabilityDead({ expected, heard, promised }: Silence, prior: number): number {
  const shares = heard > 0 ? WEAKER_SINCE_SHARE : WEAKER_SHARE;
  let silentAlive = 0;
  for (let i = 0; i < expected.length; i++) silentAlive += shares[i]! * Math.exp(-expected[i]! / LOST_AS_ONE);
  if (heard > 0) {
    const [shape, rate] = [(WORD + heard) / LOST_AS_ONE, (WORD + promised) / LOST_AS_ONE];
    const asBefore = (rate / (rate + expected[0]! / LOST_AS_ONE)) ** shape;
    silentAlive += shares[0] * (asBefore - Math.exp(-expected[0]! / LOST_AS_ONE));
  }
  return prior / (prior + (1 - prior) * silentAlive);
}
