import { expect, it } from 'vitest';
import { ABSENT_MS, type ServingSign, servingWindows } from './serving';

const NOW_MS = 10 * ABSENT_MS;
const served = (window: string, finishedAtMs: number): ServingSign => ({
  state: 'done',
  window,
  queuedAtMs: 0,
  calledAtMs: finishedAtMs - 1000,
  finishedAtMs,
});
const waits = (queuedAtMs: number): ServingSign => ({ state: 'waiting', queuedAtMs });
const serving = (
  tickets: readonly ServingSign[],
  counters: readonly (readonly [string, boolean])[] = [],
  byHours = true,
) => servingWindows(['1', '2', '3'], { tickets, counters: new Map(counters), byHours, nowMs: NOW_MS });

it('where nobody has said or done anything yet, the hours count', () => {
  expect(serving([])).toEqual(['1', '2', '3']);
  expect(serving([], [], false)).toEqual([]);
});

it('what was said by hand holds, in the hours and outside of them', () => {
  expect(serving([], [['2', true]])).toEqual(['2']);
  expect(serving([], [['2', true]], false)).toEqual(['2']);
  expect(serving([], [['2', false]])).toEqual(['1', '3']);
  expect(serving([served('2', NOW_MS)], [['2', false]])).toEqual([]);
});

it('once one has called, those that have not have no clerk', () => {
  expect(serving([served('3', NOW_MS - 5000)])).toEqual(['3']);
});

it('a window that leaves people waiting has no clerk any more; one that nobody waits for has', () => {
  const long = NOW_MS - 2 * ABSENT_MS;
  expect(serving([served('1', long), served('2', NOW_MS)])).toEqual(['1', '2']);
  expect(serving([served('1', long), served('2', NOW_MS), waits(NOW_MS - 1000)])).toEqual(['1', '2']);
  expect(serving([served('1', long), served('2', NOW_MS), waits(long)])).toEqual(['2']);
  const busy: ServingSign = { state: 'serving', window: '1', queuedAtMs: 0, calledAtMs: long };
  expect(serving([busy, served('2', NOW_MS), waits(long)])).toEqual(['1', '2']);
});
