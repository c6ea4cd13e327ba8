import { normal, seededRandom } from '@daoyin/geometry';
import { expect, it } from 'vitest';
import { expectedWait } from './waiting';

const busy = (count: number) => Array.from({ length: count }, () => 60);
const wait = (ahead: number, windows: readonly (number | undefined)[], cycleSeconds: readonly number[]) =>
  expectedWait({ ahead, windows, cycleSeconds, clerkSeconds: [], overtaking: 0 });

it('waiting grows with the people before, and falls with the windows', () => {
  const day = Array.from({ length: 50 }, (_, i) => 200 + 10 * i);
  const few = wait(2, busy(4), day)!;
  expect(wait(6, busy(4), day)!.median).toBeGreaterThan(few.median);
  expect(wait(2, busy(8), day)!.median).toBeLessThan(few.median);
  expect(few.low).toBeLessThan(few.median);
  expect(few.median).toBeLessThan(few.p90);
  expect(few.p90).toBeLessThan(few.high);
});

it('without an open window there is no wait to name, with a free one only its clerk is waited for', () => {
  expect(wait(3, [], [])).toBeUndefined();
  expect(wait(0, [60, undefined], [])!.high).toBeLessThanOrEqual(60);
});

it('who is overtaken by some waits longer', () => {
  const overtaken = {
    ahead: 6,
    windows: busy(2),
    cycleSeconds: [300, 400],
    clerkSeconds: [],
    overtaking: 0.2,
  };
  expect(expectedWait(overtaken)!.median).toBeGreaterThan(
    expectedWait({ ...overtaken, overtaking: 0 })!.median,
  );
});

/** The rest of the service that is under way when a visitor comes: from a window that has been busy for an hour or so. */
function warmedUp(service: () => number): number {
  let end = -6000;
  while (end < 0) end += service();
  return end;
}

it('in simulated queues, whose pace differs from the morning’s by a quarter, about half are called before the median, nine of ten before the 90 % mark and within the range', () => {
  const random = seededRandom(5);
  let pace = 1;
  const service = () => pace * 300 * Math.exp(0.6 * normal(random) - 0.18);
  const day = Array.from({ length: 200 }, service);
  const [ahead, windows, runs] = [7, 3, 4000];
  const counts = { median: 0, p90: 0, within: 0 };
  const range = wait(ahead, busy(windows), day)!;
  for (let run = 0; run < runs; run++) {
    pace = Math.max(0.3, 1 + 0.25 * normal(random));
    const free = Array.from({ length: windows }, () => warmedUp(service));
    let calledAt = 0;
    for (let person = 0; person <= ahead; person++) {
      const next = free.indexOf(Math.min(...free));
      calledAt = free[next]!;
      free[next] = calledAt + service();
    }
    if (calledAt <= range.median) counts.median++;
    if (calledAt <= range.p90) counts.p90++;
    if (calledAt >= range.low && calledAt <= range.high) counts.within++;
  }
  expect(counts.median / runs).toBeGreaterThan(0.4);
  expect(counts.median / runs).toBeLessThan(0.65);
  expect(counts.p90 / runs).toBeGreaterThan(0.85);
  expect(counts.p90 / runs).toBeLessThan(0.97);
  expect(counts.within / runs).toBeGreaterThan(0.85);
  expect(counts.within / runs).toBeLessThan(0.97);
});
