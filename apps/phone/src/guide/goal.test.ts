import { expect, it, vi } from 'vitest';

vi.mock('@daoyin/ui', () => ({}));
const { leadOf } = await import('./useGoal');

it('a number leads to its window until it is passed, then to the guide desk, and in the end nowhere', () => {
  for (const state of ['waiting', 'called', 'serving', 'held'] as const)
    expect(leadOf({ state, window: '32' })).toBe('window/32');
  for (const state of ['passed', 'no-show'] as const) expect(leadOf({ state, window: '32' })).toBe('desk');
  for (const state of ['done', 'cancelled'] as const) expect(leadOf({ state, window: '32' })).toBe('nowhere');
  expect(leadOf({ state: 'waiting', window: null })).toBe('nowhere');
});
