import type { Heading } from './course';

const GAIN_SD_DB = 8;
/** What a body takes of what comes from behind, about (half of the difference from front to back), and how much bodies and hands differ. */
const AHEAD_DB = 3.5;
const BODY_SD_DB = 2;
/** Random walks over a second: the hand, the crowd. */
const GAIN_DRIFT_DB = 0.1;
const BODY_DRIFT_DB = 0.1;
/** What is heard in one second is heard much the same in the next: shadowing lasts for some metres. */
const LASTING = 3;
/** Residuals beyond this many standard deviations count less (Huber 1964). */
const HUBER = 1.5;

/**
 * What of a receiver's levels is its own: gain in dB, and what the body adds ahead of the walker and to their left (and takes behind and to their
 * right). A Kalman filter over the residuals of all beacons heard; the single beacon hardly matters among forty. The body turns with the walker: were
 * its shade free to point anywhere at a place, it would take the shadows of that place for its own, the same for all who pass, and hide
 * what a moved beacon changes.
 */
export class ReceiverState {
  /** Gain, ahead, left. */
  private readonly state = Float64Array.of(0, AHEAD_DB, 0);
  private readonly covariance = new Float64Array(9);
  private heading: Heading | undefined;

  constructor() {
    this.covariance[0] = GAIN_SD_DB ** 2;
    this.covariance[4] = BODY_SD_DB ** 2;
    this.covariance[8] = BODY_SD_DB ** 2;
  }

  get gainDb(): number {
    return this.state[0]!;
  }

  get gainVariance(): number {
    return this.covariance[0]!;
  }

  /** Which way the walker looks from now on; undefined where nobody knows. */
  turn(heading: Heading | undefined): void {
    this.heading = heading;
  }

  /** What the body adds to a level that comes from the east and from the north. */
  get bodyDb(): { readonly east: number; readonly north: number } {
    const { heading, state } = this;
    if (!heading) return { east: 0, north: 0 };
    const [, ahead, left] = state;
    return {
      east: ahead! * heading.east - left! * heading.north,
      north: ahead! * heading.north + left! * heading.east,
    };
  }

  /** What the receiver adds to a level that comes from a direction; east and north are the direction's components, shortened by its elevation. */
  offsetDb(east: number, north: number): number {
    const body = this.bodyDb;
    return this.state[0]! + body.east * east + body.north * north;
  }

  /** A second goes by. */
  drift(seconds: number): void {
    const { covariance } = this;
    covariance[0] = Math.min(GAIN_SD_DB ** 2, covariance[0]! + GAIN_DRIFT_DB ** 2 * seconds);
    for (const at of [4, 8])
      covariance[at] = Math.min(BODY_SD_DB ** 2, covariance[at]! + BODY_DRIFT_DB ** 2 * seconds);
  }

  /** A beacon was heard `residualDb` stronger than the model expects, with that variance about it. */
  update(residualDb: number, east: number, north: number, variance: number): void {
    const { state, covariance } = this;
    const direction = this.seen(east, north);
    const gains = [0, 0, 0];
    let predicted = LASTING * variance;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) gains[i] = gains[i]! + covariance[3 * i + j]! * direction[j]!;
    }
    for (let i = 0; i < 3; i++) predicted += direction[i]! * gains[i]!; // S = H·P·Hᵀ + R
    const innovation = residualDb - this.offsetDb(east, north);
    const excess = Math.abs(innovation) / (HUBER * Math.sqrt(variance + predicted - LASTING * variance));
    if (excess > 1) predicted += LASTING * variance * (excess - 1);
    for (let i = 0; i < 3; i++) {
      state[i] = state[i]! + (gains[i]! / predicted) * innovation;
      for (let j = 0; j < 3; j++)
        covariance[3 * i + j] = covariance[3 * i + j]! - (gains[i]! * gains[j]!) / predicted;
    }
  }

  /** A direction as the walker sees it: 1 for the gain, then ahead and left. */
  private seen(east: number, north: number): readonly [one: 1, ahead: number, left: number] {
    if (!this.heading) return [1, 0, 0];
    const { east: e, north: n } = this.heading;
    return [1, east * e + north * n, north * e - east * n];
  }
}
