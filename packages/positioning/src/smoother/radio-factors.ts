import type { RadioModel } from '../radio-model';
import { invertSymmetric } from './cholesky';
import { accumulate, Facing, fillThrough } from './heard-through';
import type { Information } from './information';
import { linearise } from './linearise';
import { fillResidual, Heard } from './residuals';
import { type Evidence, PER_KNOT, SHARED, type Window } from './window';

/** Fading that stays while one stands at a point, in dB²: most of it is interference that only moving changes. */
const STANDING_FADING_VARIANCE = 3;
const STANDING_WITHIN = 0.15;
/** A residual is an outlier beyond this many standard deviations of what the other knots predict. */
const OUTLIER = 2.8;

/**
 * What the levels say of the track. What a model misses at a place (shadowing, unknown power) is the same whenever one comes by: residuals
 * of one beacon are a Gaussian process over place, with a covariance that falls exponentially, to 1/e within the model's correlation
 * length (Gudmundson 1991), with a part that is the same everywhere (power) and one that goes by azimuth (antenna), not white noise. Hence
 * no walker gets surer by standing still.
 */
export class RadioFactors {
  private readonly apart: Float64Array;
  private readonly kernel: Float64Array;
  private readonly standing: Float64Array;
  private readonly covariance: Float64Array;
  private readonly residual: Float64Array;
  private readonly weighted: Float64Array;
  private readonly noise: Float64Array;
  private readonly track: Float64Array;
  private readonly facing: Facing;
  private readonly heard = new Heard(1);
  private level = 0;

  constructor(
    private readonly model: RadioModel,
    private readonly stride: number,
  ) {
    this.apart = new Float64Array(stride * stride);
    this.kernel = new Float64Array(stride * stride);
    this.standing = new Float64Array(stride * stride);
    this.covariance = new Float64Array(stride * stride);
    this.residual = new Float64Array(stride);
    this.weighted = new Float64Array(stride);
    this.noise = new Float64Array(stride);
    this.facing = new Facing(stride);
    this.track = new Float64Array(SHARED + PER_KNOT * stride);
  }

  /** Covariances of all residuals of the knots from `first` on, at the present track; outliers get a larger noise. */
  prepare(window: Window, first: number, level: number, receiverZ: number): void {
    this.level = level;
    this.fillKernel(window);
    window.pack(this.track);
    this.facing.fill(window);
    const { knots } = window;
    for (const evidence of window.evidence) {
      let count = 0;
      for (let k = first; k < knots.length; k++) {
        if (evidence.heard[k] === 0) continue;
        linearise(evidence, k, knots[k]!, this.model, level, receiverZ);
        fillThrough(evidence, k, this.facing);
        evidence.used[count++] = k;
      }
      evidence.usedCount = count;
      if (count > 0) this.fillPrecision(evidence);
    }
  }

  /** Adds the factors at the present track and gives their cost; with `information` absent, the cost alone. */
  add(window: Window, information: Information | undefined): number {
    let cost = 0;
    window.pack(this.track);
    for (const evidence of window.evidence) {
      if (evidence.usedCount === 0) continue;
      this.fillResiduals(evidence);
      cost += this.costOf(evidence);
      if (information) accumulate(evidence, this.stride, this.weighted, information);
    }
    return cost;
  }

  /** How many readings the factors of the last `prepare` are of. */
  readings(window: Window): number {
    let count = 0;
    for (const { usedCount } of window.evidence) count += usedCount;
    return count;
  }

  private costOf({ usedCount }: Evidence): number {
    let cost = 0;
    for (let a = 0; a < usedCount; a++) cost += 0.5 * this.residual[a]! * this.weighted[a]!;
    return cost;
  }

  private fillKernel({ knots }: Window): void {
    const rate = 1 / this.model.correlationLength;
    for (let a = 0; a < knots.length; a++) {
      for (let b = 0; b <= a; b++) {
        const apart = Math.sqrt((knots[a]!.x - knots[b]!.x) ** 2 + (knots[a]!.y - knots[b]!.y) ** 2);
        this.apart[a * this.stride + b] = apart;
        const q = rate * apart;
        this.kernel[a * this.stride + b] = Math.exp(-q);
        this.standing[a * this.stride + b] =
          STANDING_FADING_VARIANCE * Math.exp(-((apart / STANDING_WITHIN) ** 2));
      }
    }
  }

