import type { Covariance2 } from './accuracy';

/** A value with its standard deviation. */
export interface Estimated {
  readonly mean: number;
  readonly sd: number;
}

/**
 * What one engine knows of the walker, for another to go on from. Place in metres and its covariance, `level` by index; true heading =
 * reported heading + `bias` in radians, true length = reported length × `scale`.
 */
export interface Belief {
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly covariance: Covariance2;
  readonly bias: Estimated;
  readonly scale: Estimated;
}
