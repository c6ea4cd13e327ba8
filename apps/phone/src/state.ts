import type { VenuePoint } from '@daoyin/geometry';
import { createSettings, type Goal, languageOf, type MapMode } from '@daoyin/ui';
import { create } from 'zustand';
import type { Journey } from './journey/journey';

/** What this phone remembers; at first it speaks its browser's language. */
export const settings = createSettings('daoyin-phone', { language: languageOf(navigator.languages) });

/** Where this visitor is going; forgotten when the page is closed. */
export interface Trip {
  readonly goal: Goal | undefined;
  /** The ticket that decides the window. */
  readonly ticket: string | undefined;
  /** The theme menu that decides one window after the other. */
  readonly journey: Journey | undefined;
  /** The listening session whose readings this page is given. */
  readonly session: string | undefined;
  /** Where the visitor said to be, before any signal. */
  readonly start: VenuePoint | undefined;
  readonly map: MapMode;
}

const nowhere = { goal: undefined, ticket: undefined, journey: undefined };

export const useTrip = create<Trip>(() => ({
  ...nowhere,
  session: undefined,
  start: undefined,
  map: 'solid',
}));

export const endTrip = (): void => useTrip.setState({ ...nowhere, session: undefined, start: undefined });

export const goTo = (goal: Goal | undefined): void => useTrip.setState({ ...nowhere, goal });
export const followTicket = (ticket: string): void => useTrip.setState({ ...nowhere, ticket });
export const startJourney = (journey: Journey): void => useTrip.setState({ ...nowhere, journey });

/** Goes to a step of the journey; past the last, the journey is over. */
export function goToStep(at: number): void {
  const { journey } = useTrip.getState();
  if (journey === undefined) return;
  if (at >= journey.steps.length) endTrip();
  else useTrip.setState({ journey: { ...journey, at } });
}
