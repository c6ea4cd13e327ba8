import { inverseColumns } from './cholesky';
import type { Information } from './information';
import { Tracks } from './tracks';
import { PER_KNOT } from './window';

/** Places tried about the most likely one, in standard deviations along the two axes of its covariance's Cholesky factor. */
const TRIED: readonly (readonly [number, number])[] = [-2, -1, 0, 1, 2].flatMap((u) =>
  [-2, -1, 0, 1, 2].filter((v) => Math.hypot(u, v) <= 2).map((v) => [u, v] as const),
);
export const PLACES_TRIED = TRIED.length;

/**
 * The move of a track from its most likely place to the mean of what is possible. The newest place is tried at 13 points about the mode,
 * everything else following as it does in the normal approximation, and each point weighs what the model itself gives it: the numerical
 * integration of Rue, Martino and Chopin (2009, section 3) over the two states that are asked for. Where a wall bends the cost, the mode of a window is off to one side of what
 * is likely, and whatever is linearised there stays in the prior.
 */
export class PosteriorMean {
  private readonly byX: Float64Array;
  private readonly byY: Float64Array;
  private readonly tracks: Tracks;

  constructor(stride: number) {
    this.byX = new Float64Array(stride);
    this.byY = new Float64Array(stride);
    this.tracks = new Tracks(PLACES_TRIED, stride);
  }

  /**
   * The mean state, into `out`, which holds the mode of a cost `information` of `size` states; `price` says what tracks cost. False
   * where the information does not tell of all states.
   */
  move(
    out: Float64Array,
    { matrix, stride }: Information,
    size: number,
    price: (tracks: Tracks) => void,
  ): boolean {
    const { byX, byY, tracks } = this;
    const newest = size - PER_KNOT;
    if (!inverseColumns(matrix, [newest, newest + 1], [byX, byY], size, stride)) return false;
    const [xx, xy, yy] = [byX[newest]!, byX[newest + 1]!, byY[newest + 1]!];
    const determinant = xx * yy - xy * xy;
    if (!(determinant > 0)) return false;
    const sd = Math.sqrt(xx);
    const [lean, rest] = [xy / sd, Math.sqrt(determinant) / sd];
    // all states move by their covariance with the place, times C⁻¹ L (u, v) = L⁻ᵀ (u, v)
    const follow = (u: number, v: number, states: Float64Array, first: number): void => {
      const b = v / rest;
      const a = (u - lean * b) / sd;
      for (let s = 0; s < size; s++) states[first + s] = out[s]! + byX[s]! * a + byY[s]! * b;
    };
    for (let t = 0; t < tracks.count; t++) follow(...TRIED[t]!, tracks.states, t * tracks.stride);
    price(tracks);
    follow(...meanOf(tracks.costs), out, 0);
    return true;
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
