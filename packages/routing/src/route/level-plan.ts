import type { Point } from '@daoyin/geometry';
import type { FeatureId } from '@daoyin/venue';
import { closedSight } from '../graph/closed-sight';
import type { Closure } from '../graph/closure';
import type { DistanceTree, Look } from '../graph/distance-tree';
import { createPlanner, type Planner } from '../graph/planner';
import { type OpenSight, openSight } from '../graph/sight';
import { zoneOf } from '../graph/zone';
import { type Placed, place } from '../mesh/locate';
import { triangulate } from '../mesh/mesh';
import { difference, GRID, type Region } from '../space/clip';
import type { Doorway } from '../space/doorways';
import { floorOf, freeSpaceOf, type LevelRules, shutRegion } from '../space/free-space';
import { type LevelParts, tooDetailed } from '../space/level-parts';
import type { Access } from '../space/walker';
import { placeOutside } from './place-outside';

/** One level as it never changes: parts, doorways and what was assumed. */
export interface LevelBase {
  readonly parts: LevelParts;
  readonly doorways: readonly Doorway[];
  readonly rules: LevelRules;
}

/** One level for one kind of walker, as it is open or with something shut. */
export interface LevelPlan {
  readonly base: LevelBase;
  /** Why no routes are found on the level, where it is too much for a floor plan. */
  readonly refusal: string | undefined;
  /** Where the walker's centre may be. */
  readonly free: () => Region;
  readonly planner: Planner;
  readonly place: (point: Point, reach: number) => Placed | undefined;
  /** `place`, remembered by a key. */
  readonly placeDoor: (key: string, point: Point, reach: number) => Placed | undefined;
  /** The distance tree of a fixed point, if it is at hand or costs nothing to come by. */
  readonly knownTree: (at: FixedPoint) => DistanceTree | undefined;
  readonly treeOf: (at: FixedPoint) => DistanceTree;
  readonly lookOf: (at: FixedPoint) => Look;
}

/** A point that stays while the venue does, such as a lift door. */
export interface FixedPoint {
  readonly key: string;
  readonly placed: Placed;
}

/** A level with nothing shut, and what it becomes where something is. */
export interface OpenPlan extends LevelPlan {
  readonly shut: (openings: ReadonlySet<FeatureId>, units: ReadonlySet<FeatureId>) => LevelPlan;
}

/** Corners after the inset, where arcs have about ten: beyond, what is kept for each would not fit into memory. */
const MOST_CORNERS = 100_000;

export function openPlan(base: LevelBase, access: Access): OpenPlan {
  const { parts, doorways, rules } = base;
  const whole = freeSpaceOf(floorOf(parts, doorways, rules, access), doorways, access);
  const corners = whole.reduce((sum, ring) => sum + ring.length, 0);
  const free = corners > MOST_CORNERS ? [] : whole;
  const refusal =
    corners > MOST_CORNERS
      ? tooDetailed(parts.level.shortName, corners, MOST_CORNERS)
      : parts.issues.find(({ severity }) => severity === 'error');
  const mesh = triangulate(free);
  const sight = openSight(mesh);
  const planner = createPlanner(mesh, sight);
  const placeAt: LevelPlan['place'] = ({ x, y }, reach) => place(mesh, x * GRID, y * GRID, reach * GRID);
  const kept = keeper(planner);
  const open: LevelPlan = {
    base,
    refusal: refusal?.message,
    free: () => free,
    planner,
    place: placeAt,
    placeDoor: rememberedPlaces(placeAt),
    knownTree: kept.treeOf,
    ...kept,
  };
  return {
    ...open,
    shut: (openings, units) => {
      const gates = doorways.filter(({ opening }) => openings.has(opening.id)).flatMap(gatesOf);
      const floors = parts.floors.filter(({ unit }) => units.has(unit.id));
      const zone = zoneOf(shutRegion(floors, access));
      return gates.length === 0 && zone.isEmpty ? open : closedPlan(open, sight, { gates, zone });
    },
  };
}

function closedPlan(open: LevelPlan, sight: OpenSight, closure: Closure): LevelPlan {
  const { mesh } = open.planner;
  const closed = closedSight(mesh, sight, closure);
  const planner = createPlanner(mesh, closed);
  const kept = keeper(planner);
  const known = new Map<string, DistanceTree | undefined>();
  const { zone } = closure;
  let rest: Region | undefined;
  const free = (): Region => {
    rest ??= difference(open.free(), zone.region);
    return rest;
  };
  const placeAt: LevelPlan['place'] = (point, reach) => {
    const placed = open.place(point, reach);
    return placed && placeOutside(mesh, zone, point, placed, reach);
  };
  const knownTree: LevelPlan['knownTree'] = (at) => {
    if (!known.has(at.key)) {
      const before = open.treeOf(at);
      known.set(at.key, before.root === at.placed && closed.isUnhurt(before) ? before : undefined);
    }
    return known.get(at.key);
  };
  return {
    base: open.base,
    refusal: open.refusal,
    free,
    planner,
    place: placeAt,
    placeDoor: rememberedPlaces(closure.zone.isEmpty ? open.place : placeAt, open.placeDoor),
    knownTree,
    treeOf: (at) => knownTree(at) ?? kept.treeOf(at),
    lookOf: kept.lookOf,
  };
}

/** Trees and looks of fixed points, made once. */
function keeper(planner: Planner): Pick<LevelPlan, 'treeOf' | 'lookOf'> {
  const trees = new Map<string, DistanceTree>();
  const looks = new Map<string, Look>();
  return {
    treeOf: ({ key, placed }) => {
      const tree = trees.get(key) ?? planner.tree(placed);
      trees.set(key, tree);
      return tree;
    },
    lookOf: ({ key, placed }) => {
      const look = looks.get(key) ?? planner.look(placed);
      looks.set(key, look);
      return look;
    },
  };
}

/** Places by key; a place that was the same before what is shut is the same object. */
function rememberedPlaces(
  placeAt: LevelPlan['place'],
  before?: LevelPlan['placeDoor'],
): LevelPlan['placeDoor'] {
  const places = new Map<string, Placed | undefined>();
  return (key, point, reach) => {
    if (places.has(key)) return places.get(key);
    const [now, then] = [placeAt(point, reach), before?.(key, point, reach)];
    const placed = now !== undefined && now.x === then?.x && now.y === then.y ? then : now;
    places.set(key, placed);
    return placed;
  };
}

function gatesOf({ line }: Doorway): Closure['gates'] {
  return line.slice(1).map((b, i) => {
    const a = line[i]!;
    return { ax: a.x * GRID, ay: a.y * GRID, bx: b.x * GRID, by: b.y * GRID };
  });
}
