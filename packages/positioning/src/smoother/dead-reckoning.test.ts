import { expect, test } from 'vitest';
import { DeadReckoning } from './dead-reckoning';

function stepsAt(...timesMs: number[]): DeadReckoning {
  const steps = new DeadReckoning();
  for (const atMs of timesMs) steps.add({ kind: 'step', atMs, length: 0.65, heading: 0 });
  return steps;
}

test('who climbs stairs, a step of the plan in two seconds and more, is on the way all the time', () => {
  const climbing = stepsAt(0, 2300, 4600, 6900);
  for (let atMs = 2300; atMs < 9000; atMs += 100) expect(climbing.striding(atMs)).toBe(true);
});

test('a step alone is no stride', () => {
  expect(stepsAt(0, 600, 1200, 20_000).striding(20_100)).toBe(false);
});

test('who walked with two steps a second stands a second after the last one', () => {
  const walking = stepsAt(...Array.from({ length: 20 }, (_, i) => 500 * i));
  expect(walking.striding(9900)).toBe(true);
  expect(walking.striding(10_600)).toBe(false);
});
