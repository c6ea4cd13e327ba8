import type { Destination } from '@daoyin/routing';
import {
  itemSteps,
  type Journey,
  type JourneyPlace,
  type JourneyStop,
  type Services,
  stopsOf,
  type WaitSpan,
} from '@daoyin/services';
import { findWindow, type Labels, type LocalTime } from '@daoyin/venue';
import type { Plan } from './plan';
import {
  decodeStart,
  type Fields,
  isObject,
  isPoint,
  isTexts,
  pointOf,
  readFields,
  type Start,
  shown,
  type Wrong,
  wrong,
} from './route-query';
import { wallClock } from './wall-clock';

/** A journey with where each of its keys is, and who goes it. */
export interface JourneyQuery {
  readonly ok: true;
  readonly journey: Journey;
  readonly start: Start & { readonly at: LocalTime };
  readonly places: ReadonlyMap<string, Destination>;
}

/** The keys of where a journey begins and ends; no window and no feature is called so. */
const [FROM, TO] = ['(from)', '(to)'];

/**
 * A journey from one line: `{"from","at","profile","stops":[{"id","name","windows" or "features","after":[ids],"service":s}]}`; instead
 * of stops `"theme"` or `"item"` of the catalogue; also `to`, and `waits` by window: `{"12":[{"until","median","p90"}]}`.
 */
export function decodeJourney(line: string, plan: Plan, timeZone: string): JourneyQuery | Wrong {
  const read = readFields(line);
  if (!read.ok) return read;
  const { fields } = read;
  const start = decodeStart(fields, timeZone);
  if (!start.ok) return start;
  const { at } = start.start;
  if (at === undefined) return wrong('at is missing, expected a time such as "2026-11-25T10:30+08:00"');
  const { to, waits = {} } = fields;
  if (to !== undefined && !isPoint(to)) return wrong(`to is ${shown(to)}, expected {"x","y","level"}`);
  const queues = decodeWaits(waits, timeZone);
  if (!queues.ok) return queues;
  const stops = decodeStops(fields, plan, queues.waits);
  if (!stops.ok) return stops;
  const places = new Map<string, Destination>([[FROM!, start.start.from], ...stops.places]);
  if (isPoint(to)) places.set(TO!, pointOf(to));
  const journey = { from: FROM!, ...(to !== undefined && { to: TO! }), at, stops: stops.stops };
  return { ok: true, journey, start: { ...start.start, at }, places };
}

type Waits = ReadonlyMap<string, readonly WaitSpan[]>;
type Stops = {
  readonly ok: true;
  readonly stops: readonly JourneyStop[];
  readonly places: ReadonlyMap<string, Destination>;
};

function decodeStops({ stops, theme, item }: Fields, plan: Plan, waits: Waits): Stops | Wrong {
  if (theme !== undefined || item !== undefined) return catalogueStops(theme, item, plan, waits);
  if (!Array.isArray(stops)) return wrong(`stops is ${shown(stops)}, expected a list, or a theme or an item`);
  const places = new Map<string, Destination>();
  const decoded: JourneyStop[] = [];
  for (const [i, stop] of stops.entries()) {
    const one = decodeStop(stop, i, plan, waits);
    if ('problem' in one) return one;
    decoded.push(one);
    for (const { key } of one.places) places.set(key, destinationOf(key, plan));
  }
  return { ok: true, stops: decoded, places };
}

function catalogueStops(theme: unknown, item: unknown, plan: Plan, waits: Waits): Stops | Wrong {
  const { services } = plan;
  const found = services && stepsOf(services, theme, item);
  if (found === undefined) {
    return wrong(
      `there is no ${theme === undefined ? `item ${shown(item)}` : `theme ${shown(theme)}`} in the catalogue`,
    );
  }
  const stops = stopsOf(found, {
    hoursOf: (window) => hoursOf(window, plan),
    waitsOf: (window) => waits.get(window),
  });
  const keys = stops.flatMap(({ places }) => places.map(({ key }) => key));
  return { ok: true, stops, places: new Map(keys.map((key) => [key, { window: key }])) };
}

function stepsOf({ themes, items }: Services, theme: unknown, item: unknown) {
  if (theme !== undefined) return themes.find(({ id }) => id === theme)?.steps;
  const found = items.find(({ id }) => id === item);
  return found && itemSteps(found);
}

