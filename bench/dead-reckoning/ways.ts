import { distance, type Point, type Random, type VenuePoint } from '@daoyin/geometry';
import { createRouter, type Router } from '@daoyin/routing';
import type { Venue } from '@daoyin/venue';

const TURN = (35 * Math.PI) / 180;
const STEADY = (20 * Math.PI) / 180;
const APART = 2;
const ATTEMPTS = 400;

/** Ways of visitors on one level, as points in order. */
export interface Ways {
  /** From a window by the router to another, and to a third where that is not far enough, with two turns of 35° in the first `metres`. */
  readonly routed: (random: Random, metres: number) => readonly VenuePoint[];
  /** From window to window by way of others that are near, without a stop: somebody who strolls and turns where they like. */
  readonly strolled: (random: Random, metres: number) => readonly VenuePoint[];
}

export function waysOf(venue: Venue): Ways {
  const router = createRouter(venue);
  const places = venue.windows.map(({ at }) => at);
  const pick = (random: Random): VenuePoint => places[Math.floor(random() * places.length)]!;
  return {
    routed: (random, metres) =>
      first(() => {
        const between = pathBetween(router, pick(random), pick(random));
        const onward = between && metres > 60 ? pathBetween(router, between.at(-1)!, pick(random)) : [];
        const path = between && onward && [...between, ...onward.slice(1)];
        return path && lengthOf(path) > metres + 2 && turnsIn(path, metres) >= 2 ? path : undefined;
      }),
    strolled: (random, metres) =>
      first(() => {
        let path: readonly VenuePoint[] = [pick(random)];
        for (let legs = 0; legs < 12 && lengthOf(path) < metres + 2; legs++) {
          const from = path.at(-1)!;
          const near = places.filter((place) => place.level === from.level && within(from, place, 6, 20));
          const to = near[Math.floor(random() * near.length)];
          const leg = to && pathBetween(router, from, to);
          if (leg) path = [...path, ...leg.slice(1, -1), shortOf(leg)];
        }
        return lengthOf(path) > metres + 2 ? path : undefined;
      }),
  };
}

function first(attempt: () => readonly VenuePoint[] | undefined): readonly VenuePoint[] {
  for (let i = 0; i < ATTEMPTS; i++) {
    const path = attempt();
    if (path) return path;
  }
  throw new RangeError('The venue has no such way.');
}

function pathBetween(router: Router, from: VenuePoint, to: VenuePoint): readonly VenuePoint[] | undefined {
  if (from.level !== to.level) return undefined;
  const route = router.find({ from, to, profile: 'walk' });
  return route.ok && route.path.every(({ level }) => level === from.level) ? route.path : undefined;
}

function within(a: VenuePoint, b: VenuePoint, least: number, most: number): boolean {
  const metres = distance(a, b);
  return metres >= least && metres <= most;
}

/** The last point of a way, but for its last metre: a stroller does not go up to the counter. */
function shortOf(path: readonly VenuePoint[]): VenuePoint {
  const [before, end] = [path.at(-2)!, path.at(-1)!];
  const t = Math.max(0, 1 - 1 / Math.max(1, distance(before, end)));
  return { ...end, x: before.x + t * (end.x - before.x), y: before.y + t * (end.y - before.y) };
}

function lengthOf(path: readonly VenuePoint[]): number {
  return path.slice(1).reduce((sum, point, i) => sum + distance(path[i]!, point), 0);
}

/** Turns of 35° or more within the first metres of a way, by its direction every 2 m: from one steady direction to the next. */
export function turnsIn(path: readonly Point[], metres: number): number {
  const directions = directionsOf(path, metres);
  let [turns, steady] = [0, directions[0] ?? 0];
  for (const [i, direction] of directions.entries()) {
    const next = directions[i + 1];
    if (next === undefined || Math.abs(turnBetween(direction, next)) > STEADY) continue;
    if (Math.abs(turnBetween(steady, direction)) < TURN) continue;
    turns++;
    steady = direction;
  }
  return turns;
}

function directionsOf(path: readonly Point[], metres: number): number[] {
  const directions: number[] = [];
  let [from, walked, due] = [path[0]!, 0, APART];
  for (let i = 1; i < path.length && walked < metres; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    const leg = distance(a, b);
    for (; due <= walked + leg && due <= metres; due += APART) {
      const t = (due - walked) / leg;
      const at = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
      directions.push(Math.atan2(at.y - from.y, at.x - from.x));
      from = at;
    }
    walked += leg;
  }
  return directions;
}

function turnBetween(from: number, to: number): number {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}
