/** A wait as a range, in seconds: half of all visitors wait less than `median`, nine of ten less than `p90`. */
export interface Wait {
  readonly median: number;
  readonly p90: number;
}

const PRIOR_SECONDS = 420;
const PRIOR_WEIGHT = 5;
const LEAST_VARIATION = 0.5;
const NORMAL_P90 = 1.281_552;

/**
 * The wait until a ticket with `ahead` people before it is called, when `windows` windows serve its queue and the day's services
 * took `serviceSeconds`. The time until `ahead` + 1 services have ended, the first already under way, is taken as a gamma variable with the mean and the spread of
 * the day's services, shrunk towards a prior while the day is young; its quantiles follow Wilson and Hilferty (1931).
 * Undefined where no window is open.
 */
export function expectedWait(
  ahead: number,
  windows: number,
  serviceSeconds: readonly number[],
): Wait | undefined {
  if (windows <= 0) return undefined;
  const { mean, deviation } = servicePace(serviceSeconds);
  const completions = ahead + 0.5; // the next window is on average half-way to its own end
  const waitMean = (completions * mean) / windows;
  const shape = (waitMean * waitMean) / (completions * (deviation / windows) ** 2); // k = μ²/σ²
  const quantile = (z: number) =>
    waitMean * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  return { median: Math.round(quantile(0)), p90: Math.round(quantile(NORMAL_P90)) };
}

function servicePace(seconds: readonly number[]): { mean: number; deviation: number } {
  const n = seconds.length + PRIOR_WEIGHT;
  const mean = (seconds.reduce((sum, s) => sum + s, 0) + PRIOR_WEIGHT * PRIOR_SECONDS) / n;
  const variance =
    (seconds.reduce((sum, s) => sum + (s - mean) ** 2, 0) + PRIOR_WEIGHT * (0.8 * PRIOR_SECONDS) ** 2) / n;
  return { mean, deviation: Math.max(Math.sqrt(variance), LEAST_VARIATION * mean) };
}
