/** An observation of a field: value in dB with the variance of its noise. */
export interface FieldPoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly noise: number;
}

export interface FieldPrior {
  /** Variance in dB² of the field, and the distance in metres over which its correlation falls to 1/e. */
  readonly variance: number;
  readonly correlationLength: number;
}

/**
 * Simple kriging: mean and variance of a zero-mean Gaussian field with exponential correlation, given noisy observations (Rasmussen
 * and Williams 2006, equations 2.25 and 2.26). Cubic in the number of points: give the nearest dozen.
 */
export function krige(
  points: readonly FieldPoint[],
  prior: FieldPrior,
  x: number,
  y: number,
): { mean: number; variance: number } {
  const n = points.length;
  const { variance, correlationLength } = prior;
  const covariance = (ax: number, ay: number, bx: number, by: number) =>
    variance * Math.exp(-Math.hypot(ax - bx, ay - by) / correlationLength);
  const lower = new Float64Array(n * n); // L of K + noise = L·Lᵀ
  const weights = new Float64Array(n); // L⁻¹k
  const values = new Float64Array(n); // L⁻¹y
  let [mean, explained] = [0, 0];
  for (let i = 0; i < n; i++) {
    const a = points[i]!;
    let k = covariance(a.x, a.y, x, y);
    let value = a.value;
    for (let j = 0; j <= i; j++) {
      const b = points[j]!;
      let entry = covariance(a.x, a.y, b.x, b.y) + (i === j ? a.noise : 0);
      for (let m = 0; m < j; m++) entry -= lower[i * n + m]! * lower[j * n + m]!;
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(1e-9, entry)) : entry / lower[j * n + j]!;
    }
    for (let m = 0; m < i; m++) {
      k -= lower[i * n + m]! * weights[m]!;
      value -= lower[i * n + m]! * values[m]!;
    }
    const pivot = lower[i * n + i]!;
    weights[i] = k / pivot;
    values[i] = value / pivot;
    mean += weights[i]! * values[i]!;
    explained += weights[i]! ** 2;
  }
  return { mean, variance: Math.max(0, variance - explained) };
}
