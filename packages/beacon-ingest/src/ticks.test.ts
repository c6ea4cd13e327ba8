import { expect, it } from 'vitest';
import { createTicks, LONGEST_SILENCE_MS } from './ticks';

it('ticks on multiples of the period, from the first input to the last', () => {
  const ticks = createTicks(1000);
  expect(ticks.before(1500)).toEqual([]);
  expect(ticks.before(2000)).toEqual([]);
  expect(ticks.before(2000)).toEqual([]);
  expect(ticks.before(2001)).toEqual([2000]);
  expect(ticks.before(5000)).toEqual([3000, 4000]);
  expect(ticks.rest()).toEqual([5000]);
  expect(ticks.rest()).toEqual([]);
});

it('goes on through a gap of a minute', () => {
  const ticks = createTicks(1000);
  ticks.before(0);
  expect(ticks.before(60_500)).toHaveLength(61);
});

it('is silent in a night, and goes on in the morning', () => {
  const ticks = createTicks(1000);
  ticks.before(0);
  const morning = 10 * 3_600_000;
  expect(ticks.before(morning)).toHaveLength(LONGEST_SILENCE_MS / 1000 + 1);
  expect(ticks.before(morning + 1)).toEqual([morning]);
});

it('starts again from any time', () => {
  const ticks = createTicks(500);
  ticks.before(10_000);
  ticks.restart();
  expect(ticks.before(250)).toEqual([]);
  expect(ticks.before(600)).toEqual([500]);
});

it('refuses a period of 0', () => {
  expect(() => createTicks(0)).toThrow('got 0');
});
