import type { VenuePoint } from '@daoyin/geometry';
import type { ProfileName } from '@daoyin/routing';
import type { Labels, Venue } from '@daoyin/venue';
import type { Place, Target } from '../search/places';
import type { Errand } from './messages';

/** Where somebody wants to go: any one of the targets, the quickest to reach. */
export interface Goal {
  readonly name: Labels;
  readonly targets: readonly Target[];
  /** The window's number where it is one window. */
  readonly window?: string;
}

/** A window as a goal; undefined where the venue has none of that number. */
export function windowGoal(venue: Venue, number: string): Goal | undefined {
  const window = venue.windows.find((one) => one.number === number);
  if (window === undefined) return undefined;
  return {
    name: { zh: `${number} 号窗口`, en: `Window ${number}` },
    targets: [{ to: { window: number }, at: window.at }],
    window: number,
  };
}

export function placeGoal(place: Place): Goal {
  const window = place.kind === 'window' ? place.windows[0] : undefined;
  return { name: place.name, targets: place.targets, ...(window === undefined ? {} : { window }) };
}

/** A room, facility or machine as a goal, by its feature id; undefined where nobody could ask for it. */
export function featureGoal({ places }: { readonly places: readonly Place[] }, id: string): Goal | undefined {
  for (const { name, targets } of places) {
    const target = targets.find(({ to }) => 'featureId' in to && to.featureId === id);
    if (target !== undefined) return { name, targets: [target] };
  }
  return undefined;
}

/** What to ask of the router: the target that is reached soonest. */
export function errandTo({ targets }: Goal, from: VenuePoint, profile: ProfileName): Errand {
  return { query: { from, profile }, destinations: targets.map(({ to }) => to) };
}
