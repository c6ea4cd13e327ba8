import { solveSymmetric } from './cholesky';
import type { Information } from './information';
import { PER_KNOT } from './window';

/** Places tried about the most likely one, in standard deviations along the two axes of its covariance's Cholesky factor. */
const TRIED: readonly (readonly [number, number])[] = [-2, -1, 0, 1, 2].flatMap((u) =>
  [-2, -1, 0, 1, 2].filter((v) => Math.hypot(u, v) <= 2).map((v) => [u, v] as const),
);

/**
 * The move of a track from its most likely place to the mean of what is possible. The newest place is tried at 13 points about the mode,
 * everything else following as it does in the normal approximation, and each point weighs what the model itself gives it: the numerical
 * integration of Rue, Martino and Chopin (2009, section 3) over the two states that are asked for. Where a wall bends the cost, the mode of a window is off to one side of what
 * is likely, and whatever is linearised there stays in the prior.
 */
export class PosteriorMean {
  private readonly unit: Float64Array;
  private readonly byX: Float64Array;
  private readonly byY: Float64Array;
  private readonly state: Float64Array;
  private readonly costs = new Float64Array(TRIED.length);

  constructor(private readonly stride: number) {
    this.unit = new Float64Array(stride);
    this.byX = new Float64Array(stride);
    this.byY = new Float64Array(stride);
    this.state = new Float64Array(stride);
  }

  /**
   * The mean state, into `out`, which holds the mode of a cost `information` of `size` states; `costOf` gives what a state costs. False
   * where the information does not tell of all states.
   */
  move(
    out: Float64Array,
    { matrix }: Information,
    size: number,
    costOf: (state: Float64Array) => number,
  ): boolean {
    const { byX, byY } = this;
    const newest = size - PER_KNOT;
    if (!this.column(byX, matrix, newest, size) || !this.column(byY, matrix, newest + 1, size)) return false;
    const [xx, xy, yy] = [byX[newest]!, byX[newest + 1]!, byY[newest + 1]!];
    const determinant = xx * yy - xy * xy;
    if (!(determinant > 0)) return false;
    const sd = Math.sqrt(xx);
    const [lean, rest] = [xy / sd, Math.sqrt(determinant) / sd];
    // all states move by their covariance with the place, times C⁻¹ L (u, v) = L⁻ᵀ (u, v)
    const follow = (u: number, v: number): Float64Array => {
      const b = v / rest;
      const a = (u - lean * b) / sd;
      for (let s = 0; s < size; s++) this.state[s] = out[s]! + byX[s]! * a + byY[s]! * b;
      return this.state;
    };
    for (let i = 0; i < TRIED.length; i++) this.costs[i] = costOf(follow(...TRIED[i]!));
    out.set(follow(...meanOf(this.costs)));
    return true;
  }

  private column(out: Float64Array, matrix: Float64Array, state: number, size: number): boolean {
    this.unit.fill(0);
    this.unit[state] = 1;
    return solveSymmetric(matrix, this.unit, out, size, this.stride);
  }
}

/** The mean of the points tried, each weighted by its likelihood. */
function meanOf(costs: Float64Array): readonly [number, number] {
  const least = Math.min(...costs);
  let [sum, sumU, sumV] = [0, 0, 0];
  for (let i = 0; i < TRIED.length; i++) {
    const weight = Math.exp(least - costs[i]!);
    sum += weight;
    sumU += weight * TRIED[i]![0];
    sumV += weight * TRIED[i]![1];
  }
  return [sumU / sum, sumV / sum];
}
