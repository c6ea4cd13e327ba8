import { normal, seededRandom } from '@daoyin/geometry';
import { expect, it } from 'vitest';
import { expectedWait } from './waiting';

it('waiting grows with the people before, and falls with the windows', () => {
  const day = Array.from({ length: 50 }, (_, i) => 200 + 10 * i);
  const few = expectedWait(2, 4, day)!;
  expect(expectedWait(6, 4, day)!.median).toBeGreaterThan(few.median);
  expect(expectedWait(2, 8, day)!.median).toBeLessThan(few.median);
  expect(few.p90).toBeGreaterThan(few.median);
});

it('without an open window there is no wait to name', () => {
  expect(expectedWait(3, 0, [])).toBeUndefined();
});

/** The rest of the service that is under way when a visitor comes: from a window that has been busy for an hour or so. */
function warmedUp(service: () => number): number {
  let end = -6000;
  while (end < 0) end += service();
  return end;
}

it('in simulated queues about half are called before the median and nine of ten before the 90 % mark', () => {
  const random = seededRandom(5);
  const service = () => 300 * Math.exp(0.6 * normal(random) - 0.18);
  const day = Array.from({ length: 200 }, service);
  const [ahead, windows, runs] = [7, 3, 4000];
  let [beforeMedian, beforeP90] = [0, 0];
  const wait = expectedWait(ahead, windows, day)!;
  for (let run = 0; run < runs; run++) {
    const free = Array.from({ length: windows }, () => warmedUp(service));
    let calledAt = 0;
    for (let person = 0; person <= ahead; person++) {
      const next = free.indexOf(Math.min(...free));
      calledAt = free[next]!;
      free[next] = calledAt + service();
    }
    if (calledAt <= wait.median) beforeMedian++;
    if (calledAt <= wait.p90) beforeP90++;
  }
  expect(beforeMedian / runs).toBeGreaterThan(0.4);
  expect(beforeMedian / runs).toBeLessThan(0.65);
  expect(beforeP90 / runs).toBeGreaterThan(0.85);
  expect(beforeP90 / runs).toBeLessThan(0.97);
});
