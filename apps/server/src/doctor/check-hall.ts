import { holidayIssue } from '@daoyin/services';
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
  const { severity, message } = holidayIssue(services, wallClock(options.timeZone).day(nowMs));
  return [read, severity === 'warning' ? warning('hall', message) : ok('hall', message)];
}
