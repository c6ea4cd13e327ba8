import { type Kernel, type KernelMoments, KernelPlaces, POWER_SD_DB } from './kernel';

/** An observation of a field: value in dB about the trend, with the variance of its noise. */
export interface FieldPoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly noise: number;
}

/**
 * The levels of one beacon about their trend as a Gaussian process, given noisy observations (Rasmussen and Williams 2006, algorithm 2.1).
 * Cubic in the number of points once, then linear for a mean and quadratic for a variance.
 */
export class GaussianField {
  private readonly places: KernelPlaces;
  private readonly here = new KernelPlaces(1);
  private readonly lower: Float64Array; // L of K + noise = L·Lᵀ, packed rows
  private readonly weights: Float64Array; // α = (K + noise)⁻¹ y
  private readonly moments: KernelMoments;
  private readonly work: Float64Array;

  constructor(
    private readonly points: readonly FieldPoint[],
    private readonly kernel: Kernel,
  ) {
    this.places = kernel.places(points);
    this.work = new Float64Array(points.length);
    this.lower = this.factorise();
    const whitened = this.whiten(Float64Array.from(points, ({ value }) => value));
    this.weights = this.unwhiten(whitened);
    this.moments = kernel.moments(this.places, this.weights);
  }

  meanAt(x: number, y: number): number {
    this.kernel.put(this.here, 0, x, y);
    return this.kernel.sum(this.here, 0, this.places, this.weights, this.moments);
  }

  /** Standard deviation in dB of what `meanAt` misses there. */
  sdAt(x: number, y: number): number {
    const { kernel, here, places, work } = this;
    kernel.put(here, 0, x, y);
    kernel.fillBetween(here, 0, places, places.count, work);
    this.whiten(work);
    let unexplained = POWER_SD_DB ** 2 + kernel.variance(here, 0);
    for (let i = 0; i < work.length; i++) unexplained -= work[i]! * work[i]!;
    return Math.sqrt(Math.max(0, unexplained));
  }

  /** What the beacon is stronger than the trend, in dB, and the standard deviation of that. */
  power(): { readonly gainDb: number; readonly sd: number } {
    const gainDb = POWER_SD_DB ** 2 * this.weights.reduce((sum, weight) => sum + weight, 0);
    const ones = this.whiten(new Float64Array(this.points.length).fill(POWER_SD_DB ** 2));
    const explained = ones.reduce((sum, value) => sum + value ** 2, 0);
    return { gainDb, sd: Math.sqrt(Math.max(0, POWER_SD_DB ** 2 - explained)) };
  }

  /** Log of the density of the observations (equation 2.30), but for a constant. */
  logLikelihood(): number {
    let sum = 0;
    for (let i = 0; i < this.points.length; i++)
      sum -= 0.5 * this.points[i]!.value * this.weights[i]! + Math.log(this.lower[rowOf(i) + i]!);
    return sum;
  }

  /** L⁻¹ v: what would be white noise of unit variance if the prior is right. Overwrites `values`. */
  whiten(values: Float64Array): Float64Array {
    const { lower } = this;
    for (let i = 0; i < values.length; i++) {
      const row = rowOf(i);
      let sum = values[i]!;
      for (let j = 0; j < i; j++) sum -= lower[row + j]! * values[j]!;
      values[i] = sum / lower[row + i]!;
    }
    return values;
  }

  /** L v: white noise of unit variance becomes levels that the prior could have drawn. Overwrites `values`. */
  colour(values: Float64Array): Float64Array {
    const { lower } = this;
    for (let i = values.length - 1; i >= 0; i--) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += lower[rowOf(i) + j]! * values[j]!;
      values[i] = sum;
    }
    return values;
  }

  /** L⁻ᵀ v, in place. */
  private unwhiten(values: Float64Array): Float64Array {
    const { lower } = this;
    for (let i = values.length - 1; i >= 0; i--) {
      const row = rowOf(i);
      values[i] = values[i]! / lower[row + i]!;
      for (let j = 0; j < i; j++) values[j] = values[j]! - lower[row + j]! * values[i]!;
    }
    return values;
  }

  private factorise(): Float64Array {
    const { points, places, kernel } = this;
    const lower = new Float64Array(rowOf(points.length));
    for (let i = 0; i < points.length; i++) {
      const row = rowOf(i);
      kernel.fillBetween(places, i, places, i + 1, lower, row);
      lower[row + i] = lower[row + i]! + points[i]!.noise;
      for (let j = 0; j <= i; j++) {
        const column = rowOf(j);
        let entry = lower[row + j]!;
        for (let k = 0; k < j; k++) entry -= lower[row + k]! * lower[column + k]!;
        lower[row + j] = i === j ? Math.sqrt(Math.max(1e-9, entry)) : entry / lower[column + j]!;
      }
    }
    return lower;
  }
}

/** Where row i of a packed lower triangle starts. */
function rowOf(i: number): number {
  return (i * (i + 1)) / 2;
}
