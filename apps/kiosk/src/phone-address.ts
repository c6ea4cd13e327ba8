import { type Route, sealRoute } from '@daoyin/routing';
import type { Labels } from '@daoyin/venue';
import type { KioskPlace } from './place';

interface Errand {
  /** Where phones find this hall, without a slash at the end. */
  readonly base: string;
  readonly ticket: string | undefined;
  /** Lets the phone that scans it cancel the ticket, come back and rate, as if it had taken it. */
  readonly holder: string | undefined;
  readonly route: Route;
  /** The venue's id, and what the goal is called. */
  readonly venue: string;
  readonly goal: Labels;
  readonly place: KioskPlace | undefined;
}

/**
 * The phone page that goes on where the kiosk stops, with the whole route, so that it leads without any network. The route stands
 * behind `#`, which browsers keep to themselves, so that no server learns where the phone is; so does the holder's token.
 */
export function phoneAddress({ base, ticket, holder, route, venue, goal, place }: Errand): string {
  const { window, featureId } = route.destination;
  const query = new URLSearchParams();
  if (ticket !== undefined) query.set('ticket', ticket);
  else if (window !== undefined) query.set('window', window);
  else if (featureId !== undefined) query.set('feature', featureId);
  const named = window === undefined ? { goal } : {};
  const kept = new URLSearchParams();
  if (place !== undefined) kept.set('route', sealRoute({ venue, ...named, route }));
  if (ticket !== undefined && holder !== undefined) kept.set('holder', holder);
  return `${base}/phone/?${query}${kept.size === 0 ? '' : `#${kept}`}`;
}

/** The phone page of a theme menu with all its steps, from where the kiosk stands. */
export function themeAddress(base: string, theme: string, place: KioskPlace | undefined): string {
  return `${base}/phone/?${new URLSearchParams({ theme })}${startOf(place)}`;
}

function startOf(place: KioskPlace | undefined): string {
  if (place === undefined) return '';
  const { x, y, level } = place.at;
  return `#from=${encodeURIComponent([x.toFixed(1), y.toFixed(1), level].join(','))}`;
}
