import { describe, expect, it } from 'vitest';
import { HOLIDAYS, HOLIDAYS_KNOWN_UNTIL } from './holidays';

const DAY_MS = 86_400_000;
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());
const daysOf = ({ from, to }: { readonly from: string; readonly to: string }) =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY_MS + 1 }, (_, i) =>
    new Date(Date.parse(from) + i * DAY_MS).toISOString().slice(0, 10),
  );
/** The days off that the law gives for each holiday: until 2024, and since. */
const BY_LAW: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1],
  春节: [3, 4],
  清明节: [1, 1],
  劳动节: [1, 2],
  端午节: [1, 1],
  中秋节: [1, 1],
  国庆节: [3, 3],
};

describe('public holidays of the sample hall', () => {
  const noticed = HOLIDAYS.filter(({ to }) => to <= HOLIDAYS_KNOWN_UNTIL);

  it.each(noticed.map((one) => [one.holiday.zh, one.to, one] as const))(
    '%s that ends on %s: the working days off are those of the law and those worked for on weekends',
    (name, to, one) => {
      const free = daysOf(one).filter((day) => !isWeekend(day)).length;
      expect(free - one.worked.length).toBe(BY_LAW[name]![to < '2025' ? 0 : 1]);
    },
  );

  it('only days of weekends are worked for a holiday, and none that is itself off', () => {
    const off = new Set(HOLIDAYS.flatMap(daysOf));
    for (const day of HOLIDAYS.flatMap(({ worked }) => worked))
      expect([day, isWeekend(day), off.has(day)]).toEqual([day, true, false]);
  });

  it('of a year without a notice there are the days of the law, and no others', () => {
    const next = HOLIDAYS.filter(({ from }) => from > HOLIDAYS_KNOWN_UNTIL);
    expect(next.map(({ holiday, ...days }) => [holiday.zh, daysOf(days).length])).toEqual(
      Object.entries(BY_LAW).map(([name, [, since]]) => [name, since]),
    );
    expect(next.flatMap(({ worked }) => worked)).toEqual([]);
  });
});
