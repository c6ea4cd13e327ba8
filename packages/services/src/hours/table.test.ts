import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { parseHours, tableOf } from './hours';
import { minutesOf, timeAt } from './local-time';
import { hoursOf, readerOf } from './table';

const holidays = [
  { name: { en: 'New Year' }, from: '2026-12-31', to: '2027-01-02' },
  { name: { en: 'Labour Day' }, from: '2026-05-01', to: '2026-05-05', worked: ['2026-05-09'] },
  {
    name: { en: 'National Day' },
    from: '2026-10-01',
    to: '2026-10-07',
    worked: ['2026-09-20', '2026-10-10'],
  },
];
const texts = [
  '24/7',
  '',
  'Mo-Fr 09:00-12:00,14:00-17:00',
  'Mo-Fr 08:30-18:30',
  'Tu,Th 17:00-18:00',
  'Fr-Mo 20:00-02:00',
  'Mo-Su 00:00-24:00',
  'Mo-Fr 09:00-17:00; PH off',
  'Apr-Oct Mo-Sa 08:00-18:00; Nov-Mar Mo-Fr 09:00-16:00',
  'Mo-Fr 09:00-17:00; Dec 24 off; 2026 Jun 03 10:00-11:00',
  'week 01-53/2 We 10:00-12:00',
];

describe('hours as a table', () => {
  it.each(texts)('“%s” are open and change when those that were read do', (text) => {
    const read = parseHours(text, holidays)!;
    const table = hoursOf(JSON.parse(JSON.stringify(tableOf(text, 2026))), holidays);
    const random = seededRandom(text.length);
    const [from, until] = [2026, 2027].map((year) =>
      minutesOf({ year, month: 1, day: 1, hour: 0, minute: 0 }),
    );
    const worked = minutesOf({ year: 2026, month: 5, day: 7, hour: 0, minute: 0 });
    for (let i = 0; i < 200; i++) {
      const at = timeAt(
        i < 120 ? from! + Math.floor(random() * (until! - from!)) : worked + Math.floor(random() * 5 * 1440),
      );
      expect([at, table.isOpen(at)]).toEqual([at, read.isOpen(at)]);
      expect([at, table.nextChange(at)]).toEqual([at, read.nextChange(at)]);
    }
  });

  it('that nobody can read are none, and what lies beyond a table counts as open', () => {
    expect(tableOf('when I like', 2026)).toBeUndefined();
    const winter = hoursOf(tableOf('Jan 09:00-10:00', 2026)!);
    expect(winter.isOpen({ year: 2027, month: 6, day: 1, hour: 9, minute: 30 })).toBe(false);
    expect(winter.isOpen({ year: 2028, month: 6, day: 1, hour: 9, minute: 30 })).toBe(true);
  });

  it('of a hall are found by their text', () => {
    const read = readerOf(
      { timeZone: 'Asia/Shanghai', tables: { 'Mo 09:00-10:00': tableOf('Mo 09:00-10:00', 2026)! } },
      [],
    );
    expect(read('Mo 09:00-10:00')?.isOpen({ year: 2026, month: 11, day: 23, hour: 9, minute: 0 })).toBe(true);
    expect(read('constructor')).toBeUndefined();
  });
});
