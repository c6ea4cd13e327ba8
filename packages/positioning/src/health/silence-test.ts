import { WEAKER_DB } from './report';

/** How likely a beacon on the air is weaker than the register says by about each of `WEAKER_DB`: shadows, batteries, a wall that nobody drew. */
const WEAKER_SHARE = [0.78, 0.2, 0.018, 0.002] as const;
/** Losses come in bursts (a hand over the phone, a pause of the scanner): so many adverts in a row are lost as one. */
const LOST_AS_ONE = 3;

/** Probability that a beacon which nobody heard, although so many adverts were expected, does not send at all. */
export function probabilityDead(expected: readonly number[], prior: number): number {
  let silentAlive = 0;
  for (let i = 0; i < WEAKER_DB.length; i++) {
    silentAlive += WEAKER_SHARE[i]! * Math.exp(-expected[i]! / LOST_AS_ONE);
  }
  return prior / (prior + (1 - prior) * silentAlive);
}
