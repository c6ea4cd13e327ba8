import type { Issue } from '@daoyin/venue';
import type { Services } from './types';

type Known = Pick<Services, 'holidays' | 'holidaysKnownUntil'>;

/** From so many days before the table of holidays ends on, it is a warning: the next year's notice is out by then. */
const WARNED_DAYS = 45;
const DAY_MS = 86_400_000;

/**
 * Until when a catalogue knows the public holidays. They are set anew each year, so that what is beyond is at most what the law
 * fixes. A warning where that is over or near on `today` (`2026-11-30`); without a day, what the catalogue takes for granted.
 */
export function holidayIssue(services: Known, today?: string): Issue {
  const until = holidaysKnownUntil(services);
  if (until === undefined)
    return issue(
      'holidays-unknown',
      'The catalogue knows no public holidays: the hall counts as open on them.',
      today !== undefined,
    );
  const near = today !== undefined && Date.parse(until) - Date.parse(today) < WARNED_DAYS * DAY_MS;
  return issue(
    'holidays-known-until',
    `Public holidays, and the days worked for them, are known until ${until}: enter the notice for the time after it, or the hall counts as open on them.`,
    near,
  );
}

/** The last day of which a catalogue knows whether it is a holiday; undefined where it knows none. */
export function holidaysKnownUntil({ holidays, holidaysKnownUntil: stated }: Known): string | undefined {
  return (
    stated ??
    holidays
      .map(({ to }) => to)
      .sort()
      .at(-1)
  );
}

const issue = (kind: string, message: string, isWarning: boolean): Issue => ({
  severity: isWarning ? 'warning' : 'assumption',
  kind,
  message,
  file: 'services.json',
});
