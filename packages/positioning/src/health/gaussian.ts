/** Factorises the lower triangle of a symmetric positive definite n × n matrix in place, K = L·Lᵀ; gives ln |K|. Throws where it is not definite. */
export function factorise(matrix: Float64Array, n: number): number {
  let logDeterminant = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * n + k]! * matrix[j * n + k]!;
      if (i > j) matrix[i * n + j] = sum / matrix[j * n + j]!;
      else if (sum > 0) matrix[i * n + i] = Math.sqrt(sum);
      else throw new RangeError(`Expected a positive definite matrix, got a pivot of ${sum}.`);
    }
    logDeterminant += 2 * Math.log(matrix[i * n + i]!);
  }
  return logDeterminant;
}

/** L⁻¹·b for the lower triangle L. */
export function forwardSolve(lower: Float64Array, n: number, right: Float64Array): Float64Array {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i * n + k]! * out[k]!;
    out[i] = sum / lower[i * n + i]!;
  }
  return out;
}

/** ln Σ exp of logarithms, without overflow. */
export function logSumExp(logs: readonly number[]): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
