import type { VenuePoint } from '@daoyin/geometry';
import { createSettings, type Goal, languageOf, type MapMode } from '@daoyin/ui';
import { create } from 'zustand';
import type { Journey } from './journey/journey';
import { type KeptTrip, keepTrip } from './kept-trip';

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
  /** Whose ears they are: the visitor's own WeChat, or a receiver that was lent. */
  readonly via: 'wechat' | 'receiver';
  /** The demonstration's visitor is watched, not this phone's owner. */
  readonly watching: boolean;
  /** Where the visitor said to be, before any signal. */
  readonly start: VenuePoint | undefined;
  readonly map: MapMode;
  /** The page was closed on the way, and goes on. */
  readonly restored: boolean;
}

const nowhere = { goal: undefined, ticket: undefined, journey: undefined, restored: false };

export const useTrip = create<Trip>(() => ({
  ...nowhere,
  session: undefined,
  via: 'receiver',
  watching: false,
  start: undefined,
  map: 'solid',
  restored: false,
}));

export const endTrip = (): void =>
  useTrip.setState({ ...nowhere, session: undefined, watching: false, start: undefined });

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

/** Goes on with what was interrupted; a sign that was scanned says where from. */
export function restoreTrip({ trip, at }: KeptTrip, start: VenuePoint | undefined): void {
  useTrip.setState({ ...nowhere, ...trip, start: start ?? at, restored: start === undefined });
}

/** Keeps on this phone what this trip is, and where the walker is, for a page that is closed on the way. */
export function keepPlace(at: VenuePoint | undefined): void {
  const { goal, ticket, journey, session } = useTrip.getState();
  const place = at === undefined ? {} : { at: { x: at.x, y: at.y, level: at.level } };
  keepTrip(() => localStorage, { trip: { goal, ticket, journey, session }, ...place }, Date.now());
}

useTrip.subscribe((trip, before) => {
  const { goal, ticket, journey } = trip;
  if (goal !== before.goal || ticket !== before.ticket || journey !== before.journey) keepPlace(undefined);
});
