import type { TicketView } from '@daoyin/protocol';
import { type Goal, type Hall, placeGoal, windowGoal } from '@daoyin/ui';
import { useMemo } from 'react';
import { goalOfJourney } from '../journey/journey';
import type { Trip } from '../state';

/** Where this trip leads now: the number's window, wherever that is; the journey's current step; else what was chosen. */
export function useGoal(hall: Hall, trip: Trip, ticket: TicketView | undefined): Goal | undefined {
  const { goal, journey } = trip;
  const lead = ticket === undefined ? undefined : leadOf(ticket);
  return useMemo(() => {
    if (lead !== undefined) return goalOfLead(hall, lead);
    return journey === undefined ? goal : goalOfJourney(hall, journey);
  }, [hall, goal, journey, lead]);
}

/**
 * Where a number leads: to its window, by `window/32`; to the guide desk after it was passed, where its holder queues again; nowhere
 * when it is over. One text for one place, so that a call to the window that one walks to already changes no route.
 */
export function leadOf({ state, window }: Pick<TicketView, 'state' | 'window'>): string {
  if (state === 'passed' || state === 'no-show') return 'desk';
  if (state === 'done' || state === 'cancelled' || window === null) return 'nowhere';
  return `window/${window}`;
}

function goalOfLead(hall: Hall, lead: string): Goal | undefined {
  if (lead === 'nowhere') return undefined;
  if (lead !== 'desk') return windowGoal(hall.venue, lead.replace('window/', ''));
  const desk = hall.places.find(({ id }) => id === 'facility:information');
  return desk === undefined ? undefined : placeGoal(desk);
}
