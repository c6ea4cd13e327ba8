import { createRouter, type HoursReader, type Router } from '@daoyin/routing';
import { parseHours, readServices, type Services, windowColours } from '@daoyin/services';
import type { FeatureId, Venue } from '@daoyin/venue';
import { type Flags, textOf } from './arguments';
import { say } from './complaints';
import { loadVenue, readArchive, sayErrors } from './files';
import { Refusal } from './refusal';
import { isTimeZone } from './wall-clock';

/** A hall with its catalogue, if it has one, ready to be asked for ways. */
export interface Plan {
  readonly venue: Venue;
  readonly services: Services | undefined;
  readonly router: Router;
  /** Reads opening hours with the catalogue's holidays. */
  readonly readHours: HoursReader;
}

/** Loads a floor plan folder with its `services.json`: what is wrong is said; a Refusal where there is no venue in it. */
export function loadPlan(folder: string): Plan {
  const { venue, issues } = loadVenue(folder);
  sayErrors(folder, issues);
  const services = loadServices(folder);
  const readHours: HoursReader = (text) => parseHours(text, services?.holidays);
  const hours = new Map<FeatureId, string>(services?.doors.map((door) => [door.featureId, door.hours]));
  const colours = services && windowColours(services);
  const router = createRouter(venue, { prepare: [], readHours, hours, ...(colours && { colours }) });
  return { venue, services, readHours, router };
}

function loadServices(folder: string): Services | undefined {
  const file = readArchive(folder).get('services.json');
  if (file === undefined) return undefined;
  const read = readServices(typeof file === 'string' ? file : new TextDecoder().decode(file));
  if (read.ok) return read.services;
  sayErrors(folder, read.issues);
  say(`${folder}: services.json is left out`);
  return undefined;
}

/** The hall's IANA time zone; a Refusal where there is no such zone. */
export function timeZoneOf(flags: Flags): string {
  const zone = textOf(flags, 'time-zone') ?? 'Asia/Shanghai';
  if (!isTimeZone(zone))
    throw new Refusal(`--time-zone is ${JSON.stringify(zone)}, expected a name such as Asia/Shanghai`);
  return zone;
}
