import type { OpenedCapsule } from '@daoyin/routing';
import { featureGoal, type Hall } from '@daoyin/ui';
import { useEffect } from 'react';
import { dayAt, dayProblem, placeProblem } from './code/code-problem';
import type { EntryState } from './find/useEntry';
import { journeyOf } from './journey/journey';
import { keptTrip } from './kept-trip';
import { goTo, restoreTrip, startJourney, useTrip } from './state';
import type { Wish } from './wish';

interface Asked {
  readonly wish: Wish;
  readonly hall: Hall | undefined;
  readonly entry: EntryState;
  readonly capsule: OpenedCapsule | undefined | 'asking';
  /** Whether there is a demonstration is not known yet. */
  readonly asking: boolean;
}

/** Does what the page's address asks for, once, as soon as it is known what that means; else goes on with what was interrupted. */
export function useWish({ wish, hall, entry, capsule, asking }: Asked): void {
  // only a ticket may be the demonstration's own
  const ready = hall !== undefined && capsule !== 'asking' && (!asking || wish.entry === undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once.
  useEffect(() => {
    if (ready) fulfil({ wish, hall, entry, capsule });
  }, [ready]);
}

function fulfil({
  wish,
  hall,
  entry,
  capsule,
}: Omit<Asked, 'asking' | 'hall'> & { readonly hall: Hall }): void {
  const opened = typeof capsule === 'object' && capsule.ok ? capsule.capsule : undefined;
  const start = wish.start ?? opened?.route.path[0];
  const problem =
    placeProblem(hall, { start, venue: opened?.venue }) ??
    dayProblem(wish.day, dayAt(Date.now(), hall.clock?.timeZone));
  if (problem === undefined) {
    useTrip.setState({ session: wish.session, via: wish.via, start });
    openWish(wish, hall, entry, capsule);
  } else entry.complain(problem.key, problem.values);
}

function openWish(
  { entry: typed, theme, feature, start, route }: Wish,
  hall: Hall,
  entry: EntryState,
  capsule: Asked['capsule'],
): void {
  if (typed !== undefined) void entry.submit(typed);
  else if (theme !== undefined) openTheme(hall, theme, entry.complain);
  else if (feature !== undefined) openFeature(hall, feature, entry.complain);
  else if (typeof capsule === 'object' && !capsule.ok) entry.complain(`capsule.${capsule.reason}`);
  else if (route === undefined) goOn(start);
}

/** Goes on with what was interrupted; a sign that was scanned on the way says where from. */
function goOn(start: Wish['start']): void {
  const kept = keptTrip(() => localStorage, Date.now());
  if (kept !== undefined) restoreTrip(kept, start);
}

function openTheme(hall: Hall, id: string, complain: EntryState['complain']): void {
  const journey = journeyOf(hall, id);
  if (journey === undefined) complain('journey.unknown');
  else startJourney(journey);
}

/** A sign that hangs longer than what it leads to. */
function openFeature(hall: Hall, id: string, complain: EntryState['complain']): void {
  const goal = featureGoal(hall, id);
  if (goal === undefined) complain('code.gone');
  else goTo(goal);
}
