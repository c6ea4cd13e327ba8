import { type Heard, logLikelihood, varianceOf } from './evidence';
import type { Places } from './places';

/** The sparse squares, each with its probability by what was heard in the last seconds alone. */
export interface StaticFix {
  readonly squares: Int32Array;
  readonly probability: Float64Array;
}

/** Gains that are tried where nobody knows the receiver's yet, in standard deviations. */
const GAINS = [-2.4, -1.6, -0.8, 0, 0.8, 1.6, 2.4];

/** The posterior over the places under a uniform prior, with the receiver's gain integrated out under N(gainDb, gainSdDb²). */
export function staticFix(
  places: Places,
  heard: readonly Heard[],
  gainDb: number,
  gainSdDb: number,
): StaticFix | undefined {
  const known = heard.flatMap((evidence) => {
    const expected = places.expected(evidence.beacon);
    return expected ? [{ evidence, expected }] : [];
  });
  if (known.length === 0) return undefined;
  const gains = gainSdDb < 2 ? [gainDb] : GAINS.map((deviations) => gainDb + deviations * gainSdDb);
  const log = new Float64Array(places.sparse.length).fill(Number.NEGATIVE_INFINITY);
  for (const gain of gains) {
    const prior = -0.5 * ((gain - gainDb) / gainSdDb) ** 2;
    for (let i = 0; i < places.sparse.length; i++) {
      const square = places.sparse[i]!;
      let sum = prior;
      for (const { evidence, expected } of known) {
        sum += logLikelihood(
          evidence.meanDbm - gain - expected.dbm[square]!,
          varianceOf(evidence, expected.sd[square]!),
        );
      }
      log[i] = logSum(log[i]!, sum);
    }
  }
  return { squares: places.sparse, probability: normalised(log) };
}

function logSum(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a];
  return low === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
}

function normalised(log: Float64Array): Float64Array {
  let best = Number.NEGATIVE_INFINITY;
  for (const value of log) best = Math.max(best, value);
  let total = 0;
  for (let i = 0; i < log.length; i++) total += log[i] = Math.exp(log[i]! - best);
  for (let i = 0; i < log.length; i++) log[i]! /= total;
  return log;
}
