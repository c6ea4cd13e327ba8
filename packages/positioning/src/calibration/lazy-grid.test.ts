import { expect, it } from 'vitest';
import { LazyGrid } from './lazy-grid';

it('a function linear in x and y is itself, on both sides of 0', () => {
  const grid = new LazyGrid(2, (x, y) => 3 * x - y + 0.5);
  for (const [x, y] of [
    [0, 0],
    [-0.1, 31.9],
    [-63.7, -40.2],
    [1000.3, -7],
  ] as const)
    expect(grid.at(x, y)).toBeCloseTo(3 * x - y + 0.5, 3);
});

it('a node is evaluated once, and its first answer is that of every later one', () => {
  let calls = 0;
  const grid = new LazyGrid(1, (x, y) => {
    calls++;
    return x / 3 + y / 7;
  });
  const first = grid.at(5.2, 6.9);
  expect(calls).toBe(4);
  expect(grid.at(5.2, 6.9)).toBe(first);
  expect(calls).toBe(4);
});
