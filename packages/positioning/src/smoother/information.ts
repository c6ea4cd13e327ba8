import { invertSymmetric, solveSymmetric } from './cholesky';

/**
 * A quadratic cost ½ dᵀ Λ d − ηᵀ d of a move d of the state: normal equations, or a prior. Λ is kept as a lower triangle while factors are
 * added; `mirror` fills the upper one.
 */
export class Information {
  readonly matrix: Float64Array; // Λ
  readonly vector: Float64Array; // η

  constructor(readonly stride: number) {
    this.matrix = new Float64Array(stride * stride);
    this.vector = new Float64Array(stride);
  }

  clear(size = this.stride): void {
    this.matrix.fill(0, 0, size * this.stride);
    this.vector.fill(0, 0, size);
  }

  mirror(size: number): void {
    const { matrix, stride } = this;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < i; j++) matrix[j * stride + i] = matrix[i * stride + j]!;
    }
  }

  /** Adds the scalar factor ½ ((residual − Σ jacobian[k] · d[states[k]]) / sd)². */
  addFactor(states: Int32Array, jacobian: Float64Array, count: number, residual: number, sd: number): void {
    const { matrix, vector, stride } = this;
    const weight = 1 / (sd * sd);
    for (let a = 0; a < count; a++) {
      const row = states[a]!;
      const scaled = weight * jacobian[a]!;
      vector[row] = vector[row]! + scaled * residual;
      for (let b = 0; b < count; b++) {
        const at = states[b]!;
        if (at <= row) matrix[row * stride + at] = matrix[row * stride + at]! + scaled * jacobian[b]!;
      }
    }
  }

  /** Ties a state to where it is. */
  addPrecision(state: number, precision: number): void {
    const at = state * this.stride + state;
    this.matrix[at] = this.matrix[at]! + precision;
  }

  /** The move that costs least, into `out`. */
  solve(out: Float64Array, size: number): boolean {
    return solveSymmetric(this.matrix, this.vector, out, size, this.stride);
  }

  /**
   * Marginalises the states `first` … `first + count − 1` out of a mirrored cost into `out`, where the states behind them move up
   * (Schur complement).
   */
  eliminate(first: number, count: number, size: number, out: Information): void {
    const { matrix, vector, stride } = this;
    const inner = new Float64Array(count * count);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) inner[i * count + j] = matrix[(first + i) * stride + first + j]!;
      inner[i * count + i] = inner[i * count + i]! + 1e-6;
    }
    const inverse = new Float64Array(count * count);
    invertSymmetric(inner, inverse, count, count);
    const across = new Float64Array(count);
    out.clear();
    for (let i = 0, row = 0; i < size; i++) {
      if (i >= first && i < first + count) continue;
      for (let l = 0; l < count; l++) {
        across[l] = 0;
        for (let m = 0; m < count; m++)
          across[l] = across[l]! + matrix[i * stride + first + m]! * inverse[m * count + l]!;
      }
      let eta = vector[i]!;
      for (let l = 0; l < count; l++) eta -= across[l]! * vector[first + l]!;
      out.vector[row] = eta;
      for (let j = 0, target = 0; j < size; j++) {
        if (j >= first && j < first + count) continue;
        let sum = matrix[i * stride + j]!;
        for (let l = 0; l < count; l++) sum -= across[l]! * matrix[j * stride + first + l]!;
        out.matrix[row * stride + target] = sum;
        target++;
      }
      row++;
    }
  }

  /** The state has drifted by a random walk of this variance since: Λ ← (Λ⁻¹ + q e eᵀ)⁻¹ by Sherman and Morrison. Λ is mirrored. */
  forget(state: number, variance: number, size: number): void {
    const { matrix, vector, stride } = this;
    const factor = variance / (1 + variance * matrix[state * stride + state]!);
    const row = matrix.slice(state * stride, state * stride + size);
    const eta = vector[state]!;
    for (let i = 0; i < size; i++) {
      vector[i] = vector[i]! - factor * row[i]! * eta;
      for (let j = 0; j < size; j++)
        matrix[i * stride + j] = matrix[i * stride + j]! - factor * row[i]! * row[j]!;
    }
  }
}
