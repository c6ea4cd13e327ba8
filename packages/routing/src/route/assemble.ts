import { centroid, cross, distance, type Point, type VenuePoint } from '@daoyin/geometry';
import { GRID } from '../space/clip';
import type { Manoeuvre, Route, RouteLeg } from '../types';
import type { Goal } from './goals';
import type { Way } from './network';
import type { Pace } from './pace';

/** What `manoeuvresOf` adds to. */
export type BareRoute = Omit<Route, 'manoeuvres'>;

/** A way as a route in metres and seconds; `manoeuvres` finds what to do on it, when that is first read. */
export function assemble(
  way: Way,
  pace: Pace,
  goal: Goal,
  moved: Route['moved'],
  manoeuvres: (route: BareRoute) => readonly Manoeuvre[],
): Route {
  const legs = way.steps.map((step) => (step.kind === 'walk' ? walkLeg(step, pace) : rideLeg(step)));
  const path = pathOf(legs);
  let length = 0;
  let duration = 0;
  for (const leg of legs) {
    length += leg.length;
    duration += leg.duration;
  }
  let found: readonly Manoeuvre[] | undefined;
  const route: Route = {
    ok: true,
    length,
    duration,
    path,
    legs,
    get manoeuvres() {
      found ??= manoeuvres(route);
      return found;
    },
    destination: destinationOf(path, goal),
  };
  return moved === undefined ? route : Object.assign(route, { moved });
}

function destinationOf(
  path: readonly VenuePoint[],
  { window, featureId, facing }: Goal,
): Route['destination'] {
  const at = path[path.length - 1]!;
  const side = sideOf(path, facing);
  if (featureId === undefined) return window === undefined ? { at, side } : { at, side, window };
  return window === undefined ? { at, side, featureId } : { at, side, window, featureId };
}

type RideLeg = Extract<RouteLeg, { kind: 'connector' }>;
type WalkLeg = Extract<RouteLeg, { kind: 'walk' }> & { readonly path: readonly VenuePoint[] };
type Leg = WalkLeg | RideLeg;
type StepOf<K extends Way['steps'][number]['kind']> = Extract<Way['steps'][number], { kind: K }>;

function walkLeg({ level, path }: StepOf<'walk'>, pace: Pace): WalkLeg {
  const length = path.length / GRID;
  return { kind: 'walk', level, path: pointsOf(path.points, level), length, duration: length / pace.walking };
}

function rideLeg({ stop, to, from, at, ride }: StepOf<'ride'>): RideLeg {
  const ring = stop.unit.area[0]?.outer;
  return {
    kind: 'connector',
    connectorId: stop.connector.id,
    connector: stop.connector.kind,
    from: { ...inMetres(from), level: stop.level },
    to: { ...inMetres(at), level: to.level },
    ...(ring && { inside: centroid(ring) }),
    length: ride.length,
    duration: ride.duration,
  };
}

const inMetres = ({ x, y }: Point): Point => ({ x: x / GRID, y: y / GRID });

function pointsOf(pairs: readonly number[], level: string): VenuePoint[] {
  const points: VenuePoint[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    points.push({ x: pairs[i]! / GRID, y: pairs[i + 1]! / GRID, level });
  }
  return points;
}

/** All points of the legs in order, none twice; a route that is one walk shares its leg's. */
function pathOf(legs: readonly Leg[]): readonly VenuePoint[] {
  const [first] = legs;
  if (legs.length === 1 && first?.kind === 'walk') return first.path;
  const all = legs.flatMap((leg) => (leg.kind === 'walk' ? leg.path : [leg.from, leg.to]));
  return all.filter((point, i) => {
    const before = all[i - 1];
    return before === undefined || before.level !== point.level || distance(before, point) > 0;
  });
}

/** On which side the goal is for somebody who arrives: within 35° of straight on it is ahead. */
function sideOf(path: readonly VenuePoint[], facing: Point | undefined): 'left' | 'right' | 'ahead' {
  if (facing === undefined) return 'ahead';
  const at = path.at(-1)!;
  const before = path.findLast((point) => point.level === at.level && distance(point, at) > 0.5);
  if (before === undefined || distance(facing, at) < 0.05) return 'ahead';
  const turn = cross(before, at, { x: facing.x, y: facing.y });
  const sine = turn / (distance(before, at) * distance(at, facing));
  const isBehind = (at.x - before.x) * (facing.x - at.x) + (at.y - before.y) * (facing.y - at.y) < 0;
  if (Math.abs(sine) < Math.sin((35 * Math.PI) / 180) && !isBehind) return 'ahead';
  return turn > 0 ? 'left' : 'right';
}
