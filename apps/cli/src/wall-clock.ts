import { type LocalTime, localTime } from '@daoyin/services';

const WALL_CLOCK = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;

/**
 * A moment on the hall's wall clock: of `2026-11-25T10:30` as it stands, of an instant (`2026-11-25T10:30+08:00`, `…Z`, or
 * milliseconds since 1970) in the hall's time zone. Undefined for anything else.
 */
export function wallClock(value: unknown, timeZone: string): LocalTime | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? localTime(value, timeZone) : undefined;
  if (typeof value !== 'string') return undefined;
  const local = WALL_CLOCK.exec(value);
  const atMs = Date.parse(local ? `${value.replace(' ', 'T')}Z` : value);
  if (Number.isNaN(atMs)) return undefined;
  if (!local && !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(value)) return undefined;
  if (!isDay(value)) return undefined;
  return localTime(atMs, local ? 'UTC' : timeZone);
}

/** The calendar knows the day that a text begins with: not 30 February, which `Date.parse` takes for 2 March. */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  return (
    day === undefined ||
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day)
  );
}

export function isTimeZone(zone: string): boolean {
  try {
    localTime(0, zone);
    return true;
  } catch {
    return false;
  }
}
