import type { LocalTime } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { hallStates, isOpen, parseHours } from './hours';
import { localTime } from './local-time';

const on = (day: string, clock: string): LocalTime => {
  const [year, month, date] = day.split('-').map(Number);
  const [hour, minute] = clock.split(':').map(Number);
  return { year: year!, month: month!, day: date!, hour: hour!, minute: minute! };
};
const REGULAR = 'Mo-Fr 09:00-12:00,14:00-17:00';
const hours = { regular: REGULAR, extended: 'Tu,Th 17:00-18:00', selfService: '24/7', stations: '' };
const holidays = [{ name: { en: 'Spring Festival' }, from: '2018-02-15', to: '2018-02-21' }];

describe('hours', () => {
  it('a window is shut at noon, in the evening and on Saturday', () => {
    expect(isOpen(REGULAR, on('2018-03-05', '09:00'))).toBe(true);
    expect(isOpen(REGULAR, on('2018-03-05', '12:00'))).toBe(false);
    expect(isOpen(REGULAR, on('2018-03-05', '16:59'))).toBe(true);
    expect(isOpen(REGULAR, on('2018-03-05', '17:00'))).toBe(false);
    expect(isOpen(REGULAR, on('2018-03-10', '10:00'))).toBe(false);
  });

  it('on a holiday only what never closes is open', () => {
    expect(isOpen(REGULAR, on('2018-02-19', '10:00'), holidays)).toBe(false);
    expect(isOpen(REGULAR, on('2018-02-22', '10:00'), holidays)).toBe(true);
    expect(isOpen('24/7', on('2018-02-19', '03:00'), holidays)).toBe(true);
  });

  it('the next change leaps over the night, the weekend and the holiday', () => {
    const parsed = parseHours(REGULAR, holidays)!;
    expect(parsed.nextChange(on('2018-03-05', '10:00'))).toEqual(on('2018-03-05', '12:00'));
    expect(parsed.nextChange(on('2018-03-09', '18:00'))).toEqual(on('2018-03-12', '09:00'));
    expect(parsed.nextChange(on('2018-02-14', '18:00'))).toEqual(on('2018-02-22', '09:00'));
  });

  it('rules of the text for holidays give way to the catalogue, and do not make it unreadable', () => {
    for (const text of [`${REGULAR}; PH off`, `${REGULAR}; PH,SH off`, 'Mo-Fr,PH 09:00-12:00,14:00-17:00']) {
      expect(isOpen(text, on('2018-03-08', '10:00'), holidays)).toBe(true);
      expect(isOpen(text, on('2018-02-19', '10:00'), holidays)).toBe(false);
      expect(isOpen(text, on('2018-03-08', '13:00'), holidays)).toBe(false);
    }
    expect(isOpen('PH 10:00-12:00', on('2018-03-08', '10:00'))).toBe(false);
  });

  it('a Saturday that is worked for a holiday has the hours of a Monday, without the late hour of Tuesdays', () => {
    const spring = [{ ...holidays[0]!, worked: ['2018-02-11', '2018-02-24'] }];
    const saturday = (clock: string) => on('2018-02-24', clock);
    expect(isOpen(REGULAR, saturday('10:00'), spring)).toBe(true);
    expect(isOpen(REGULAR, saturday('13:00'), spring)).toBe(false);
    expect(isOpen('Tu,Th 17:00-18:00', saturday('17:30'), spring)).toBe(false);
    expect(isOpen('Mo-Sa 09:00-10:00; Sa 11:00-12:00', saturday('11:30'), spring)).toBe(false);
    expect(isOpen(REGULAR, on('2018-02-25', '10:00'), spring)).toBe(false);
    const parsed = parseHours(REGULAR, spring)!;
    expect(parsed.nextChange(on('2018-02-23', '18:00'))).toEqual(saturday('09:00'));
    expect(parsed.nextChange(saturday('15:00'))).toEqual(saturday('17:00'));
    expect(parsed.nextChange(saturday('17:00'))).toEqual(on('2018-02-26', '09:00'));
  });

  it('hours that nobody can read are no hours, and empty ones are never open', () => {
    expect(isOpen('when I like', on('2018-03-05', '10:00'))).toBeUndefined();
    expect(isOpen('', on('2018-03-05', '10:00'))).toBe(false);
  });
});

describe('the hall', () => {
  it('serves by appointment for an hour after closing on Tuesday and Thursday', () => {
    const state = (day: string, clock: string) => hallStates({ hours, holidays })(on(day, clock));
    expect(state('2018-03-06', '17:30')).toEqual({
      kind: 'by-appointment',
      until: on('2018-03-06', '18:00'),
    });
    expect(state('2018-03-07', '17:30')).toEqual({ kind: 'closed', opens: on('2018-03-08', '09:00') });
    expect(state('2018-03-06', '10:00')).toEqual({ kind: 'open', until: on('2018-03-06', '12:00') });
  });
});

it('the wall clock of China is eight hours before Greenwich, that of Paris one or two', () => {
  expect(localTime(Date.UTC(2018, 1, 14, 20, 5), 'Asia/Shanghai')).toEqual(on('2018-02-15', '04:05'));
  expect(localTime(Date.UTC(2018, 1, 14, 23, 59), 'Europe/Paris')).toEqual(on('2018-02-15', '00:59'));
  expect(localTime(Date.UTC(2018, 6, 14, 23, 59), 'Europe/Paris')).toEqual(on('2018-07-15', '01:59'));
});
