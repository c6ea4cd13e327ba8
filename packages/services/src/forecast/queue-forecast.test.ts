import { normal, type Random, seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { forecastQueue, type QueueState } from './queue-forecast';

const HOUR = 3600;
const day = { until: 4 * HOUR, every: HOUR / 2 };
/** Services of 300 s on average, of which the queue has seen many. */
const cycles = (random: Random) => Array.from({ length: 80 }, () => serviceOf(random));
const SPREAD = 0.6;
const serviceOf = (random: Random) => 300 * Math.exp(SPREAD * normal(random) - SPREAD ** 2 / 2);

/** A rush in the second hour; five windows, of which two have a break in the third. */
const rush: QueueState = {
  waiting: 6,
  underWay: [100, 100, 100, 100, 100],
  cycleSeconds: cycles(seededRandom(1)),
  arrivalsAt: (t) => (t > HOUR && t < 2 * HOUR ? 80 : 50) / HOUR,
  windowsAt: (t) => (t > 2 * HOUR && t < 3 * HOUR ? 3 : 5),
};

/** The waits of one simulated day of the same queue, by when their visitors came. */
function simulated({ waiting, arrivalsAt, windowsAt }: QueueState, random: Random): [number, number][] {
  const free = Array.from({ length: 5 }, () => serviceOf(random) * random());
  const came = [...Array.from({ length: waiting }, () => 0)];
  for (let t = 0; t < day.until; t += 1) if (random() < arrivalsAt(t)) came.push(t);
  return came.map((at) => {
    const serving = windowsAt(at);
    const sorted = free.map((until, i) => ({ until, i })).sort((a, b) => a.until - b.until);
    const next = sorted[Math.max(0, free.length - serving)]!; // those free longest have their break
    const called = Math.max(at, next.until);
    free[next.i] = called + serviceOf(random);
    return [at, called - at];
  });
}

describe('a forecast', () => {
  it('of a queue with nobody to come falls to nothing', () => {
    const spans = forecastQueue({ ...rush, waiting: 40, arrivalsAt: () => 0 }, day);
    expect(spans[0]!.median).toBeGreaterThan(0);
    expect(spans.at(-1)).toMatchObject({ median: 0, p90: 0 });
  });

  it('grows with the rush, and with fewer windows', () => {
    const medians = forecastQueue(rush, day).map(({ median }) => median);
    expect(medians[3]!).toBeGreaterThan(medians[0]!);
    expect(medians[5]!).toBeGreaterThan(medians[3]!);
    const more = forecastQueue({ ...rush, windowsAt: (t) => rush.windowsAt(t) + 1 }, day);
    more.forEach(({ median, p90 }, i) => {
      expect(median).toBeLessThanOrEqual(medians[i]!);
      expect(p90).toBeGreaterThanOrEqual(median);
    });
  });

  it('leaves out the hours in which no window serves', () => {
    const spans = forecastQueue({ ...rush, windowsAt: (t) => (t < HOUR ? 5 : 0) }, day);
    expect(spans.map(({ until }) => until)).toEqual([HOUR / 2, HOUR]);
  });

  it('holds for simulated days: half wait less than the median, nine of ten less than the 90 % mark', () => {
    const steady = { ...rush, windowsAt: () => 5 };
    const random = seededRandom(7);
    const shares = Array.from({ length: 8 }, () => ({ all: 0, median: 0, p90: 0 }));
    for (let run = 0; run < 40; run++) {
      const spans = forecastQueue({ ...steady, cycleSeconds: cycles(random) }, day);
      for (const [at, wait] of simulated(steady, random).slice(rush.waiting)) {
        const i = Math.min(spans.length - 1, Math.floor(at / day.every));
        shares[i]!.all++;
        if (wait <= spans[i]!.median) shares[i]!.median++;
        if (wait <= spans[i]!.p90) shares[i]!.p90++;
      }
    }
    for (const { all, median, p90 } of shares) {
      expect(median / all).toBeGreaterThan(0.4);
      expect(median / all).toBeLessThan(0.75);
      expect(p90 / all).toBeGreaterThan(0.85);
    }
  });
});
