import KalmanFilter from 'kalmanjs';

/** A smoothed level in dBm and its variance in dB². */
export interface SmoothedLevel {
  readonly rssiDbm: number;
  readonly variance: number;
}

/** Smooths the RSSI of one beacon over time. */
export interface LevelSmoother {
  /** Takes a reading no older than the last; gives the level at its time. */
  add(atMs: number, rssiDbm: number): SmoothedLevel;
}

export interface SmoothingSettings {
  /** Process noise: by how much the level's variance grows in one `stepMs`, in dB². */
  readonly processNoise: number;
  /** Variance of one reading, in dB². */
  readonly measurementNoise: number;
  readonly stepMs: number;
  /** After a silence this long the past says nothing: the next reading starts anew. */
  readonly expiryMs: number;
}

/** Tuned on the reference channel, whose beacons send every 300 ms. */
export const DEFAULT_SMOOTHING: SmoothingSettings = {
  processNoise: 1,
  measurementNoise: 20,
  stepMs: 300,
  expiryMs: 5000,
};

/**
 * One-dimensional Kalman filter of kalmanjs, made right in time. kalmanjs advances one fixed step for each reading and never
 * expires; a random walk's variance grows linearly (P ← P + R·Δt/T), so the process noise is scaled to the time that
 * passed. In kalmanjs `R` is the process noise and `Q` the measurement noise, the reverse of the textbook's letters.
 */
export function createLevelSmoother(settings: SmoothingSettings = DEFAULT_SMOOTHING): LevelSmoother {
  const { processNoise, measurementNoise, stepMs, expiryMs } = settings;
  const begin = () => new KalmanFilter({ R: processNoise, Q: measurementNoise });
  let filter = begin();
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    add(atMs, rssiDbm) {
      const elapsed = Math.max(0, atMs - lastMs);
      if (elapsed > expiryMs) filter = begin();
      const grown = elapsed > expiryMs ? 0 : (processNoise * elapsed) / stepMs;
      filter.setProcessNoise(grown);
      const level = filter.filter(rssiDbm);
      lastMs = Math.max(lastMs, atMs);
      return { rssiDbm: level, variance: filter.uncertainty() - grown };
    },
  };
}
