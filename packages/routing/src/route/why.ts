import type { ConnectorKind, FeatureId } from '@daoyin/venue';
import { reasonFor } from '../guidance/reason';
import { GRID } from '../space/clip';
import { accessOf } from '../space/walker';
import type { NoRoute, Obstacle } from '../types';
import type { Request, StartQuery } from './answer';
import type { Building } from './building';
import { findWay, type Spot, type Way } from './network';
import { type Limits, obstaclesOn, shutObstacle } from './obstacles';
import { PACES } from './pace';

/** What could be different: what is shut opens, the walker climbs steps, or is of the staff. */
interface Relief {
  readonly open: boolean;
  readonly climb: boolean;
  readonly staff: boolean;
}

/** More closures than this are not tried one by one. */
const TRIED = 24;
const NOTHING: ReadonlySet<FeatureId> = new Set();
const NONE: Relief = { open: false, climb: false, staff: false };
const CLIMB: Relief = { open: false, climb: true, staff: false };

/** Why no way leads to any of the goals: what blocks is what the best way would need under the least relief that gives one. */
export function whyUnreachable(
  building: Building,
  request: Request,
  query: StartQuery,
  goals: readonly Spot[],
): NoRoute {
  const { profile, staff = false, at } = query;
  const { closed, byHand, start } = request;
  const limits: Limits = { access: accessOf(profile, staff), closed, byHand, at };
  const attempt = (relief: Relief, shut: ReadonlySet<FeatureId> = closed): Way | undefined => {
    const walker = relief.climb ? 'walk' : profile;
    const network = building.network(accessOf(walker, staff || relief.staff), relief.open ? NOTHING : shut);
    return anyWay(network, PACES[walker], start, goals);
  };
  for (const relief of reliefsFor(limits)) {
    const way = attempt(relief);
    if (way === undefined) continue;
    const alone = relief.open && !relief.climb && !relief.staff ? eachAlone(building, limits, attempt) : [];
    const obstacles = alone.length > 0 ? alone : obstaclesOn(building, way, limits);
    const onFoot = limits.access.wheels && !relief.climb ? steepKinds(building, closed, attempt) : undefined;
    const also = alone.length > 0 ? otherKinds(building, closed, alone, attempt) : undefined;
    return unreachable(building, { profile, obstacles, onFoot, also, at });
  }
  return unreachable(building, { profile, obstacles: [], at, apart: [start.level, goals[0]!.level] });
}

/** All reliefs that would change anything, the least first. */
function reliefsFor({ access, closed }: Limits): Relief[] {
  const [open, climb, staff] = [closed.size > 0, access.wheels, !access.staff];
  const all = [1, 2, 4, 3, 5, 6, 7].map((bits) => ({
    open: (bits & 1) > 0,
    climb: (bits & 2) > 0,
    staff: (bits & 4) > 0,
  }));
  return all.filter(
    (relief) => (open || !relief.open) && (climb || !relief.climb) && (staff || !relief.staff),
  );
}

/** The closures of which any one alone would do, where there are few to try. */
function eachAlone(
  building: Building,
  limits: Limits,
  attempt: (relief: Relief, shut: ReadonlySet<FeatureId>) => Way | undefined,
): Obstacle[] {
  const { closed } = limits;
  if (closed.size > TRIED) return [];
  const enough = [...closed].filter((id) =>
    attempt(NONE, new Set([...closed].filter((other) => other !== id))),
  );
  return enough.flatMap((id) => shutObstacle(building, id, limits) ?? []);
}

/** Kinds of connector of which no single one would do, but which are shut and together would, such as stairs from storey to storey. */
function otherKinds(
  { venue }: Building,
  closed: ReadonlySet<FeatureId>,
  named: readonly Obstacle[],
  attempt: (relief: Relief, shut: ReadonlySet<FeatureId>) => Way | undefined,
): ConnectorKind[] {
  const idsOf = (kind: ConnectorKind) =>
    new Set(
      venue.connectors.filter((one) => one.kind === kind).flatMap(({ id, unitIds }) => [id, ...unitIds]),
    );
  return KINDS.filter((kind) => {
    const ids = idsOf(kind);
    const isShut = [...closed].some((id) => ids.has(id));
    if (!isShut || named.some(({ featureId }) => ids.has(featureId))) return false;
    return attempt(NONE, new Set([...closed].filter((id) => !ids.has(id)))) !== undefined;
  });
}

function anyWay(
  network: ReturnType<Building['network']>,
  pace: Request['pace'],
  from: Spot,
  goals: readonly Spot[],
): Way | undefined {
  const placed = (spot: Spot): Spot | undefined => {
    const { x, y } = spot.placed;
    const found = network.plan(spot.level).place({ x: x / GRID, y: y / GRID }, 1);
    return found && { level: spot.level, placed: found };
  };
  const start = placed(from);
  for (const goal of goals) {
    const end = placed(goal);
    const way = start && end && findWay(network, pace, start, end);
    if (way) return way;
  }
  return undefined;
}

const KINDS = ['elevator', 'escalator', 'stairs', 'ramp'] as const satisfies readonly ConnectorKind[];
const STEEP = ['escalator', 'stairs'] as const satisfies readonly ConnectorKind[];

/** By what kinds of connector somebody who climbs gets there now: each kind that is enough without the other, else both together. */
function steepKinds(
  { venue }: Building,
  closed: ReadonlySet<FeatureId>,
  attempt: (relief: Relief, shut: ReadonlySet<FeatureId>) => Way | undefined,
): ConnectorKind[] {
  const allOf = (kind: ConnectorKind) =>
    venue.connectors.filter((one) => one.kind === kind).map(({ id }) => id);
  const enough = STEEP.filter((kind) => {
    const others = STEEP.filter((other) => other !== kind).flatMap(allOf);
    return attempt(CLIMB, new Set([...closed, ...others])) !== undefined;
  });
  if (enough.length > 0) return enough;
  return attempt(CLIMB, closed) === undefined ? [] : [...STEEP];
}

function unreachable(building: Building, why: Parameters<typeof reasonFor>[1]): NoRoute {
  const reason = reasonFor(building.venue, why);
  const { obstacles } = why;
  return {
    ok: false,
    error: {
      kind: 'unreachable',
      message: reason.en,
      ...(obstacles.length > 0 && { blockedBy: obstacles.map(({ featureId }) => featureId), obstacles }),
      reason,
    },
  };
}
