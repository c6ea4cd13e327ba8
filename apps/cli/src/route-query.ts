import type { VenuePoint } from '@daoyin/geometry';
import type { Destination, ProfileName, RouteQuery } from '@daoyin/routing';
import { wallClock } from './wall-clock';

/** What is wrong, naming field and value; English. */
export interface Wrong {
  readonly ok: false;
  readonly problem: string;
}

export type QueryResult = { readonly ok: true; readonly query: RouteQuery } | Wrong;

export type Start = Omit<RouteQuery, 'to'>;

export type Fields = Readonly<Record<string, unknown>>;

/**
 * A route query from one line: `{"from":{"x","y","level"},"to":{"x","y","level"} or {"window"} or {"featureId"},"profile"}`, also
 * `closed` (feature ids), `staff`, and `at`, a moment in the hall's time zone. Without a profile it is for somebody who walks.
 */
export function decodeQuery(line: string, timeZone: string): QueryResult {
  const read = readFields(line);
  if (!read.ok) return read;
  const start = decodeStart(read.fields, timeZone);
  if (!start.ok) return start;
  const { to } = read.fields;
  const destination = destinationOf(to);
  if (!destination) {
    return wrong(`to is ${shown(to)}, expected {"x","y","level"}, {"window"} or {"featureId"}`);
  }
  return { ok: true, query: { ...start.start, to: destination } };
}

export function readFields(line: string): { readonly ok: true; readonly fields: Fields } | Wrong {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return wrong(`not JSON: ${shown(line)}`);
  }
  return isObject(value) ? { ok: true, fields: value } : wrong(`${shown(value)} is not an object`);
}

/** Who sets out, from where and when. */
export function decodeStart(
  { from, profile = 'walk', closed, staff, at }: Fields,
  timeZone: string,
): { readonly ok: true; readonly start: Start } | Wrong {
  if (!isPoint(from)) return wrong(`from is ${shown(from)}, expected {"x","y","level"}`);
  if (typeof profile !== 'string') return wrong(`profile is ${shown(profile)}, expected a text`);
  if (closed !== undefined && !isTexts(closed))
    return wrong(`closed is ${shown(closed)}, expected feature ids`);
  if (staff !== undefined && typeof staff !== 'boolean') {
    return wrong(`staff is ${shown(staff)}, expected true or false`);
  }
  const time = at === undefined ? undefined : wallClock(at, timeZone);
  if (at !== undefined && time === undefined) {
    return wrong(`at is ${shown(at)}, expected a time such as "2026-11-25T10:30+08:00"`);
  }
  const start: Start = {
    from: pointOf(from),
    profile: profile as ProfileName, // the router knows its walkers and refuses others
    ...(closed !== undefined && { closed }),
    ...(staff !== undefined && { staff }),
    ...(time !== undefined && { at: time }),
  };
  return { ok: true, start };
}

function destinationOf(to: unknown): Destination | undefined {
  if (isPoint(to)) return pointOf(to);
  if (!isObject(to)) return undefined;
  const { window, featureId } = to;
  if (typeof window === 'string') return { window };
  if (typeof window === 'number') return { window: String(window) };
  return typeof featureId === 'string' ? { featureId } : undefined;
}

export function isPoint(value: unknown): value is VenuePoint {
  if (!isObject(value)) return false;
  const { x, y, level } = value;
  return Number.isFinite(x) && Number.isFinite(y) && typeof level === 'string';
}

export function pointOf({ x, y, level }: VenuePoint): VenuePoint {
  return { x, y, level };
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function wrong(problem: string): Wrong {
  return { ok: false, problem };
}

export function shown(value: unknown): string {
  const said = JSON.stringify(value) ?? 'missing';
  return said.length <= 60 ? said : `${said.slice(0, 57)}…`;
}
