import { seededRandom } from '@daoyin/geometry';
import { expect, it } from 'vitest';
import { createTimeline } from './timeline';

/** What became of inputs at these times, in words. */
function outcome(times: readonly number[]): string[] {
  const timeline = createTimeline<number>();
  return times.flatMap((atMs) =>
    timeline.admit(atMs, atMs).map((admission) => {
      if (admission.kind === 'restart') return `restart ${admission.byMs}`;
      if (admission.kind === 'drop') return `${admission.reason} ${admission.item}`;
      return admission.atMs === admission.item
        ? `${admission.item}`
        : `${admission.item} as ${admission.atMs}`;
    }),
  );
}

it('takes what comes in order, equal times too', () => {
  expect(outcome([5, 5, 7])).toEqual(['5', '5', '7']);
});

it('takes what is a little late with the latest time, and drops what is too late', () => {
  expect(outcome([1000, 900, 1010, 100])).toEqual(['1000', '900 as 1000', '1010', 'late 100']);
});

it('takes a gap of a minute as soon as a second input confirms it', () => {
  expect(outcome([1000, 61_000, 61_010])).toEqual(['1000', '61000', '61010']);
});

it('drops a lone time an hour ahead, and goes on', () => {
  expect(outcome([1000, 3_601_000, 1010, 1020])).toEqual(['1000', 'time-spike 3601000', '1010', '1020']);
});

it('starts anew when the clock was set back for good', () => {
  const back = Array.from({ length: 12 }, (_, i) => i * 400);
  const said = outcome([100_000, ...back]);
  expect(said.slice(0, 10)).toEqual(['100000', ...back.slice(0, 9).map((t) => `late ${t}`)]);
  expect(said.slice(10)).toEqual(['restart 96400', '3600', '4000', '4400']);
});

it('does not start anew for a block of old inputs, nor for time that runs backwards', () => {
  expect(outcome([100_000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 100_001]).at(-1)).toBe('100001');
  const backwards = Array.from({ length: 100 }, (_, i) => 100_000 - i * 500);
  expect(outcome(backwards).some((said) => said.startsWith('restart'))).toBe(false);
});

it('never lets time fall between restarts, whatever comes', () => {
  const random = seededRandom(11);
  const timeline = createTimeline<number>();
  let clock = 0;
  let latest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < 20_000; i++) {
    clock += random() * 100;
    const atMs = random() < 0.01 ? clock + (random() - 0.5) * 1e7 : clock - random() * 400;
    for (const admission of timeline.admit(i, atMs)) {
      if (admission.kind === 'restart') latest = Number.NEGATIVE_INFINITY;
      if (admission.kind !== 'take') continue;
      expect(admission.atMs).toBeGreaterThanOrEqual(latest);
      latest = admission.atMs;
    }
  }
  expect(Math.abs(latest - clock)).toBeLessThan(1000);
});
