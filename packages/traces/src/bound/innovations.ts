/** The observations of one Gaussian process in order of time, with the inverse of their covariance as a growing Cholesky factor. */
export class Innovations {
  private readonly factor: Float64Array[] = [];

  /**
   * Takes an observation whose covariance with those before is `covariances` and whose own variance is `variance`. Gives how it is foreseen from
   * those before (weights, one each) and the variance of what remains: the innovation.
   */
  add(
    covariances: Float64Array,
    variance: number,
  ): { readonly weights: Float64Array; readonly variance: number } {
    const { factor } = this;
    const n = factor.length;
    if (covariances.length !== n)
      throw new RangeError(`Expected ${n} covariances, got ${covariances.length}.`);
    const row = new Float64Array(n + 1);
    let explained = 0;
    for (let i = 0; i < n; i++) {
      const above = factor[i]!;
      let sum = covariances[i]!;
      for (let k = 0; k < i; k++) sum -= above[k]! * row[k]!;
      row[i] = sum / above[i]!;
      explained += row[i]! ** 2;
    }
    const left = variance - explained;
    if (!(left > 0))
      throw new RangeError(`The innovation's variance is ${left}: the covariance is not positive definite.`);
    const weights = row.slice(0, n);
    for (let i = n - 1; i >= 0; i--) {
      weights[i] = weights[i]! / factor[i]![i]!;
      for (let k = 0; k < i; k++) weights[k]! -= factor[i]![k]! * weights[i]!;
    }
    row[n] = Math.sqrt(left);
    factor.push(row);
    return { weights, variance: left };
  }
}
