/** A level that a survey found at a place; `noise` is the variance of `value`, in dB². */
export interface FieldPoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly noise: number;
}

/**
 * What the levels of one beacon are off its trend, as a Gaussian process with exponential correlation (Gudmundson 1991; Rasmussen and
 * Williams 2006, algorithm 2.1). Cubic in the number of points once, then linear for a mean and quadratic for a deviation.
 */
export class MapField {
  private readonly lower: Float64Array; // L of K + noise = L·Lᵀ, row by row
  private readonly weights: Float64Array; // (K + noise)⁻¹ y
  private readonly work: Float64Array;

  constructor(
    private readonly points: readonly FieldPoint[],
    private readonly variance: number,
    private readonly correlationLength: number,
  ) {
    const n = points.length;
    this.lower = new Float64Array(n * n);
    this.work = new Float64Array(n);
    points.forEach((point, i) => {
      this.covariances(point.x, point.y);
      this.work[i]! += point.noise;
      for (let j = 0; j <= i; j++) {
        let entry = this.work[j]!;
        for (let k = 0; k < j; k++) entry -= this.lower[i * n + k]! * this.lower[j * n + k]!;
        this.lower[i * n + j] = i === j ? Math.sqrt(Math.max(1e-9, entry)) : entry / this.lower[j * n + j]!;
      }
    });
    this.weights = Float64Array.from(points, ({ value }) => value);
    this.solveLower(this.weights);
    for (let i = n - 1; i >= 0; i--) {
      this.weights[i]! /= this.lower[i * n + i]!;
      for (let j = 0; j < i; j++) this.weights[j]! -= this.lower[i * n + j]! * this.weights[i]!;
    }
  }

  meanAt(x: number, y: number): number {
    this.covariances(x, y);
    let sum = 0;
    for (let i = 0; i < this.points.length; i++) sum += this.work[i]! * this.weights[i]!;
    return sum;
  }

  /** Standard deviation of what `meanAt` misses. */
  sdAt(x: number, y: number): number {
    this.covariances(x, y);
    this.solveLower(this.work);
    let explained = 0;
    for (const value of this.work) explained += value * value;
    return Math.sqrt(Math.max(0, this.variance - explained));
  }

  private covariances(x: number, y: number): void {
    const { points, work, variance, correlationLength } = this;
    for (let i = 0; i < points.length; i++) {
      const { x: px, y: py } = points[i]!;
      work[i] = variance * Math.exp(-Math.hypot(px - x, py - y) / correlationLength);
    }
  }

  private solveLower(values: Float64Array): void {
    const n = this.points.length;
    for (let i = 0; i < n; i++) {
      let value = values[i]!;
      for (let j = 0; j < i; j++) value -= this.lower[i * n + j]! * values[j]!;
      values[i] = value / this.lower[i * n + i]!;
    }
  }
}