function decodeStop(stop: unknown, index: number, plan: Plan, waits: Waits): JourneyStop | Wrong {
  if (!isObject(stop)) return wrong(`stop ${index} is ${shown(stop)}, expected an object`);
  const { id = String(index + 1), name, windows = [], features = [], after = [], service = 0 } = stop;
  if (typeof id !== 'string') return wrong(`stop ${index}: id is ${shown(id)}, expected a text`);
  for (const [field, value] of Object.entries({ windows, features, after })) {
    if (!isTexts(value)) return wrong(`stop ${id}: ${field} is ${shown(value)}, expected a list of texts`);
  }
  if (typeof service !== 'number' || !(service >= 0)) {
    return wrong(`stop ${id}: service is ${shown(service)}, expected seconds`);
  }
  const keys = [...(windows as readonly string[]), ...(features as readonly string[])];
  const strange = keys.find((key) => !isKnown(key, plan));
  if (strange !== undefined) return wrong(`stop ${id}: there is no window and no feature ${shown(strange)}`);
  const places = keys.map((key) => placeOf(key, plan, waits));
  const labels: Labels =
    typeof name === 'string' ? { und: name } : isObject(name) ? (name as Labels) : { und: id };
  return { id, name: labels, places, after: after as readonly string[], service };
}

function placeOf(key: string, plan: Plan, waits: Waits): JourneyPlace {
  const [hours, queue] = [hoursOf(key, plan), waits.get(key)];
  return { key, name: nameOf(key, plan), ...(hours && { hours }), ...(queue && { waits: queue }) };
}

function isKnown(key: string, { venue }: Plan): boolean {
  if (findWindow(venue, key) !== undefined) return true;
  const lists = [venue.amenities, venue.kiosks, venue.units, venue.occupants, venue.fixtures];
  return [...lists, venue.openings, venue.sections].some((list) => list.some(({ id }) => id === key));
}

function nameOf(key: string, { venue }: Plan): Labels {
  const window = findWindow(venue, key);
  if (window !== undefined) return { zh: `${window.number}号窗口`, en: `Window ${window.number}` };
  const features = [
    ...venue.amenities,
    ...venue.kiosks,
    ...venue.units,
    ...venue.occupants,
    ...venue.fixtures,
  ];
  return features.find(({ id }) => id === key)?.name ?? { und: key };
}

/** The hours of a window, or of a service point; unreadable ones count as always open. */
function hoursOf(key: string, { venue, readHours }: Plan) {
  const window = findWindow(venue, key);
  const text = window?.hours ?? [...venue.amenities, ...venue.occupants].find(({ id }) => id === key)?.hours;
  return text === undefined ? undefined : readHours(text);
}

function destinationOf(key: string, { venue }: Plan): Destination {
  return findWindow(venue, key) === undefined ? { featureId: key } : { window: key };
}

function decodeWaits(waits: unknown, timeZone: string): { readonly ok: true; readonly waits: Waits } | Wrong {
  if (!isObject(waits)) return wrong(`waits is ${shown(waits)}, expected lists by window`);
  const decoded = new Map<string, readonly WaitSpan[]>();
  for (const [window, list] of Object.entries(waits)) {
    if (!Array.isArray(list)) return wrong(`waits of ${window} is ${shown(list)}, expected a list`);
    const spans = list.map((span) => decodeSpan(span, timeZone));
    const bad = spans.indexOf(undefined);
    if (bad >= 0) return wrong(`waits of ${window}: ${shown(list[bad])}, expected {"until","median","p90"}`);
    decoded.set(window, spans as WaitSpan[]);
  }
  return { ok: true, waits: decoded };
}

function decodeSpan(span: unknown, timeZone: string): WaitSpan | undefined {
  if (!isObject(span)) return undefined;
  const { until, median, p90 = median } = span;
  if (typeof median !== 'number' || typeof p90 !== 'number' || !(median >= 0) || !(p90 >= median))
    return undefined;
  const time = until === undefined ? undefined : wallClock(until, timeZone);
  if (until !== undefined && time === undefined) return undefined;
  return { wait: { median, p90 }, ...(time && { until: time }) };
}
