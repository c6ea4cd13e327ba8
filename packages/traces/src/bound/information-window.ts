/** One row of a linear model with noise of unit variance: coefficients by column; columns that are not named are 0. */
export type Row = readonly (readonly [column: number, coefficient: number])[];

/**
 * Fisher information of the last `knots` knots of a track and of what they share, as one matrix. Older knots are marginalised (Schur
 * complement), which is the recursion of the posterior Cramér–Rao bound (Tichavský, Muravchik and Nehorai 1998).
 * Columns: the shared ones first, then `perKnot` for each knot; the last two of a knot are its x and y.
 */
export class InformationWindow {
  private readonly size: number;
  private readonly matrix: Float64Array;
  private first = 0;
  private count = 0;

  constructor(
    private readonly shared: number,
    private readonly perKnot: number,
    private readonly knots: number,
  ) {
    this.size = shared + perKnot * knots;
    this.matrix = new Float64Array(this.size * this.size);
  }

  /** Number of the oldest knot that is still in the window. */
  get oldest(): number {
    return this.first;
  }

  /** Adds a knot after the newest, of which nothing is known yet. */
  addKnot(): void {
    if (this.count === this.knots) this.dropOldest();
    this.count++;
  }

  /** The column of a knot's part; knots that have left stand for the oldest one. */
  column(knot: number, part: number): number {
    return this.shared + (Math.max(knot, this.first) - this.first) * this.perKnot + part;
  }

  add(row: Row): void {
    for (const [i, a] of row) {
      const at = i * this.size;
      for (const [j, b] of row) this.matrix[at + j]! += a * b;
    }
  }

  /** A row of zeros, to be filled in by column and given to `addDense`. */
  blank(): Float64Array {
    return new Float64Array(this.size);
  }

  addDense(row: Float64Array): void {
    const columns: number[] = [];
    for (let i = 0; i < row.length; i++) if (row[i] !== 0) columns.push(i);
    for (const i of columns) {
      const [at, a] = [i * this.size, row[i]!];
      for (const j of columns) this.matrix[at + j]! += a * row[j]!;
    }
  }

  /** Covariance [xx, xy, yy] of the newest knot's place; throws where it is not determined. */
  newestCovariance(): readonly [xx: number, xy: number, yy: number] {
    const n = this.shared + this.perKnot * this.count;
    const factor = this.cholesky(n);
    const [a, b, c] = [factor[(n - 2) * n + n - 2]!, factor[(n - 1) * n + n - 2]!, factor[n * n - 1]!];
    // The inverse of the last block of L Lᵀ, since the newest place comes last.
    const [xx, xy, yy] = [a * a, a * b, b * b + c * c];
    const determinant = xx * yy - xy * xy;
    return [yy / determinant, -xy / determinant, xx / determinant];
  }

  private cholesky(n: number): Float64Array {
    const { matrix, size } = this;
    const factor = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = matrix[i * size + j]!;
        for (let k = 0; k < j; k++) sum -= factor[i * n + k]! * factor[j * n + k]!;
        if (j < i) factor[i * n + j] = sum / factor[j * n + j]!;
        else if (sum > 0) factor[i * n + i] = Math.sqrt(sum);
        else throw new RangeError(`The information of column ${i} is ${sum}: it needs a prior.`);
      }
    }
    return factor;
  }

  /** Marginalises the oldest knot, column by column, and moves the others up. */
  private dropOldest(): void {
    const { matrix, size, shared, perKnot } = this;
    const n = shared + perKnot * this.count;
    for (let p = shared; p < shared + perKnot; p++) {
      const pivot = matrix[p * size + p]!;
      for (let i = 0; i < n; i++) {
        const ratio = matrix[i * size + p]! / pivot;
        if (i === p || ratio === 0) continue;
        for (let j = 0; j < n; j++) if (j !== p) matrix[i * size + j]! -= ratio * matrix[p * size + j]!;
      }
      for (let i = 0; i < n; i++) {
        matrix[i * size + p] = 0;
        matrix[p * size + i] = 0;
      }
    }
    const moved = (i: number): number => (i < shared ? i : i + perKnot);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const inside = moved(i) < n && moved(j) < n;
        matrix[i * size + j] = inside ? matrix[moved(i) * size + moved(j)]! : 0;
      }
    }
    this.first++;
    this.count--;
  }
}
