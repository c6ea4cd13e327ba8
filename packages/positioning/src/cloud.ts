import type { Random } from '@daoyin/geometry';
import type { Covariance2 } from './accuracy';

/** Weighted samples of a walker's state, as columns. The shadow memory keeps its own columns beside it and is resampled alike. */
export interface Cloud {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Velocity in m/s; used where no steps come. */
  readonly vx: Float64Array;
  readonly vy: Float64Array;
  /** True heading minus reported heading of the steps, in radians, and true over reported length. */
  readonly headingBias: Float64Array;
  readonly lengthScale: Float64Array;
  /** 1 while the walker of this sample stands. */
  readonly resting: Uint8Array;
  /** Where the walker's body faces, in radians; follows the way while walking, and is anywhere while standing. */
  readonly facing: Float64Array;
  /** Mean of the receiver's gain in dB, given the sample's track. */
  readonly gainDb: Float64Array;
  readonly weight: Float64Array;
}

export function createCloud(count: number): Cloud {
  const column = (): Float64Array => new Float64Array(count);
  return {
    count,
    x: column(),
    y: column(),
    vx: column(),
    vy: column(),
    headingBias: column(),
    lengthScale: column().fill(1),
    resting: new Uint8Array(count),
    facing: column(),
    gainDb: column(),
    weight: column().fill(1 / count),
  };
}

/** Weighted mean and covariance of the positions. */
export function momentsOf({ count, x, y, weight }: Cloud): {
  readonly x: number;
  readonly y: number;
  readonly covariance: Covariance2;
} {
  let [mx, my] = [0, 0];
  for (let i = 0; i < count; i++) {
    mx += weight[i]! * x[i]!;
    my += weight[i]! * y[i]!;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const dx = x[i]! - mx;
    const dy = y[i]! - my;
    xx += weight[i]! * dx * dx;
    xy += weight[i]! * dx * dy;
    yy += weight[i]! * dy * dy;
  }
  return { x: mx, y: my, covariance: [xx, xy, yy] };
}

/** Multiplies the weights by exp(logLikelihood) and normalises; gives the effective sample size (Kong, Liu and Wong 1994). */
export function reweight({ count, weight }: Cloud, logLikelihood: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) if (logLikelihood[i]! > best) best = logLikelihood[i]!;
  let total = 0;
  for (let i = 0; i < count; i++) {
    weight[i] = weight[i]! * Math.exp(logLikelihood[i]! - best);
    total += weight[i]!;
  }
  if (!(total > 0)) {
    weight.fill(1 / count);
    return count;
  }
  let squares = 0;
  for (let i = 0; i < count; i++) {
    weight[i] = weight[i]! / total;
    squares += weight[i]! ** 2;
  }
  return 1 / squares;
}

/** For each new sample the old one that it continues: systematic resampling (Kitagawa 1996, appendix A). */
export function drawParents({ count, weight }: Cloud, random: Random): Int32Array {
  const parents = new Int32Array(count);
  const offset = random() / count;
  let cumulative = weight[0]!;
  let parent = 0;
  for (let i = 0; i < count; i++) {
    const target = offset + i / count;
    while (cumulative < target && parent < count - 1) cumulative += weight[++parent]!;
    parents[i] = parent;
  }
  return parents;
}

/** Continues every sample from its parent; weights become equal. */
export function takeFromParents(cloud: Cloud, parents: Int32Array): void {
  for (const column of [
    cloud.x,
    cloud.y,
    cloud.vx,
    cloud.vy,
    cloud.headingBias,
    cloud.lengthScale,
    cloud.facing,
    cloud.gainDb,
  ]) {
    permute(column, parents);
  }
  const resting = cloud.resting.slice();
  for (let i = 0; i < cloud.count; i++) cloud.resting[i] = resting[parents[i]!]!;
  cloud.weight.fill(1 / cloud.count);
}

let scratch = new Float64Array(0);

/** column[i] ← column[parents[i]]. */
export function permute(column: Float64Array, parents: Int32Array): void {
  const count = parents.length;
  if (scratch.length < count) scratch = new Float64Array(count);
  for (let i = 0; i < count; i++) scratch[i] = column[parents[i]!]!;
  for (let i = 0; i < count; i++) column[i] = scratch[i]!;
}
