import { cross, distance, type Point, type VenuePoint } from '@daoyin/geometry';
import { GRID } from '../space/clip';
import type { Route, RouteLeg } from '../types';
import type { Goal } from './goals';
import type { Way } from './network';
import type { Pace } from './pace';

/** What `manoeuvresOf` adds to. */
export type BareRoute = Omit<Route, 'manoeuvres'>;

/** A way as a route in metres and seconds. */
export function assemble(way: Way, pace: Pace, goal: Goal): BareRoute {
  const legs = way.steps.map((step): RouteLeg => {
    if (step.kind === 'walk') {
      const length = step.path.length / GRID;
      return {
        kind: 'walk',
        level: step.level,
        path: pointsOf(step.path.points),
        length,
        duration: length / pace.walking,
      };
    }
    const { stop, to, from, at, ride } = step;
    return {
      kind: 'connector',
      connectorId: stop.connector.id,
      connector: stop.connector.kind,
      from: { ...inMetres(from), level: stop.level },
      to: { ...inMetres(at), level: to.level },
      length: ride.length,
      duration: ride.duration,
    };
  });
  const path = pathOf(legs);
  const sum = (of: (leg: RouteLeg) => number) => legs.reduce((total, leg) => total + of(leg), 0);
  return {
    ok: true,
    length: sum((leg) => leg.length),
    duration: sum((leg) => leg.duration),
    path,
    legs,
    destination: {
      at: path.at(-1)!,
      ...(goal.window !== undefined && { window: goal.window }),
      ...(goal.featureId !== undefined && { featureId: goal.featureId }),
      side: sideOf(path, goal.facing),
    },
  };
}

const inMetres = ({ x, y }: Point): Point => ({ x: x / GRID, y: y / GRID });

function pointsOf(pairs: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < pairs.length; i += 2) points.push({ x: pairs[i]! / GRID, y: pairs[i + 1]! / GRID });
  return points;
}

function pathOf(legs: readonly RouteLeg[]): VenuePoint[] {
  const all = legs.flatMap((leg) =>
    leg.kind === 'walk' ? leg.path.map(({ x, y }) => ({ x, y, level: leg.level })) : [leg.from, leg.to],
  );
  return all.filter((point, i) => {
    const before = all[i - 1];
    return (
      before === undefined ||
      (i === 1 && all.length === 2) ||
      before.level !== point.level ||
      distance(before, point) > 0
    );
  });
}

/** On which side the goal is for somebody who arrives: within 35° of straight on it is ahead. */
export function sideOf(path: readonly VenuePoint[], facing: Point | undefined): 'left' | 'right' | 'ahead' {
  const at = path.at(-1)!;
  const before = path.findLast((point) => point.level === at.level && distance(point, at) > 0.5);
  if (facing === undefined || before === undefined || distance(facing, at) < 0.05) return 'ahead';
  const turn = cross(before, at, { x: facing.x, y: facing.y });
  const sine = turn / (distance(before, at) * distance(at, facing));
  const isBehind = (at.x - before.x) * (facing.x - at.x) + (at.y - before.y) * (facing.y - at.y) < 0;
  if (Math.abs(sine) < Math.sin((35 * Math.PI) / 180) && !isBehind) return 'ahead';
  return turn > 0 ? 'left' : 'right';
}
