import type { Holiday } from '../types';

const DAY_MINUTES = 1440;
const DAYS_A_WEEK = 7;

/** A day that is worked for a holiday, in minutes of the wall clock since 1970, and how far it is to the Monday whose hours it has. */
export interface WorkedDay {
  readonly from: number;
  readonly toMonday: number;
}

/** The days of weekends that are worked for holidays. */
export function workedDays(holidays: readonly Holiday[]): readonly WorkedDay[] {
  return holidays
    .flatMap(({ worked = [] }) => worked)
    .map((day) => {
      const from = Date.parse(`${day}T00:00Z`) / 60_000;
      const weekday = new Date(from * 60_000).getUTCDay();
      return { from, toMonday: ((DAYS_A_WEEK + 1 - weekday) % DAYS_A_WEEK || DAYS_A_WEEK) * DAY_MINUTES };
    });
}

/** The worked day that holds `minutes`. */
export function workedDayAt(days: readonly WorkedDay[], minutes: number): WorkedDay | undefined {
  return days.find(({ from }) => from <= minutes && minutes < from + DAY_MINUTES);
}

/** When the hours of worked days can change: at their midnights, and where those of their Monday do, of `edgesOf` a span of minutes. */
export function workedEdges(
  days: readonly WorkedDay[],
  edgesOf: (from: number, to: number) => readonly number[],
): readonly number[] {
  return days.flatMap(({ from, toMonday }) => {
    const monday = from + toMonday;
    const edges = edgesOf(monday, monday + DAY_MINUTES).map((edge) => edge - toMonday);
    return [from, ...edges.filter((edge) => edge > from && edge < from + DAY_MINUTES), from + DAY_MINUTES];
  });
}
