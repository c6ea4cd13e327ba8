/** The chance that a gamma variable is at most `x`, by Wilson and Hilferty (1931): its cube root is nearly normal. */
export function waitBelow(
  x: number,
  { mean, variance }: { readonly mean: number; readonly variance: number },
) {
  if (x <= 0) return 0;
  const shape = (mean * mean) / variance; // k = μ²/σ²
  return normalBelow((Math.cbrt(x / mean) - (1 - 1 / (9 * shape))) * 3 * Math.sqrt(shape));
}

/** The standard normal distribution function, to 8e-8 (Abramowitz and Stegun 1964, 26.2.17). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const series =
    t *
    (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  const tail = Math.exp((-z * z) / 2) * 0.398_942_280_4 * series;
  return z > 0 ? 1 - tail : tail;
}
