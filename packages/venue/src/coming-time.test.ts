import { expect, test } from 'vitest';
import { comingTime } from './coming-time';
import type { LocalTime } from './types';

const on = (month: number, day: number, hour: number, minute = 0): LocalTime => ({
  year: 2026,
  month,
  day,
  hour,
  minute,
});

test.each([
  [on(11, 23, 14), '14:00', 'at 14:00'],
  [on(11, 24, 9, 5), '明天 9:05', 'tomorrow at 9:05'],
  [on(11, 27, 9), '周五 9:00', 'on Friday at 9:00'],
  [on(11, 30, 9), '11月30日 9:00', 'on 30 November at 9:00'],
  [on(12, 1, 9), '12月1日 9:00', 'on 1 December at 9:00'],
])('on a Monday morning one says of %j: %s', (then, zh, en) => {
  const now = on(11, 23, 8);
  expect([comingTime(then, now, 'zh'), comingTime(then, now, 'en')]).toEqual([zh, en]);
});
