const GAIN_SD_DB = 8;
const BODY_SD_DB = 4;
/** Random walks over a second: the hand, the crowd, a turn of the body. */
const GAIN_DRIFT_DB = 0.1;
const BODY_DRIFT_DB = 2;
/** What is heard in one second is heard much the same in the next: shadowing lasts for some metres. */
const LASTING = 3;
/** Residuals beyond this many standard deviations count less (Huber 1964). */
const HUBER = 1.5;

/**
 * What of a receiver's levels is its own: gain in dB and the body's shadow as a vector in dB that points where the body does not shade.
 * A Kalman filter over the residuals of all beacons heard; the single beacon hardly matters among forty.
 */
export class ReceiverState {
  /** Gain, body east, body north. */
  private readonly state = new Float64Array(3);
  private readonly covariance = new Float64Array(9);

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

  /** What the receiver adds to a level that comes from a direction; east and north are the direction's components, shortened by its elevation. */
  offsetDb(east: number, north: number): number {
    return this.state[0]! + this.state[1]! * east + this.state[2]! * north;
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
    const direction = [1, east, north];
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
}
