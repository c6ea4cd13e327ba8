import type { LocalTime } from '@daoyin/venue';
import type { JourneyPlace, JourneyStop, WalkingTime } from './types';

/** A Wednesday. */
export const at: LocalTime = { year: 2026, month: 11, day: 25, hour: 9, minute: 0 };
export const clock = (hour: number, minute = 0): LocalTime => ({ ...at, hour, minute });

/** Places on a line, a metre a second apart: the walking time from `w3` to `w10` is 7 × 60 s. */
export const alongALine: WalkingTime = (a, b) => 60 * Math.abs(Number(a.slice(1)) - Number(b.slice(1)));

export function place(number: number, rest: Partial<JourneyPlace> = {}): JourneyPlace {
  return { key: `w${number}`, name: { en: `Window ${number}`, zh: `${number}号窗口` }, ...rest };
}

export function stop(
  id: string,
  places: readonly JourneyPlace[],
  rest: Partial<JourneyStop> = {},
): JourneyStop {
  return { id, name: { en: id, zh: id }, places, service: 300, ...rest };
}

/** A wait of so many minutes, and of twice as many at its 90 % mark. */
export const wait = (minutes: number) => ({ median: 60 * minutes, p90: 120 * minutes });
