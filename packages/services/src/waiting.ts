/**
 * A wait as a range, in seconds: half of all visitors wait less than `median`, nine of ten less than `p90`, and nine of ten between
 * `low` (5 %) and `high` (95 %).
 */
export interface Wait {
  readonly low: number;
  readonly median: number;
  readonly p90: number;
  readonly high: number;
}

/** What a queue looks like from one ticket. */
export interface QueueOutlook {
  /** Who goes before it. */
  readonly ahead: number;
  /** For each window that serves the queue: how long the service there has lasted, in seconds; undefined where it is free. */
  readonly windows: readonly (number | undefined)[];
  /** Seconds from call to end of the day's latest services of this queue. */
  readonly serviceSeconds: readonly number[];
}

const PRIOR_SECONDS = 420;
const PRIOR_WEIGHT = 4;
const LEAST_VARIATION = 0.5;
const Z = { low: -1.644_854, median: 0, p90: 1.281_552, high: 1.644_854 } as const;
/** Spread of the pace itself from hour to hour (other items, other staff, those who overtake), relative. */
const PACE_VARIATION = 0.15;

/**
 * The wait until a ticket is called. The time until `ahead` + 1 services have ended, those under way among them, is taken as a
 * gamma variable with the mean and the spread of the day's services, shrunk towards a prior while the day is young; its quantiles
 * follow Wilson and Hilferty (1931). Undefined where no window is open.
 */
export function expectedWait({ ahead, windows, serviceSeconds }: QueueOutlook): Wait | undefined {
  const open = windows.length;
  if (open === 0) return undefined;
  const free = windows.filter((busy) => busy === undefined).length;
  const completions = ahead + 1 - free;
  if (completions <= 0) return { low: 0, median: 0, p90: 0, high: 0 };
  const { mean, variance, n } = servicePace(serviceSeconds);
  const waitMean = ((completions - 0.5) * mean) / open;
  const paceVariance = (PACE_VARIATION ** 2 + variance / (mean * mean) / n) * waitMean * waitMean;
  const spread = (completions * variance) / (open * open) + paceVariance;
  const shape = (waitMean * waitMean) / spread; // k = μ²/σ²
  const quantile = (z: number) =>
    Math.round(waitMean * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3);
  return {
    low: quantile(Z.low),
    median: quantile(Z.median),
    p90: quantile(Z.p90),
    high: quantile(Z.high),
  };
}

function servicePace(seconds: readonly number[]): { mean: number; variance: number; n: number } {
  const n = seconds.length + PRIOR_WEIGHT;
  const mean = (seconds.reduce((sum, s) => sum + s, 0) + PRIOR_WEIGHT * PRIOR_SECONDS) / n;
  const variance =
    (seconds.reduce((sum, s) => sum + (s - mean) ** 2, 0) + PRIOR_WEIGHT * (0.8 * PRIOR_SECONDS) ** 2) / n;
  return { mean, variance: Math.max(variance, (LEAST_VARIATION * mean) ** 2), n };
}
