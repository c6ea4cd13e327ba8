import type { Route } from '@daoyin/routing';
import type { KioskPlace } from './place';

interface Errand {
  readonly origin: string;
  readonly ticket: string | undefined;
  readonly route: Pick<Route, 'destination'>;
  readonly place: KioskPlace | undefined;
}

/**
 * The phone page that goes on where the kiosk stops. The place stands behind `#`, which browsers keep to themselves, so that no
 * server learns where the phone is.
 */
export function phoneAddress({ origin, ticket, route, place }: Errand): string {
  const { window, featureId } = route.destination;
  const query = new URLSearchParams();
  if (ticket !== undefined) query.set('ticket', ticket);
  else if (window !== undefined) query.set('window', window);
  else if (featureId !== undefined) query.set('feature', featureId);
  const start = place && [place.at.x.toFixed(1), place.at.y.toFixed(1), place.at.level].join(',');
  return `${origin}/phone/?${query}${start === undefined ? '' : `#from=${encodeURIComponent(start)}`}`;
}
