import type { VenueBundle } from '@daoyin/protocol';
import { holidayIssue, validateServices } from '@daoyin/services';
import { validateVenue } from '@daoyin/venue';
import { wallClock } from '../clock';
import type { ServerOptions } from '../options/options';
import { loadBundle } from '../venue';
import { error, type Finding, ok, warning } from './finding';

/** The plan, the beacons and the catalogue can be read and fit one another; the catalogue knows the holidays to come. */
export async function checkHall(options: ServerOptions, nowMs: number): Promise<readonly Finding[]> {
  const loaded = loadBundle(options.venue, options.beacons);
  if (!loaded.ok) return [error('hall', loaded.message)];
  const { venue, register, services } = loaded.bundle;
  const [levels, windows, beacons] = [venue.levels, venue.windows, register.beacons].map((all) => all.length);
  const read = `${options.venue}: levels ${levels}, windows ${windows}, beacons ${beacons}`;
  return [
    services === null
      ? warning('hall', `${read}, no catalogue (services.json): nobody can take a number.`)
      : ok('hall', `${read}, items ${services.items.length}`),
    ...(services === null ? [] : [holidays(holidayIssue(services, wallClock(options.timeZone).day(nowMs)))]),
    rules(loaded.bundle),
  ];
}

const holidays = ({ severity, message }: ReturnType<typeof holidayIssue>): Finding =>
  severity === 'warning' ? warning('hall', message) : ok('hall', message);

/** The rules that need no routes: those take many seconds, and are `daoyin validate`'s. */
function rules({ venue, register, services }: VenueBundle): Finding {
  const catalogue = () => (services === null ? [] : validateServices(services, venue));
  const errors = validateVenue({ venue, register }, [catalogue]).filter(
    ({ severity }) => severity === 'error',
  );
  const [first] = errors;
  return first === undefined
    ? ok('hall', 'plan, beacons and catalogue fit together; daoyin validate looks closer')
    : error('hall', `${errors.length} errors, such as: ${first.message} daoyin validate lists them.`);
}
