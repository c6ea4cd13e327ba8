/** Mean and standard deviation, for tests of distributions. */
export function moments(values: readonly number[]): { readonly mean: number; readonly sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, sd: Math.sqrt(variance) };
}

/** Pearson's correlation of pairs. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [moments(pairs.map(([a]) => a)), moments(pairs.map(([, b]) => b))];
  return moments(pairs.map(([a, b]) => (a - x.mean) * (b - y.mean))).mean / (x.sd * y.sd);
}
