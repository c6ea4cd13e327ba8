import type { Route } from '@daoyin/routing';
import type { KioskPlace } from './place';

interface Errand {
  /** Where phones find this hall, without a slash at the end. */
  readonly base: string;
  readonly ticket: string | undefined;
  readonly route: Pick<Route, 'destination'>;
  readonly place: KioskPlace | undefined;
}

/**
 * The phone page that goes on where the kiosk stops. The place stands behind `#`, which browsers keep to themselves, so that no
 * server learns where the phone is.
 */
export function phoneAddress({ base, ticket, route, place }: Errand): string {
  const { window, featureId } = route.destination;
  const query = new URLSearchParams();
  if (ticket !== undefined) query.set('ticket', ticket);
  else if (window !== undefined) query.set('window', window);
  else if (featureId !== undefined) query.set('feature', featureId);
  return `${base}/phone/?${query}${startOf(place)}`;
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
