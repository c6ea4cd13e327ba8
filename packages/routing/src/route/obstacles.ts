import { distance, type Point, segmentsCross } from '@daoyin/geometry';
import type { FeatureId, LocalTime } from '@daoyin/venue';
import { isStaffOnly, passageOf, unitKind } from '../space/categories';
import { GRID } from '../space/clip';
import { isWide } from '../space/free-space';
import type { Access } from '../space/walker';
import type { Obstacle } from '../types';
import type { Building } from './building';
import type { Step, Way } from './network';
import type { Stop } from './stops';

/** Metres between two looks at the floor under a path. */
const LOOK_STEP = 0.5;

/** What a walker may use: everything else on a way is an obstacle. */
export interface Limits {
  readonly access: Access;
  /** All that is shut, and of it what somebody shut: the rest is shut by the clock. */
  readonly closed: ReadonlySet<FeatureId>;
  readonly byHand: ReadonlySet<FeatureId>;
  readonly at: LocalTime | undefined;
}

/** What on a way keeps a walker with these limits from going it, in the order in which one would come to it. */
export function obstaclesOn(building: Building, way: Way, limits: Limits): Obstacle[] {
  const found = way.steps.flatMap((step) =>
    step.kind === 'ride' ? rideObstacles(building, step, limits) : walkObstacles(building, step, limits),
  );
  return found.filter(({ featureId }, i) => found.findIndex((other) => other.featureId === featureId) === i);
}

/** A feature that somebody, or the clock, has shut; undefined where it is open. */
export function shutObstacle(
  { timetable }: Building,
  featureId: FeatureId,
  { closed, byHand, at }: Limits,
): readonly [Obstacle] | undefined {
  if (!closed.has(featureId)) return undefined;
  if (byHand.has(featureId) || at === undefined) return [{ featureId, kind: 'closed' }];
  const opens = timetable.opensAt(featureId, at);
  return [{ featureId, kind: 'hours', ...(opens && { opens }) }];
}

type Ride = Extract<Step, { kind: 'ride' }>;
type Walk = Extract<Step, { kind: 'walk' }>;

function rideObstacles(building: Building, { stop, to, from, at }: Ride, limits: Limits): Obstacle[] {
  const { connector } = stop;
  const { access } = limits;
  const isSteep = connector.kind === 'stairs' || connector.kind === 'escalator';
  const ends = [
    { end: stop, door: doorNear(stop, from) },
    { end: to, door: doorNear(to, at) },
  ];
  return [
    ...shut(building, connector.id, limits),
    ...(access.wheels && isSteep ? [{ featureId: connector.id, kind: 'steps' } as const] : []),
    ...ends.flatMap(({ end, door }) => [
      ...shut(building, end.unit.id, limits),
      ...(isStaffOnly(end.unit) && !access.staff ? [{ featureId: end.unit.id, kind: 'staff' } as const] : []),
      ...(door?.openingId === undefined ? [] : shut(building, door.openingId, limits)),
      ...(door?.openingId !== undefined && door.passage === 'staff' && !access.staff
        ? [{ featureId: door.openingId, kind: 'staff' } as const]
        : []),
    ]),
  ];
}

function doorNear({ doors }: Stop, { x, y }: Point): Stop['doors'][number] | undefined {
  const place = { x: x / GRID, y: y / GRID };
  return [...doors].sort((a, b) => distance(a.at, place) - distance(b.at, place))[0];
}

function walkObstacles(building: Building, { level, path }: Walk, limits: Limits): Obstacle[] {
  const { parts, doorways } = building.base(level);
  const { access } = limits;
  const points = pointsOf(path.points);
  const crossed = doorways.filter(({ line }) =>
    line.slice(1).some((d, i) => points.slice(1).some((b, j) => segmentsCross(points[j]!, b, line[i]!, d))),
  );
  const doors = crossed.flatMap((doorway): Obstacle[] => {
    const { opening } = doorway;
    const passage = passageOf(opening);
    return [
      ...shut(building, opening.id, limits),
      ...(passage === 'staff' && !access.staff ? [{ featureId: opening.id, kind: 'staff' } as const] : []),
      ...((passage === 'no-wheels' && access.wheels) || !isWide(doorway, access)
        ? [{ featureId: opening.id, kind: 'narrow' } as const]
        : []),
    ];
  });
  const under = new Set(looksAlong(points).flatMap((point) => parts.floorsAt(point)));
  const floors = [...under].flatMap((i): Obstacle[] => {
    const { unit } = parts.floors[i]!;
    const isSteps = unitKind(unit.category) === 'steps';
    return [
      ...shut(building, unit.id, limits),
      ...(isStaffOnly(unit) && !access.staff ? [{ featureId: unit.id, kind: 'staff' } as const] : []),
      ...(isSteps && access.wheels ? [{ featureId: unit.id, kind: 'steps' } as const] : []),
    ];
  });
  return [...doors, ...floors];
}

function shut(building: Building, featureId: FeatureId, limits: Limits): readonly Obstacle[] {
  return shutObstacle(building, featureId, limits) ?? [];
}

function pointsOf(pairs: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < pairs.length; i += 2) points.push({ x: pairs[i]! / GRID, y: pairs[i + 1]! / GRID });
  return points;
}

function looksAlong(points: readonly Point[]): Point[] {
  return points.slice(1).flatMap((b, i) => {
    const a = points[i]!;
    const looks = Math.max(1, Math.ceil(distance(a, b) / LOOK_STEP));
    return Array.from({ length: looks + 1 }, (_, k) => ({
      x: a.x + (k / looks) * (b.x - a.x),
      y: a.y + (k / looks) * (b.y - a.y),
    }));
  });
}
