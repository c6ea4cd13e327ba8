import type { Services } from '@daoyin/services';

/** One service as the ticket desk needs it. */
export interface Offer {
  readonly serviceId: string;
  readonly name: Readonly<Record<string, string>>;
  /** The letter of its numbers. */
  readonly series: string;
  /** The windows that take it, by number. */
  readonly windows: readonly string[];
}

/** What the ticket desk offers of a catalogue: each service with its series and the windows that take it. */
export function offersOf(services: Services | null): Map<string, Offer> {
  return new Map(
    (services?.items ?? [])
      .filter((item) => item.windows.length > 0)
      .map(({ id, name, series, windows }) => [id, { serviceId: id, name, series, windows }]),
  );
}
