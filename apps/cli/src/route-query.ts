import type { VenuePoint } from '@daoyin/geometry';
import type { Destination, ProfileName, RouteQuery } from '@daoyin/routing';

export type QueryResult =
  | { readonly ok: true; readonly query: RouteQuery }
  /** What is wrong, naming field and value; English. */
  | { readonly ok: false; readonly problem: string };

type Fields = Readonly<Record<string, unknown>>;

/**
 * A route query from one line: `{"from":{"x","y","level"},"to":{"x","y","level"} or {"window"} or {"featureId"},"profile"}`, also
 * `closed` (feature ids) and `staff`. Without a profile it is for somebody who walks.
 */
export function decodeQuery(line: string): QueryResult {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return wrong(`not JSON: ${shown(line)}`);
  }
  if (!isObject(value)) return wrong(`${shown(value)} is not an object`);
  const { from, to, profile = 'walk', closed, staff } = value;
  if (!isPoint(from)) return wrong(`from is ${shown(from)}, expected {"x","y","level"}`);
  const destination = destinationOf(to);
  if (!destination) {
    return wrong(`to is ${shown(to)}, expected {"x","y","level"}, {"window"} or {"featureId"}`);
  }
  if (typeof profile !== 'string') return wrong(`profile is ${shown(profile)}, expected a text`);
  if (closed !== undefined && !isTexts(closed))
    return wrong(`closed is ${shown(closed)}, expected feature ids`);
  if (staff !== undefined && typeof staff !== 'boolean') {
    return wrong(`staff is ${shown(staff)}, expected true or false`);
  }
  const query: RouteQuery = {
    from: pointOf(from),
    to: destination,
    profile: profile as ProfileName, // the router knows its walkers and refuses others
    ...(closed !== undefined && { closed }),
    ...(staff !== undefined && { staff }),
  };
  return { ok: true, query };
}

function destinationOf(to: unknown): Destination | undefined {
  if (isPoint(to)) return pointOf(to);
  if (!isObject(to)) return undefined;
  const { window, featureId } = to;
  if (typeof window === 'string') return { window };
  if (typeof window === 'number') return { window: String(window) };
  return typeof featureId === 'string' ? { featureId } : undefined;
}

function isPoint(value: unknown): value is VenuePoint {
  if (!isObject(value)) return false;
  const { x, y, level } = value;
  return Number.isFinite(x) && Number.isFinite(y) && typeof level === 'string';
}

function pointOf({ x, y, level }: VenuePoint): VenuePoint {
  return { x, y, level };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(problem: string): QueryResult {
  return { ok: false, problem };
}

function shown(value: unknown): string {
  const said = JSON.stringify(value) ?? 'missing';
  return said.length <= 60 ? said : `${said.slice(0, 57)}…`;
}
