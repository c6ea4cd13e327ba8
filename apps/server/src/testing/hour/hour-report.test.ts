import { describe, expect, it } from 'vitest';
import { type HourFigures, type Minute, verdictOf } from './hour-report';
import type { Timing } from './timed-calls';

const calls = (count: number, ms: number, status = 201): readonly Timing[] =>
  Array.from({ length: count }, () => ({ route: 'take', status, ms }));
const minutes = (residentOf: (minute: number) => number): readonly Minute[] =>
  Array.from({ length: 60 }, (_, i) => ({
    ...{ minute: i + 1, taken: 83, calls: 400, failed: 0, p50Ms: 5, p99Ms: 50, slowestMs: 90 },
    ...{ pageP95Ms: 20, pages: 3000, readings: 10_000, cpu: 0.4, heapMb: 120, stoodStillMs: 30 },
    residentMb: residentOf(i + 1),
  }));
const sound: HourFigures = {
  minutes: minutes((minute) => 800 + 20 * (minute % 2)),
  timings: calls(5000, 10),
  delaysMs: [20, 30],
  readings: { sent: 36_000_000, accounted: 36_000_000, seconds: 3600 },
  wanted: { ticketsAnHour: 5000, readingsASecond: 10_000 },
  seconds: 3600,
};
const complaints = (changed: Partial<HourFigures>) => verdictOf({ ...sound, ...changed }).complaints;

describe('an hour is held', () => {
  it('where calls are quick, nothing is lost, and memory goes up and down only', () => {
    expect(complaints({})).toEqual([]);
  });

  it.each([
    [
      'two calls of a hundred are slow',
      { timings: [...calls(4900, 10), ...calls(100, 300)] },
      'within 200 ms',
    ],
    ['a call failed', { timings: [...calls(5000, 10), ...calls(1, 10, 503)] }, '1 calls failed'],
    ['a call was never answered', { timings: [...calls(5000, 10), ...calls(1, 10, 0)] }, '1 calls failed'],
    ['fewer numbers were given than people came', { timings: calls(4700, 10) }, 'tickets an hour'],
    [
      'a reading was lost',
      { readings: { sent: 36_000_000, accounted: 35_999_999, seconds: 3600 } },
      '1 readings',
    ],
    ['pages were told late', { delaysMs: [3000, 20] }, 'in 2 s'],
    [
      'memory grows all the time',
      { minutes: minutes((minute) => 800 + 3 * minute) },
      'memory grows by 180 MB',
    ],
  ] satisfies [string, Partial<HourFigures>, string][])('not where %s', (_, changed, words) => {
    expect(complaints(changed)).toEqual([expect.stringContaining(words)]);
  });
});
