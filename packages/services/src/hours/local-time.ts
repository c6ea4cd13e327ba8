import type { LocalTime } from '@daoyin/venue';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of an IANA time zone (`Asia/Shanghai`) at `atMs`. Throws a RangeError for a zone that there is not. */
export function localTime(atMs: number, timeZone: string): LocalTime {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    const [dateStyle, timeStyle] = ['short', 'short'] as const;
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle, timeStyle }); // 2018-02-15 04:05
    clocks.set(timeZone, clock);
  }
  const [year, month, day, hour, minute] = clock.format(atMs).split(/\D+/).map(Number);
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute! };
}

/** Minutes since 1970 on the wall clock itself, whatever its zone. */
export function minutesOf({ year, month, day, hour, minute }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

/** What the wall clock shows so many minutes after 1970 on it; parts of a minute are dropped. */
export function timeAt(minutes: number): LocalTime {
  const date = new Date(minutes * 60_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}
