import type { VenuePoint } from '@daoyin/geometry';
import { localTime } from '@daoyin/services';
import type { Hall } from '@daoyin/ui';
import type { PhoneKey } from '../words';

/** What is wrong with a code that was scanned, to be worded where it is shown. */
export interface CodeProblem {
  readonly key: PhoneKey;
  readonly values?: Readonly<Record<string, string>>;
}

/** A place so many metres outside all that a storey has is no place of this hall. */
const OUTSIDE = 25;

type Plan = Pick<Hall, 'venue'>;

/** Whether a place that a code names can be in this hall; signs are moved, and halls have signs of their own. */
export function isInHall({ venue }: Plan, { x, y, level }: VenuePoint): boolean {
  const storey = venue.levels.find(({ shortName }) => shortName === level);
  const corners = storey?.outline.flatMap(({ outer }) => outer) ?? [];
  if (corners.length === 0) return storey !== undefined;
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  const within = (value: number, all: readonly number[]) =>
    value >= Math.min(...all) - OUTSIDE && value <= Math.max(...all) + OUTSIDE;
  return within(x, xs) && within(y, ys);
}

/** Why the place of a code does not help here; undefined where it does, or there is none. */
export function placeProblem(
  hall: Plan,
  { start, venue }: { readonly start: VenuePoint | undefined; readonly venue?: string | undefined },
): CodeProblem | undefined {
  const foreign = venue !== undefined && venue !== hall.venue.id;
  if (foreign || (start !== undefined && !isInHall(hall, start))) return { key: 'code.other-hall' };
  return undefined;
}

/** Numbers begin anew each day: a ticket of another day is said to be one. `today` as `2026-11-30`. */
export function dayProblem(day: string | undefined, today: string): CodeProblem | undefined {
  return day === undefined || day === today ? undefined : { key: 'ticket.yesterday', values: { day } };
}

/** The hall's calendar day as `2026-11-30`; the phone's own where the hall has no clock. */
export function dayAt(
  atMs: number,
  timeZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  const { year, month, day } = localTime(atMs, timeZone);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
