import type { Services } from '@daoyin/services';
import type { Offer } from './desk';

/** What the ticket desk offers of a catalogue: each service with its series and the windows that take it. */
export function offersOf(services: Services | null): Map<string, Offer> {
  return new Map(
    (services?.items ?? [])
      .filter((item) => item.windows.length > 0)
      .map(({ id, name, series, windows }) => [id, { serviceId: id, name, series, windows }]),
  );
}
