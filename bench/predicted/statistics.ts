/** Pearson's correlation of the logarithms of two lists: errors are compared by their ratios. */
export function logCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const logs = pairs.map(([a, b]) => [Math.log(a), Math.log(b)] as const);
  const mean = (of: (pair: readonly [number, number]) => number): number =>
    logs.reduce((sum, pair) => sum + of(pair), 0) / logs.length;
  const [ma, mb] = [mean(([a]) => a), mean(([, b]) => b)];
  const covariance = mean(([a, b]) => (a - ma) * (b - mb));
  return covariance / Math.sqrt(mean(([a]) => (a - ma) ** 2) * mean(([, b]) => (b - mb) ** 2));
}

/** Geometric mean of the second over the first. */
export function meanRatio(pairs: readonly (readonly [number, number])[]): number {
  return Math.exp(pairs.reduce((sum, [a, b]) => sum + Math.log(b / a), 0) / pairs.length);
}

export const rms = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
