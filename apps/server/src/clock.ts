import type { LocalTime } from '@daoyin/services';

/** The wall clock and calendar of one place. */
export interface WallClock {
  /** The calendar day, as `2026-11-23`. */
  readonly day: (atMs: number) => string;
  readonly local: (atMs: number) => LocalTime;
  /** The moment at which this wall clock shows `time`. */
  readonly epochMs: (time: LocalTime) => number;
}

/** The clock of an IANA zone. */
export function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const local = (atMs: number): LocalTime => {
    const parts = Object.fromEntries(
      format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]),
    );
    return {
      year: parts.year!,
      month: parts.month!,
      day: parts.day!,
      hour: parts.hour!,
      minute: parts.minute!,
    };
  };
  const asUtc = ({ year, month, day, hour, minute }: LocalTime) =>
    Date.UTC(year, month - 1, day, hour, minute);
  return {
    local,
    day: (atMs) => {
      const { year, month, day } = local(atMs);
      return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    },
    epochMs: (time) => {
      const wanted = asUtc(time);
      const guess = wanted - (asUtc(local(wanted)) - wanted);
      return guess - (asUtc(local(guess)) - wanted); // once more, where the zone's offset changed in between
    },
  };
}
