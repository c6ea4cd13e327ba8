/** What was heard of one beacon in a while. `before`: how many readings of it, fading with time, were taken into account already. */
export interface Heard {
  readonly beacon: number;
  readonly meanDbm: number;
  readonly count: number;
  readonly before: number;
}

/** Standard deviation of one reading about the mean at its place: fading, passers-by, three channels. */
const READING_SD_DB = 4.5;
/** What the map misses at any place, however often it was surveyed: another day, another hand. */
const LASTING_SD_DB = 2.5;
/** Degrees of freedom of the Student t distribution: some readings are far off. */
const FREEDOM = 4;
/** Body, hand and crowd bend the levels of several beacons at once: what they tell together is so much of what they would tell apart. */
const SHARE_OF_NEWS = 0.35;

/**
 * Variance in dB² that the mean of some readings has as new evidence. The readings of one beacon share the error of the map about their
 * place, so that n of them tell n/(n·m² + f²): what was told before is taken off.
 */
export function varianceOf({ count, before }: Heard, mapSdDb: number): number {
  const shared = mapSdDb ** 2 + LASTING_SD_DB ** 2;
  return 1 / (told(before + count, shared) - told(before, shared));
}

function told(readings: number, sharedVariance: number): number {
  return readings / (readings * sharedVariance + READING_SD_DB ** 2);
}

/** Log-likelihood of a level that is `off` dB from what was expected, under a Student t distribution of this variance. */
export function logLikelihood(off: number, variance: number): number {
  return (
    SHARE_OF_NEWS *
    -0.5 *
    ((FREEDOM + 1) * Math.log1p((off * off) / (FREEDOM * variance)) + Math.log(variance))
  );
}

/** The weight that the Student t distribution gives to an observation `off` dB from what was expected, less for outliers. */
export function trust(off: number, variance: number): number {
  return (FREEDOM + 1) / (FREEDOM + (off * off) / variance);
}
