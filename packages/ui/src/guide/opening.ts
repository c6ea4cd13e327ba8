import { type HallClock, localTime, readerOf } from '@daoyin/services';
import type { Hours, LocalTime } from '@daoyin/venue';
import type { Hall } from '../api/useHall';
import type { Target } from '../search/places';
import type { Goal } from './goal';
import type { Timetable } from './messages';

/** A goal that serves nobody now: when it opens next, where it ever does. */
export interface Shut {
  readonly opens?: LocalTime;
  readonly now: LocalTime;
}

/** What of a hall opens by the clock; undefined where nothing does. */
export function timetableOf({ clock, services }: Hall): Timetable | undefined {
  return clock && { clock, holidays: services?.holidays ?? [], doors: services?.doors ?? [] };
}

/** The goal with those of its places that are open at `atMs`; with all of them where none is. */
export function openGoal(hall: Hall, goal: Goal, atMs: number): Goal {
  const targets = targetsOpen(hall, goal.targets, atMs);
  return targets.length === 0 || targets.length === goal.targets.length ? goal : { ...goal, targets };
}

/** Where no place of a goal is open at `atMs`: when the first of them opens. */
export function shutGoal(hall: Hall, goal: Goal, atMs: number): Shut | undefined {
  if (hall.clock === undefined || targetsOpen(hall, goal.targets, atMs).length > 0) return undefined;
  const now = localTime(atMs, hall.clock.timeZone);
  const opening = goal.targets.flatMap((target) => hoursAt(hall, hall.clock!, target)?.nextChange(now) ?? []);
  const key = ({ year, month, day, hour, minute }: LocalTime) => Date.UTC(year, month - 1, day, hour, minute);
  const opens = opening.sort((a, b) => key(a) - key(b))[0];
  return { now, ...(opens && { opens }) };
}

function targetsOpen(hall: Hall, targets: readonly Target[], atMs: number): readonly Target[] {
  const { clock } = hall;
  if (clock === undefined) return targets;
  const now = localTime(atMs, clock.timeZone);
  return targets.filter((target) => hoursAt(hall, clock, target)?.isOpen(now) !== false);
}

/** The hours of a window or a facility; undefined where it has none, and is always open. */
function hoursAt({ venue, services }: Hall, clock: HallClock, { to }: Target): Hours | undefined {
  const text =
    'window' in to
      ? venue.windows.find(({ number }) => number === to.window)?.hours
      : 'featureId' in to
        ? venue.amenities.find(({ id }) => id === to.featureId)?.hours
        : undefined;
  return text === undefined ? undefined : readerOf(clock, services?.holidays ?? [])(text);
}
