import type { RadioModel } from '../radio-model';
import { aim, linearResidual, nothingHeard, residual } from './residuals';
import type { Tracks } from './tracks';
import { type Evidence, PER_KNOT, SHARED, type Window } from './window';

/** The fit is linear about each of its places over 0.9 m: so near to one, nothing else is worth looking up. */
const NEAR_SQUARED = 0.35 ** 2;

/** What was heard costs tracks beside the fitted one, by the model at their very places and the covariances of the last fit. */
export class CostsAtPlaces {
  private readonly xs: Float64Array;
  private readonly ys: Float64Array;
  private readonly levelsDbm: Float64Array;
  private readonly wallsDb: Float64Array;
  /** Of one beacon, by track and then by its knots. */
  private readonly residuals: Float64Array;
  private readonly heard = nothingHeard();

  constructor(
    private readonly model: RadioModel,
    tracks: number,
    private readonly mostKnots: number,
  ) {
    const column = (): Float64Array => new Float64Array(tracks);
    [this.xs, this.ys, this.levelsDbm, this.wallsDb] = [column(), column(), column(), column()];
    this.residuals = new Float64Array(tracks * mostKnots);
  }

  /** Adds the cost of what was heard to that of each track. */
  add(window: Window, tracks: Tracks, level: number, receiverZ: number): void {
    for (const evidence of window.evidence) {
      for (let a = 0; a < evidence.usedCount; a++) this.fillResiduals(evidence, a, tracks, level, receiverZ);
      for (let t = 0; t < tracks.count; t++)
        tracks.costs[t] = tracks.costs[t]! + this.costOf(evidence, t * this.mostKnots);
    }
  }

  private fillResiduals(
    evidence: Evidence,
    a: number,
    { states, count, stride }: Tracks,
    level: number,
    receiverZ: number,
  ): void {
    const { model, residuals, mostKnots, heard } = this;
    const k = evidence.used[a]!;
    if (!this.goTo(evidence, k, states, count, stride)) {
      for (let t = 0; t < count; t++)
        residuals[t * mostKnots + a] = linearResidual(evidence, k, states, t * stride);
      return;
    }
    model.expectAt(evidence.beacon, this.xs, this.ys, count, level, this.levelsDbm, this.wallsDb);
    const place = model.placeOf(evidence.beacon);
    [heard.toBeaconX, heard.toBeaconY, heard.aside] = [0, 0, 0];
    for (let t = 0; t < count; t++) {
      heard.expectedDbm = this.levelsDbm[t]!;
      heard.wallsDb = this.wallsDb[t]!;
      if (place) aim(heard, place, this.xs[t]!, this.ys[t]!, receiverZ);
      residuals[t * mostKnots + a] = residual(evidence, k, heard, states, t * stride);
    }
  }

  /** The places of all tracks at a knot; false where all are so near that the model is known there. */
  private goTo(
    { atX, atY }: Evidence,
    k: number,
    states: Float64Array,
    count: number,
    stride: number,
  ): boolean {
    let farthest = 0;
    for (let t = 0, at = SHARED + PER_KNOT * k; t < count; t++, at += stride) {
      const x = states[at]!;
      const y = states[at + 1]!;
      this.xs[t] = x;
      this.ys[t] = y;
      farthest = Math.max(farthest, (x - atX[k]!) ** 2 + (y - atY[k]!) ** 2);
    }
    return farthest > NEAR_SQUARED;
  }

  private costOf({ usedCount, precision }: Evidence, from: number): number {
    const { residuals, mostKnots } = this;
    let cost = 0;
    for (let a = 0; a < usedCount; a++) {
      const row = a * mostKnots;
      const own = residuals[from + a]!;
      let sum = 0.5 * precision[row + a]! * own;
      for (let b = 0; b < a; b++) sum += precision[row + b]! * residuals[from + b]!;
      cost += sum * own;
    }
    return cost;
  }
}