  private fillPrecision(evidence: Evidence): void {
    const { covariance, stride } = this;
    const { used, usedCount, shadowSdDb, shadowLength, variance, precision } = evidence;
    const local = this.model.correlationLengthAt !== undefined;
    const own = (this.model.ownSdDb?.(evidence.beacon, this.level) ?? 0) ** 2;
    const antenna = (this.model.antennaSdDb?.(evidence.beacon, this.level) ?? 0) ** 2;
    for (let a = 0; a < usedCount; a++) {
      const ka = used[a]!;
      for (let b = 0; b <= a; b++) {
        const kb = used[b]!;
        const at = ka * stride + kb;
        const shadow = shadowSdDb[ka]! * shadowSdDb[kb]!;
        const alike = local
          ? localKernel(this.apart[at]!, shadowLength[ka]!, shadowLength[kb]!)
          : this.kernel[at]!;
        const everywhere = own * (1 - alike) + (antenna > 0 ? antenna * antennaKernel(evidence, ka, kb) : 0);
        covariance[a * stride + b] = shadow * alike + everywhere + this.standing[at]!;
      }
      covariance[a * stride + a] = covariance[a * stride + a]! + variance[ka]!;
    }
    invertSymmetric(covariance, precision, usedCount, stride);
    this.fillResiduals(evidence);
    this.fillNoise(evidence);
    for (let a = 0; a < usedCount; a++) {
      if (this.noise[a]! > 0) addNoise(precision, a, this.noise[a]!, usedCount, stride);
    }
  }

  /** The further variance of each residual that is an outlier. */
  private fillNoise({ usedCount, precision }: Evidence): void {
    for (let a = 0; a < usedCount; a++) {
      const own = precision[a * this.stride + a]!;
      const surprise = Math.abs(this.weighted[a]!) / Math.sqrt(own); // leave-one-out residual over its deviation
      this.noise[a] = surprise > OUTLIER ? ((surprise / OUTLIER) ** 2 - 1) / own : 0;
    }
  }

  private fillResiduals(evidence: Evidence): void {
    const { used, usedCount } = evidence;
    for (let a = 0; a < usedCount; a++) {
      this.heard.linearAt(0, evidence, used[a]!, this.track, 0);
      fillResidual(this.residual, a, evidence, used[a]!, this.heard, 0, this.track, 0);
    }
    this.weigh(evidence);
  }

  /** C⁻¹r of the residuals of one beacon. */
  private weigh({ usedCount, precision }: Evidence): void {
    const { residual, weighted, stride } = this;
    for (let a = 0; a < usedCount; a++) {
      let sum = 0;
      for (let b = 0; b < usedCount; b++) sum += precision[a * stride + b]! * residual[b]!;
      weighted[a] = sum;
    }
  }
}

/** The inverse of a covariance of which element `a` gets more variance: C⁻¹ ← (C + v e eᵀ)⁻¹ (Sherman and Morrison). */
function addNoise(precision: Float64Array, a: number, variance: number, size: number, stride: number): void {
  const factor = variance / (1 + variance * precision[a * stride + a]!);
  for (let i = 0; i < size; i++) row[i] = precision[a * stride + i]!;
  for (let i = 0; i < size; i++) {
    const share = factor * row[i]!;
    for (let j = 0; j < size; j++) precision[i * stride + j] = precision[i * stride + j]! - share * row[j]!;
  }
}

const row = new Float64Array(64);

/** Correlation of what an antenna adds in two directions: three harmonics of the azimuth alike, as far as the beacon is not overhead. */
function antennaKernel({ toBeaconX, toBeaconY, aside }: Evidence, a: number, b: number): number {
  const both = Math.max(aside[a]! * aside[b]!, 1e-9);
  const c1 = (toBeaconX[a]! * toBeaconX[b]! + toBeaconY[a]! * toBeaconY[b]!) / both;
  const c2 = 2 * c1 * c1 - 1;
  return (c1 + c2 + c1 * (2 * c2 - 1)) / 3;
}

/** Exponential correlation with a length of its own at each place (Paciorek and Schervish 2004, in the plane). */
function localKernel(apart: number, lengthA: number, lengthB: number): number {
  const squared = (lengthA * lengthA + lengthB * lengthB) / 2;
  return ((lengthA * lengthB) / squared) * Math.exp(-apart / Math.sqrt(squared));
}
