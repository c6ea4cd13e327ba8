import type { Holiday } from '@daoyin/services';
import { wallClock } from '../clock';
import type { ServerOptions } from '../options/options';
import { loadBundle } from '../venue';
import { error, type Finding, ok, warning } from './finding';

/** The plan, the beacons and the catalogue can be read; the catalogue knows the holidays to come. */
export async function checkHall(options: ServerOptions, nowMs: number): Promise<readonly Finding[]> {
  const loaded = loadBundle(options.venue, options.beacons);
  if (!loaded.ok) return [error('hall', loaded.message)];
  const { venue, register, services } = loaded.bundle;
  const read = ok(
    'hall',
    `${venue.levels.length} levels, ${venue.windows.length} windows, ${register.beacons.length} beacons, ${services?.items.length ?? 0} items; daoyin validate looks closer`,
  );
  if (services === null) return [read];
  return [read, holidaysKnown(services.holidays, wallClock(options.timeZone).day(nowMs))];
}

/** A catalogue whose last holiday is over lets people come to a closed hall. */
export function holidaysKnown(holidays: readonly Holiday[], today: string): Finding {
  const last = holidays
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (last === undefined)
    return warning('hall', 'The catalogue knows no public holidays: the hall counts as open on them.');
  return last < today
    ? warning(
        'hall',
        `The last public holiday in the catalogue was on ${last}: enter those to come, or the hall counts as open on them.`,
      )
    : ok('hall', `public holidays are known until ${last}`);
}
