import { distance, multiPolygonContains, type Point, type Random, type VenuePoint } from '@daoyin/geometry';
import type { RouteLeg } from '@daoyin/routing';
import type { ConnectorKind, Venue } from '@daoyin/venue';
import { CHANNEL } from './channel';
import type { Motion } from './motion';
import { Recorder } from './recorder';
import { uniform } from './streams';

/** A way between two points, if there is one; between levels by connectors of this kind. */
export type FindWay = (
  from: VenuePoint,
  to: VenuePoint,
  kind: ConnectorKind,
) => readonly RouteLeg[] | undefined;

const PLACE_IN_QUEUE_M = 0.6;
const LONGEST_QUEUE = 3;
const WAIT_S: readonly [number, number] = [8, 30];
const SERVED_S: readonly [number, number] = [10, 30];
const LIFT_WAITING_S: readonly [number, number] = [2, 25];
const ATTEMPTS = 64;

/**
 * A visitor's errands for so many seconds: from window to window, queueing at each, along walkable ways; the next window may be on
 * another level, reached by any kind of connector that the venue has. Throws a RangeError where there is no way at all.
 */
export function runErrands(venue: Venue, findWay: FindWay, random: Random, seconds: number): Motion {
  const goals = goalsOf(venue, random);
  const speed = uniform(random, CHANNEL.walker.speed);
  const recorder = new Recorder(venue, startOf(goals, findWay, random, venue), random() * 2 * Math.PI);
  recorder.stand(1 + 2 * random());
  for (let failures = 0; recorder.seconds < seconds && failures < ATTEMPTS; ) {
    const goal = pick(goals, random);
    const way = findWay(recorder.here, goal, pick(kindsOf(venue), random));
    if (way === undefined || distanceOf(way) < 1) failures++;
    else {
      failures = 0;
      follow(recorder, way, random, speed);
    }
  }
  recorder.stand(Math.max(0, seconds - recorder.seconds));
  return recorder.motion(0, seconds);
}

/** Follows a way to its end and is served there. */
export function follow(recorder: Recorder, way: readonly RouteLeg[], random: Random, speed: number): void {
  for (const [i, leg] of way.entries()) {
    const pace = clamp(speed * (0.9 + 0.2 * random()), CHANNEL.walker.speed);
    if (leg.kind === 'connector') recorder.change(leg.to, uniform(random, LIFT_WAITING_S), leg.connector);
    else if (i < way.length - 1) recorder.walk(leg.path, pace);
    else queue(recorder, leg.path, random, pace);
  }
}

/** Walks to the end of the queue before the window, and moves up place by place until it is the walker's turn. */
function queue(recorder: Recorder, path: readonly Point[], random: Random, pace: number): void {
  const ahead = Math.floor(random() * (LONGEST_QUEUE + 1));
  recorder.walk([...path.slice(0, -1), placeInQueue(path, ahead)], pace);
  for (let place = ahead; place > 0; place--) {
    recorder.stand(uniform(random, WAIT_S));
    recorder.walk([placeInQueue(path, place - 1)], CHANNEL.walker.speed[0]);
  }
  recorder.stand(uniform(random, SERVED_S));
}

/** Where so many people are ahead: on the last piece of the way, which is never left backwards. */
function placeInQueue(path: readonly Point[], ahead: number): Point {
  const end = path.at(-1)!;
  const before = path.at(-2);
  if (ahead === 0 || before === undefined) return end;
  const t = Math.max(0, 1 - (ahead * PLACE_IN_QUEUE_M) / Math.max(distance(before, end), 1e-6));
  return { x: before.x + t * (end.x - before.x), y: before.y + t * (end.y - before.y) };
}

function distanceOf(way: readonly RouteLeg[]): number {
  return way.reduce(
    (sum, leg) =>
      leg.kind === 'connector'
        ? sum + 10
        : sum + leg.path.reduce((length, p, i) => (i === 0 ? 0 : length + distance(leg.path[i - 1]!, p)), 0),
    0,
  );
}

/** Where visitors go: windows, and where there are none, points of public units. */
export function goalsOf(venue: Venue, random: Random): readonly VenuePoint[] {
  const windows = venue.windows.map(({ at }) => at);
  return windows.length > 1
    ? windows
    : venue.units.flatMap((unit) => {
        const area = unit.area.flatMap(({ outer }) => outer);
        const [xs, ys] = [area.map(({ x }) => x), area.map(({ y }) => y)];
        return Array.from({ length: 4 }, () => ({
          x: uniform(random, [Math.min(...xs), Math.max(...xs)]),
          y: uniform(random, [Math.min(...ys), Math.max(...ys)]),
          level: unit.level,
        })).filter((p) => multiPolygonContains(unit.area, p));
      });
}

/** A goal from which there is a way to some other; throws where the venue has none. */
function startOf(goals: readonly VenuePoint[], findWay: FindWay, random: Random, venue: Venue): VenuePoint {
  for (let attempt = 0; attempt < ATTEMPTS && goals.length > 0; attempt++) {
    const start = pick(goals, random);
    if (findWay(start, pick(goals, random), pick(kindsOf(venue), random)) !== undefined) return start;
  }
  throw new RangeError('The venue has no two places with a way between them.');
}

export function kindsOf(venue: Venue): readonly ConnectorKind[] {
  const kinds = [...new Set(venue.connectors.map(({ kind }) => kind))];
  return kinds.length > 0 ? kinds : ['stairs'];
}

export function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, value));
}
