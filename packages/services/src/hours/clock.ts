import type { Closure, Venue } from '@daoyin/venue';
import type { Services } from '../types';
import { tableOf } from './hours';
import type { HallClock } from './table';

type Timed = Pick<Venue, 'connectors' | 'openings' | 'amenities' | 'occupants' | 'windows'>;

/** All hours of a hall as tables, those that can be read, for its pages; dated ones for `year` and the next. */
export function hallClock(
  venue: Timed,
  services: Pick<Services, 'doors' | 'hours'> | null,
  {
    timeZone,
    year,
    closures = [],
  }: {
    readonly timeZone: string;
    readonly year: number;
    readonly closures?: readonly Pick<Closure, 'hours'>[];
  },
): HallClock {
  const features = [
    ...venue.connectors,
    ...venue.openings,
    ...venue.amenities,
    ...venue.occupants,
    ...venue.windows,
    ...(services?.doors ?? []),
    ...closures,
  ];
  const texts = [...features.map(({ hours }) => hours), ...Object.values(services?.hours ?? {})];
  const tables = [...new Set(texts)].flatMap((text) => {
    const table = text === undefined ? undefined : tableOf(text, year);
    return table === undefined ? [] : [[text!, table] as const];
  });
  return { timeZone, tables: Object.fromEntries(tables) };
}
