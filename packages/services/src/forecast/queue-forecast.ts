import { PACE_VARIATION, servicePace } from '../waiting';
import { waitBelow } from './wait-below';

/** A queue now, and what is to come of it. Times in seconds from now. */
export interface QueueState {
  readonly waiting: number;
  /** How long the services under way have lasted. */
  readonly underWay: readonly number[];
  /** From call to call, of the day's latest services. */
  readonly cycleSeconds: readonly number[];
  /** Numbers taken a second at a time to come. */
  readonly arrivalsAt: (t: number) => number;
  /** Windows that serve at a time to come. */
  readonly windowsAt: (t: number) => number;
}

/** The wait of who comes between `from` and `until`, in seconds; half of them wait less than `median`, nine of ten less than `p90`. */
export interface ForecastSpan {
  readonly from: number;
  readonly until: number;
  readonly median: number;
  readonly p90: number;
}

/** Nobody is told of a longer queue. */
const MOST = 400;
/** Less likely lengths are left out of a step. */
const NEGLIGIBLE = 1e-6;
/** The largest share of a step in which something happens. */
const STEP_SHARE = 0.4;
/** Spread of the pace over hours, relative; what the day's services leave open comes on top. */
const DRIFT = 0.1;
/** Seconds in which arrivals and windows are taken as constant. */
const SLICE = 60;

/**
 * How the wait of a queue develops while windows serve: the chances of each length of the queue go on by the forward equations of an
 * M(t)/M/c(t) queue (Kolmogorov 1931; Green and Kolesar 1991 on such queues over a day), from its length now, at three paces for what
 * nobody knows of it; the wait of who then comes is the mixture of the gamma waits behind each length. Spans in which no window serves
 * are left out.
 */
export function forecastQueue(
  { waiting, underWay, cycleSeconds, arrivalsAt, windowsAt }: QueueState,
  { until, every }: { readonly until: number; readonly every: number },
): ForecastSpan[] {
  const pace = servicePace(cycleSeconds, underWay);
  const courses = pacesOf(pace).map(({ chance, mean }) => {
    const chances = new Float64Array(MOST + 1);
    chances[Math.min(MOST, waiting + underWay.length)] = chance;
    return { chances, mean };
  });
  const spans: ForecastSpan[] = [];
  let now = 0;
  const goOnTo = (t: number) => {
    while (now < t) {
      const slice = Math.min(SLICE, t - now);
      const [arrivals, windows] = [arrivalsAt(now), windowsAt(now)];
      for (const { chances, mean } of courses) advance(chances, { arrivals, windows, mean, seconds: slice });
      now += slice;
    }
  };
  for (let from = 0; from < until; from += every) {
    const end = Math.min(until, from + every);
    goOnTo((from + end) / 2);
    const windows = windowsAt(now);
    if (windows > 0) spans.push({ from, until: end, ...waitBehind(courses, windows, pace.variance) });
    goOnTo(end);
  }
  return spans;
}

/** The queue at one pace: the chances of each number of visitors, and the seconds of a service. */
interface Course {
  readonly chances: Float64Array;
  readonly mean: number;
}

/** The pace with its doubt as three paces, by Gauss–Hermite quadrature. */
function pacesOf({ mean, variance, n }: ReturnType<typeof servicePace>) {
  const doubt = Math.sqrt(3) * Math.hypot(DRIFT, Math.sqrt(variance / n) / mean);
  return [
    { chance: 1 / 6, mean: mean * (1 - Math.min(0.9, doubt)) },
    { chance: 2 / 3, mean },
    { chance: 1 / 6, mean: mean * (1 + doubt) },
  ];
}

interface Slice {
  /** A second. */
  readonly arrivals: number;
  readonly windows: number;
  /** Seconds of a service. */
  readonly mean: number;
  readonly seconds: number;
}

/** Carries the chances of each number of visitors, served ones among them, on by explicit steps. */
function advance(chances: Float64Array, { arrivals, windows, mean, seconds }: Slice): void {
  const rate = arrivals + windows / mean;
  const steps = Math.max(1, Math.ceil((rate * seconds) / STEP_SHARE));
  const step = seconds / steps;
  const [birth, death] = [arrivals * step, step / mean];
  for (let k = 0; k < steps; k++) {
    let top = MOST;
    while (top > 0 && chances[top]! < NEGLIGIBLE) top--;
    let flow = 0; // what came into a length from the one below
    for (let n = 0; n <= Math.min(MOST, top + 1); n++) {
      const own = chances[n]!;
      const grows = n < MOST ? own * birth : 0;
      const shrinks = own * Math.min(n, windows) * death;
      const above = n < MOST ? chances[n + 1]! * Math.min(n + 1, windows) * death : 0;
      chances[n] = own - grows - shrinks + flow + above;
      flow = grows;
    }
  }
}

/** Median and 90 % mark of the wait of who joins now, in seconds. */
function waitBehind(courses: readonly Course[], windows: number, variance: number) {
  const gammas: { chance: number; mean: number; variance: number }[] = [];
  let free = 0;
  for (const { chances, mean } of courses) {
    for (const [n, chance] of chances.entries()) {
      if (n < windows) free += chance;
      else if (chance > NEGLIGIBLE) {
        const ends = n - windows + 1;
        const wait = (ends * mean) / windows;
        const spread = (ends * variance) / (windows * windows) + (PACE_VARIATION * wait) ** 2;
        gammas.push({ chance, mean: wait, variance: spread });
      }
    }
  }
  const below = (seconds: number) =>
    gammas.reduce((sum, gamma) => sum + gamma.chance * waitBelow(seconds, gamma), free);
  return { median: quantile(below, 0.5), p90: quantile(below, 0.9) };
}

/** The whole second below which a share of the waits lie. */
function quantile(below: (seconds: number) => number, share: number): number {
  if (below(0) >= share) return 0;
  let [low, high] = [0, 1];
  while (below(high) < share && high < 86_400) [low, high] = [high, 2 * high];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return Math.round(high);
}
