import type { Hours, LocalTime } from '@daoyin/venue';
import OpeningHours from 'opening_hours';
import type { Holiday, Services } from '../types';
import { minutesOf, timeAt } from './local-time';
import type { HoursTable, Span } from './table';
import { workedDayAt, workedDays, workedEdges } from './working-days';

const MOST_CHANGES = 64;

/**
 * Reads hours in OpenStreetMap's opening_hours syntax; undefined where nobody can. Empty text is never open. On a holiday
 * nothing is open but what is open round the clock; the text's own rules for holidays (`PH off`) are left out, since
 * which days they are is the catalogue's to say. A day of a weekend that is worked for a holiday has the hours of the Monday after it.
 */
export function parseHours(text: string, holidays: readonly Holiday[] = []): Hours | undefined {
  if (text.trim() === '') return { isOpen: () => false, nextChange: () => undefined };
  if (text.trim() === '24/7') return { isOpen: () => true, nextChange: () => undefined };
  const hours = tryParse(text);
  if (!hours) return undefined;
  const worked = workedDays(holidays);
  const isOpenOn = (date: Date) => {
    const minutes = minutesOf(timeOf(date));
    const instead = workedDayAt(worked, minutes);
    if (instead) return hours.getState(dateAt(minutes + instead.toMonday));
    return !isHoliday(date, holidays) && hours.getState(date);
  };
  const edges = [
    ...holidays.flatMap(({ from, to }) => [midnight(from), midnight(to, 1)]),
    ...workedEdges(worked, (from, to) => spansIn(hours, dateAt(from), dateAt(to)).flat()).map(dateAt),
  ];
  return {
    isOpen: (at) => isOpenOn(dateOf(at)),
    nextChange: (at) => {
      const before = isOpenOn(dateOf(at));
      let date: Date | undefined = dateOf(at);
      for (let i = 0; i < MOST_CHANGES && date; i++) {
        date = soonest(date, hours.getNextChange(date), edges);
        if (date && isOpenOn(date) !== before) return timeOf(date);
      }
      return undefined;
    },
  };
}

/**
 * Hours as data, for those who have no reader: a week where every week is alike, else the days of this year and the next;
 * undefined where nobody can read the text. Holidays are left to `hoursOf`.
 */
export function tableOf(text: string, year: number): HoursTable | undefined {
  if (text.trim() === '24/7') return { kind: 'always' };
  if (text.trim() === '') return { kind: 'week', open: [] };
  const hours = tryParse(text);
  if (hours === undefined) return undefined;
  if (hours.isWeekStable()) {
    const [monday, next] = [new Date(2018, 0, 1), new Date(2018, 0, 8)];
    const from = minutesOf(timeOf(monday));
    const open = spansIn(hours, monday, next).map(([a, b]): Span => [a - from, b - from]);
    return { kind: 'week', open };
  }
  const until = new Date(year + 2, 0, 1);
  const open = spansIn(hours, new Date(year, 0, 1), until);
  return { kind: 'dated', until: minutesOf(timeOf(until)), open };
}

/** The open spans between two dates, in minutes of the wall clock since 1970. */
function spansIn(hours: OpeningHours, from: Date, to: Date): Span[] {
  return hours
    .getOpenIntervals(from, to)
    .filter(([, , unknown]) => !unknown)
    .map(([opens, shuts]) => [minutesOf(timeOf(opens)), minutesOf(timeOf(shuts))]);
}

/** Whether `text` says open at `at`; undefined where nobody can read it. */
export function isOpen(text: string, at: LocalTime, holidays: readonly Holiday[] = []): boolean | undefined {
  return parseHours(text, holidays)?.isOpen(at);
}

export type HallState =
  | { readonly kind: 'open' | 'by-appointment'; readonly until?: LocalTime | undefined }
  | { readonly kind: 'closed'; readonly opens?: LocalTime | undefined };

/** Tells whether the windows serve at a time: regularly, in the extended hour by appointment, or not. Reads the hours once. */
export function hallStates({
  hours,
  holidays,
}: Pick<Services, 'hours' | 'holidays'>): (at: LocalTime) => HallState {
  const regular = parseHours(hours.regular, holidays);
  const extended = parseHours(hours.extended, holidays);
  return (at) => {
    if (regular?.isOpen(at)) return { kind: 'open', until: regular.nextChange(at) };
    if (extended?.isOpen(at)) return { kind: 'by-appointment', until: extended.nextChange(at) };
    return { kind: 'closed', opens: regular?.nextChange(at) };
  };
}

/** `null`: no country, whose holidays the library would look up. */
function tryParse(text: string): OpeningHours | undefined {
  try {
    new OpeningHours(text, null);
    return new OpeningHours(withoutHolidays(text), null);
  } catch {
    return undefined;
  }
}

/** `Mo-Fr,PH 09:00-17:00; SH,PH off` without its holidays: `Mo-Fr 09:00-17:00`. */
function withoutHolidays(text: string): string {
  const rules = text.split(';').filter((rule) => !/^\s*(?:(?:PH|SH)\s*,?\s*)+(?:\s|$)/i.test(rule));
  const kept = rules.map((rule) => rule.replace(/,\s*(?:PH|SH)\b|\b(?:PH|SH)\s*,/gi, ''));
  return kept.join(';').trim() === '' ? 'off' : kept.join(';');
}

// The library reads a date's local fields; made of local fields, it means the same in every zone of the machine.
const dateOf = ({ year, month, day, hour, minute }: LocalTime): Date =>
  new Date(year, month - 1, day, hour, minute);

const timeOf = (date: Date): LocalTime => ({
  year: date.getFullYear(),
  month: date.getMonth() + 1,
  day: date.getDate(),
  hour: date.getHours(),
  minute: date.getMinutes(),
});

const dateAt = (minutes: number): Date => dateOf(timeAt(minutes));

const isHoliday = (date: Date, holidays: readonly Holiday[]): boolean =>
  holidays.some(({ from, to }) => midnight(from) <= date && date < midnight(to, 1));

function midnight(day: string, daysLater = 0): Date {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year!, month! - 1, date! + daysLater);
}

/** The first moment after `date` at which the state can change: by the hours, or where a holiday or a worked day begins or ends. */
function soonest(date: Date, change: Date | undefined, edges: readonly Date[]): Date | undefined {
  return [...(change ? [change] : []), ...edges]
    .filter((edge) => edge > date)
    .reduce<Date | undefined>((first, edge) => (first && first <= edge ? first : edge), undefined);
}
