import { expect, it } from 'vitest';
import { appointmentAhead, PASSED_BEHIND, type QueueEntry, queuedAfterPass, queueOrder } from './queue';

const MINUTE = 60_000;
const entry = (ordinal: number, atMinute: number, more: Partial<QueueEntry> = {}): QueueEntry => ({
  number: `A${ordinal}`,
  ordinal,
  priority: 'normal',
  queuedAtMs: atMinute * MINUTE,
  ...more,
});
const order = (waiting: readonly QueueEntry[], atMinute: number) =>
  queueOrder(waiting, atMinute * MINUTE).map(({ ordinal }) => ordinal);

it('first come, first called', () => {
  expect(order([entry(3, 2), entry(1, 0), entry(2, 0)], 10)).toEqual([1, 2, 3]);
});

it('priority overtakes those of half an hour, never those who wait longer', () => {
  expect(order([entry(1, 0), entry(2, 20), entry(3, 40, { priority: 'priority' })], 40)).toEqual([1, 3, 2]);
});

it('an appointment goes first from five minutes before it to a quarter of an hour after', () => {
  const waiting = [entry(1, 0), entry(2, 50, { appointmentMs: 60 * MINUTE })];
  expect(order(waiting, 54)).toEqual([1, 2]);
  expect(order(waiting, 55)).toEqual([2, 1]);
  expect(order(waiting, 76)).toEqual([1, 2]);
});

it('who comes back after a pass goes behind three, with priority too', () => {
  const waiting = [entry(2, 1), entry(3, 2), entry(4, 3), entry(5, 4)];
  for (const priority of ['normal', 'priority'] as const) {
    const queuedAtMs = queuedAfterPass(waiting[PASSED_BEHIND - 1], { priority }, 9 * MINUTE);
    expect(order([...waiting, entry(1, 0, { priority, queuedAtMs })], 9)).toEqual([2, 3, 4, 1, 5]);
  }
  expect(queuedAfterPass(undefined, { priority: 'normal' }, 9 * MINUTE)).toBe(9 * MINUTE);
});

it('an appointment later on is waited for until it is due, behind those of an earlier time', () => {
  const at = (minute: number) => ({ appointmentMs: minute * MINUTE });
  const waiting = [entry(1, 0), entry(2, 30, at(60)), entry(3, 31, at(45))];
  expect(appointmentAhead(waiting[1]!, waiting, 40 * MINUTE)).toEqual({ dueMs: 55 * MINUTE, ahead: 1 });
  expect(appointmentAhead(waiting[2]!, waiting, 40 * MINUTE)).toBeUndefined();
  expect(appointmentAhead(waiting[0]!, waiting, 40 * MINUTE)).toBeUndefined();
});
