import type { Random } from '@daoyin/geometry';

/** Hypotheses of one walker in typed arrays: place in metres, level by index, heading bias in radians, step scale. */
export class Particles {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly level: Float64Array;
  readonly bias: Float64Array;
  readonly scale: Float64Array;
  /** Normalised by `normalise`; between, only ratios mean something. */
  readonly weight: Float64Array;
  private readonly logWeight: Float64Array;
  private readonly spare: Float64Array;
  private readonly parents: Int32Array;
  private readonly columns: Float64Array[];

  constructor(readonly count: number) {
    this.columns = Array.from({ length: 5 }, () => new Float64Array(count));
    [this.x, this.y, this.level, this.bias, this.scale] = this.columns as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    this.weight = new Float64Array(count).fill(1 / count);
    this.logWeight = new Float64Array(count);
    this.spare = new Float64Array(count);
    this.parents = new Int32Array(count);
  }

  /** One more value a particle, which is inherited like the others. */
  column(): Float64Array {
    const column = new Float64Array(this.count);
    this.columns.push(column);
    return column;
  }

  /** Multiplies the weight of a particle by e to the power of `log`. */
  weigh(i: number, log: number): void {
    this.logWeight[i] = this.logWeight[i]! + log;
  }

  /** Weights that sum to 1; gives the effective number of particles, 1 / Σ w². */
  normalise(): number {
    const { logWeight, weight, count } = this;
    let top = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i++) top = Math.max(top, logWeight[i]!);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      logWeight[i] = logWeight[i]! - top;
      weight[i] = Math.exp(logWeight[i]!);
      sum += weight[i]!;
    }
    let squares = 0;
    for (let i = 0; i < count; i++) {
      weight[i] = weight[i]! / sum;
      squares += weight[i]! ** 2;
    }
    return 1 / squares;
  }

  equalise(): void {
    this.logWeight.fill(0);
    this.weight.fill(1 / this.count);
  }

  /** Systematic resampling (Kitagawa 1996): each particle has as many children as its weight says, to within one. */
  resample(random: Random): void {
    const { count, weight, parents, columns, spare } = this;
    let sum = weight[0]!;
    for (let i = 0, parent = 0, at = random() / count; i < count; i++, at += 1 / count) {
      while (at > sum && parent < count - 1) sum += weight[++parent]!;
      parents[i] = parent;
    }
    for (const column of columns) {
      for (let i = 0; i < count; i++) spare[i] = column[parents[i]!]!;
      column.set(spare);
    }
    this.equalise();
  }

  /** Weighted mean and standard deviation of a column. */
  spreadOf(column: Float64Array): { readonly mean: number; readonly sd: number } {
    let [mean, squares] = [0, 0];
    for (let i = 0; i < this.count; i++) mean += this.weight[i]! * column[i]!;
    for (let i = 0; i < this.count; i++) squares += this.weight[i]! * (column[i]! - mean) ** 2;
    return { mean, sd: Math.sqrt(squares) };
  }
}
