import { expect, it } from 'vitest';
import { isTimeZone, wallClock } from './wall-clock';

const halfPastTen = { year: 2026, month: 11, day: 25, hour: 10, minute: 30 };

it.each([
  '2026-11-25T10:30',
  '2026-11-25 10:30:59',
  '2026-11-25T10:30:00+08:00',
  '2026-11-25T02:30:00Z',
  '2026-11-24T21:30-05:00',
  Date.UTC(2026, 10, 25, 2, 30),
])('%s is half past ten in Zhongshan', (value) => {
  expect(wallClock(value, 'Asia/Shanghai')).toEqual(halfPastTen);
});

it.each([
  'soon',
  '',
  '2026-11-25',
  '25 Nov 2026 10:30',
  '2026-13-40T10:30',
  '2026-02-30T10:30',
  Number.NaN,
  null,
  {},
  true,
])('%s is no moment', (value) => {
  expect(wallClock(value, 'Asia/Shanghai')).toBeUndefined();
});

it('knows a time zone from a name that is none', () => {
  expect([isTimeZone('Europe/Paris'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
});
