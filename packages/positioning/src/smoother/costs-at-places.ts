import type { RadioModel } from '../radio-model';
import { aim, fillResidual, Heard } from './residuals';
import type { Tracks } from './tracks';
import { type Evidence, PER_KNOT, SHARED, type Window } from './window';

/** The fit is linear about each of its places over 0.9 m: so near to one, nothing else is worth looking up. */
const NEAR_SQUARED = 0.35 ** 2;

/** What was heard costs tracks beside the fitted one, by the model at their very places and the covariances of the last fit. */
export class CostsAtPlaces {
  private readonly xs: Float64Array;
  private readonly ys: Float64Array;
  /** Of one beacon, by track and then by its knots. */
  private readonly residuals: Float64Array;
  private readonly heard: Heard;

  constructor(
    private readonly model: RadioModel,
    tracks: number,
    private readonly mostKnots: number,
  ) {
    this.xs = new Float64Array(tracks);
    this.ys = new Float64Array(tracks);
    this.heard = new Heard(tracks);
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
    const { residuals, mostKnots, heard } = this;
    const k = evidence.used[a]!;
    if (this.goTo(evidence, k, states, count, stride)) this.lookUp(evidence, count, level, receiverZ);
    else for (let t = 0; t < count; t++) heard.linearAt(t, evidence, k, states, t * stride);
    for (let t = 0; t < count; t++)
      fillResidual(residuals, t * mostKnots + a, evidence, k, heard, t, states, t * stride);
  }

  private lookUp({ beacon }: Evidence, count: number, level: number, receiverZ: number): void {
    const { model, heard, xs, ys } = this;
    model.expectAt(beacon, xs, ys, count, level, heard.expectedDbm, heard.wallsDb);
    const place = model.placeOf(beacon);
    for (let t = 0; t < count; t++) {
      if (place) aim(heard, t, place, xs[t]!, ys[t]!, receiverZ);
      else heard.toBeaconX[t] = heard.toBeaconY[t] = heard.aside[t] = 0;
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
