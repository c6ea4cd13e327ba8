import type { Services } from '@daoyin/services';
import type { WallClock } from '../clock';
import { alwaysOpen, type HallHours, hallHours } from './hall-hours';
import { type Offer, offersOf } from './offers';

/** What the ticket desk needs of the catalogue. These are the very same objects while the server runs; `replace` changes what is in them. */
export interface LiveCatalogue {
  readonly offers: Map<string, Offer>;
  readonly series: Services['series'][number][];
  readonly hours: HallHours;
  replace(services: Services | null): void;
}

/** The catalogue as it is published; `keepsHours` is false in a demonstration, which is open at any hour. */
export function openCatalogue(first: Services | null, clock: WallClock, keepsHours: boolean): LiveCatalogue {
  const offers = new Map<string, Offer>();
  const series: Services['series'][number][] = [];
  let current: HallHours = alwaysOpen;
  const replace = (services: Services | null) => {
    offers.clear();
    for (const [id, offer] of offersOf(services)) offers.set(id, offer);
    series.splice(0, series.length, ...(services?.series ?? []));
    current = services && keepsHours ? hallHours(services, clock) : alwaysOpen;
  };
  replace(first);
  return {
    offers,
    series,
    hours: {
      servesAt: (atMs) => current.servesAt(atMs),
      opensInMs: (atMs) => current.opensInMs(atMs),
      refusalAt: (atMs, byAppointment) => current.refusalAt(atMs, byAppointment),
    },
    replace,
  };
}
