import { decodeReading, startChain } from '@daoyin/beacon-ingest';
import {
  distance,
  nearestOnSegment,
  normal,
  type Random,
  seededRandom,
  type VenuePoint,
} from '@daoyin/geometry';
import { createRouter, type Route, type RouteLeg, type Router, type TrackedPosition } from '@daoyin/routing';
import { createRadioWorld, type RadioWorld, simulateAlong, type TruthPoint } from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';

/** A walk beside a route: what the phone's dot shows, and where its bearer is. */
export interface Walked {
  readonly route: Route;
  readonly dots: readonly TrackedPosition[];
  readonly truth: readonly TruthPoint[];
  /** Left the route on purpose. */
  readonly strays: boolean;
}

export interface Surroundings {
  readonly venue: Venue;
  readonly register: BeaconRegister;
  readonly world: RadioWorld;
  readonly router: Router;
  /** Whether the phone feels steps. */
  readonly steps: boolean;
}

export function surroundingsOf(
  venue: Venue,
  register: BeaconRegister,
  seed: number,
  steps: boolean,
): Surroundings {
  const world = createRadioWorld({ venue, register, seed });
  return { venue, register, world, router: createRouter(venue, { prepare: ['walk'] }), steps };
}

/** Milliseconds between two dots, as on the phone's page. */
const SHOWN_EVERY = 200;
/** People walk beside the line of a route: metres of their own, and over how many metres they change. */
const [SWAY, SWAY_OVER] = [0.4, 3];
/** Metres that a stray walks on the route before and that were left of it, and how far off the stray gets. */
const [BEFORE, LEFT, GETS] = [10, 12, 10];

/** A walk along a route of at least 25 m. */
export function walkOnRoute(surroundings: Surroundings, seed: number): Walked {
  const random = seededRandom(seed);
  const route = someRoute(surroundings, random);
  return walked(surroundings, route, swayed(route.path, random), { seed, random, strays: false });
}

/** A walk along the first part of a route, then to another window, at least 10 m off. */
export function walkOff(surroundings: Surroundings, seed: number): Walked {
  const { router, venue } = surroundings;
  const random = seededRandom(seed);
  for (;;) {
    const route = someRoute(surroundings, random);
    const cut = cutAt(route, BEFORE + random() * Math.max(0, route.length - BEFORE - LEFT));
    if (cut === undefined) continue;
    const window = pick(venue.windows, random).number;
    const other = router.find({ from: cut.at(-1)!, to: { window }, profile: 'walk' });
    if (!other.ok || other.path.some(({ level }) => level !== cut.at(-1)!.level)) continue;
    if (!leavesAtOnce(route, other)) continue;
    const path = swayed([...cut, ...other.path.slice(1)], random);
    return walked(surroundings, route, path, { seed, random, strays: true });
  }
}

/** Metres from a route on the point's level, its rides among it; Infinity on another level. */
export function offBy({ legs }: Route, point: VenuePoint): number {
  return legs.reduce((least, leg) => Math.min(least, offLeg(leg, point)), Infinity);
}

function offLeg(leg: RouteLeg, point: VenuePoint): number {
  if (leg.kind === 'walk') {
    if (leg.level !== point.level) return Infinity;
    const pieces = leg.path.slice(1).map((b, i) => nearestOnSegment(point, leg.path[i]!, b).point);
    return Math.min(...pieces.map((near) => distance(point, near)));
  }
  const { from, to, inside = from } = leg;
  if (from.level !== point.level && to.level !== point.level) return Infinity;
  if (distance(from, to) > 3) return distance(point, nearestOnSegment(point, from, to).point) - 1;
  return Math.max(0, distance(point, inside) - distance(inside, from));
}

function someRoute({ router, venue }: Surroundings, random: Random): Route {
  for (;;) {
    const [a, b] = [pick(venue.windows, random), pick(venue.windows, random)];
    const found = router.find({ from: a.at, to: { window: b.number }, profile: 'walk' });
    if (found.ok && found.length > BEFORE + LEFT + 3) return found;
  }
}

/** The route's path up to so many metres; undefined where that is on a stair or in a lift. */
function cutAt({ path }: Route, metres: number): VenuePoint[] | undefined {
  let walkedSoFar = 0;
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    const far = distance(a, b);
    if (walkedSoFar + far >= metres) {
      const t = (metres - walkedSoFar) / far;
      if (a.level !== b.level) return undefined;
      return [...path.slice(0, i), { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y), level: a.level }];
    }
    walkedSoFar += far;
  }
  return undefined;
}

/** Gets off the route, and does not first follow it. */
function leavesAtOnce(route: Route, other: Route): boolean {
  const points = other.path.flatMap((b, i) => {
    const a = other.path[i - 1];
    return a === undefined
      ? []
      : [0.25, 0.5, 0.75, 1].map((t) => ({ ...b, x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }));
  });
  return points.some((point) => offBy(route, point) > GETS);
}

function swayed(path: readonly VenuePoint[], random: Random): VenuePoint[] {
  const points: VenuePoint[] = [path[0]!];
  let aside = 0;
  path.slice(1).forEach((b, i) => {
    const a = path[i]!;
    const far = distance(a, b);
    const parts = a.level === b.level ? Math.max(1, Math.round(far / SWAY_OVER)) : 1;
    for (let k = 1; k <= parts; k++) {
      aside = 0.6 * aside + 0.8 * SWAY * normal(random);
      const t = k / parts;
      const shift = k < parts ? aside / (far || 1) : 0;
      points.push({
        x: a.x + t * (b.x - a.x) - shift * (b.y - a.y),
        y: a.y + t * (b.y - a.y) + shift * (b.x - a.x),
        level: b.level,
      });
    }
  });
  return points;
}

function walked(
  { venue, register, world, steps }: Surroundings,
  route: Route,
  path: readonly VenuePoint[],
  { seed, random, strays }: { readonly seed: number; readonly random: Random; readonly strays: boolean },
): Walked {
  const speed = 0.8 + 0.6 * random();
  const { lines, truth } = simulateAlong({ venue, register, world, seed, path, speed, truthEveryMs: 200 });
  const chain = startChain({ register, venue, seed });
  const dots: TrackedPosition[] = [];
  let shownMs = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    if (!steps && 'step' in line) continue;
    const decoded = decodeReading({ ...line });
    if (!decoded.ok) continue;
    chain.push(decoded.input);
    if (line.atMs - shownMs < SHOWN_EVERY) continue;
    shownMs = line.atMs;
    const dot = chain.positionAt(line.atMs);
    if (dot !== undefined)
      dots.push({ atMs: dot.atMs, x: dot.x, y: dot.y, level: dot.level, accuracy95: dot.accuracy95 });
  }
  return { route, dots, truth, strays };
}

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;
