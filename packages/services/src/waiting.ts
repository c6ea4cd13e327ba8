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

/** What a queue looks like from one ticket. Times in seconds. */
export interface QueueOutlook {
  /** Who goes before it. */
  readonly ahead: number;
  /** For each window that serves the queue: how long the service there has lasted; undefined where it is free. */
  readonly windows: readonly (number | undefined)[];
  /** From call to call, of the day's latest services of this queue. */
  readonly cycleSeconds: readonly number[];
  /** Share of those who come later and yet go first, such as one in twenty. */
  readonly overtaking: number;
  /** How long free windows let those wait who could be called. */
  readonly clerkSeconds: readonly number[];
}

const PRIOR_SECONDS = 420;
const PRIOR_WEIGHT = 4;
const PRIOR_CLERK = [2, 5, 8, 10, 12, 15, 20, 30, 45, 60];
const LEAST_VARIATION = 0.5;
const Z = { low: -1.644_854, median: 0, p90: 1.281_552, high: 1.644_854 } as const;
/** Spread of the pace itself from hour to hour (other items, other staff, those who overtake), relative. */
export const PACE_VARIATION = 0.28;

/**
 * The wait until a ticket is called. The time until `ahead` + 1 services have ended, those under way among them, is taken as a
 * gamma variable with the mean and the spread of the day's services, shrunk towards a prior while the day is young; its quantiles
 * follow Wilson and Hilferty (1931). Where a window is free, only its clerk is waited for. Undefined where no window is open.
 */
export function expectedWait(outlook: QueueOutlook): Wait | undefined {
  const { ahead, windows, cycleSeconds, clerkSeconds, overtaking } = outlook;
  const open = windows.length;
  if (open === 0) return undefined;
  const underWay = windows.filter((busy) => busy !== undefined);
  const completions = ahead + 1 - (open - underWay.length);
  if (completions <= 0) return clerkWait(clerkSeconds);
  const { mean, variance, n } = servicePace(cycleSeconds, underWay);
  const services = completions * (1 + overtaking) - 0.5 + variance / (2 * mean * mean);
  const waitMean = (services * mean) / open;
  const paceVariance = (PACE_VARIATION ** 2 + variance / (mean * mean) / n) * waitMean * waitMean;
  const spread = (completions * variance) / (open * open) + paceVariance;
  const shape = (waitMean * waitMean) / spread; // k = μ²/σ²
  return rangeOf((z) => waitMean * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3);
}

/** A wait that begins only in so many seconds. */
export function laterWait({ low, median, p90, high }: Wait, seconds: number): Wait {
  return { low: low + seconds, median: median + seconds, p90: p90 + seconds, high: high + seconds };
}

/** The wait of whoever is called by one way or by another, whichever comes first. */
export function soonerWait(one: Wait, other: Wait): Wait {
  return {
    low: Math.min(one.low, other.low),
    median: Math.min(one.median, other.median),
    p90: Math.min(one.p90, other.p90),
    high: Math.min(one.high, other.high),
  };
}

function clerkWait(clerkSeconds: readonly number[]): Wait {
  const sorted = [...clerkSeconds, ...(clerkSeconds.length < PRIOR_CLERK.length ? PRIOR_CLERK : [])].sort(
    (a, b) => a - b,
  );
  const share = { low: 0.05, median: 0.5, p90: 0.9, high: 0.95 } as const;
  const at = (q: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!);
  return { low: at(share.low), median: at(share.median), p90: at(share.p90), high: at(share.high) };
}

const rangeOf = (quantile: (z: number) => number): Wait => ({
  low: Math.round(quantile(Z.low)),
  median: Math.round(quantile(Z.median)),
  p90: Math.round(quantile(Z.p90)),
  high: Math.round(quantile(Z.high)),
});

/** Mean and variance of a service, and of how many. Those under way count with what they have lasted: the long ones end last, and are not to be missed. */
export function servicePace(cycles: readonly number[], underWay: readonly number[]) {
  const n = cycles.length + PRIOR_WEIGHT;
  const ended = cycles.reduce((sum, seconds) => sum + seconds, 0);
  const plain = (ended + PRIOR_WEIGHT * PRIOR_SECONDS) / n;
  const variance =
    (cycles.reduce((sum, s) => sum + (s - plain) ** 2, 0) + PRIOR_WEIGHT * (0.6 * PRIOR_SECONDS) ** 2) / n;
  const overdue = underWay.reduce((sum, seconds) => sum + Math.max(0, seconds - plain), 0);
  const mean = plain + overdue / n;
  return { mean, variance: Math.max(variance, (LEAST_VARIATION * mean) ** 2), n };
}
