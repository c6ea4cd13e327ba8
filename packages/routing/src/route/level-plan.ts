import type { Point } from '@daoyin/geometry';
import type { FeatureId } from '@daoyin/venue';
import {
  createPlanner,
  type DistanceTree,
  type Gate,
  type Look,
  type PlanePath,
  type Planner,
} from '../graph/planner';
import { type Placed, place } from '../mesh/locate';
import { triangulate } from '../mesh/mesh';
import { GRID, type Region } from '../space/clip';
import type { Doorway } from '../space/doorways';
import { floorOf, freeSpaceOf, type LevelRules } from '../space/free-space';
import type { LevelParts } from '../space/level-parts';
import type { Access } from '../space/walker';

/** One level as it never changes: parts, doorways and what was assumed. */
export interface LevelBase {
  readonly parts: LevelParts;
  readonly doorways: readonly Doorway[];
  readonly rules: LevelRules;
}

/** One level for one kind of walker with certain units closed. */
export interface LevelPlan {
  readonly base: LevelBase;
  readonly free: Region;
  readonly planner: Planner;
  /** Shuts openings; does nothing where the same are shut already. */
  readonly shut: (openings: ReadonlySet<FeatureId>) => void;
  /** The distance tree of a fixed point under the shut doors, remembered by its key. */
  readonly treeOf: (key: string, root: Placed) => DistanceTree;
  readonly place: (point: Point, reach: number, island?: number) => Placed | undefined;
  /** `place`, remembered by a key. */
  readonly placeDoor: (key: string, point: Point, reach: number) => Placed | undefined;
  /** Distance in grid units, and path, between two fixed points out of `all` that a walker may go between. */
  readonly between: (a: FixedPoint, b: FixedPoint, all: readonly FixedPoint[]) => number;
  readonly pathBetween: (a: FixedPoint, b: FixedPoint, all: readonly FixedPoint[]) => PlanePath | undefined;
}

/** A point that stays while the venue does, such as a lift door. */
export interface FixedPoint {
  readonly key: string;
  readonly placed: Placed;
}

export function levelPlan(base: LevelBase, access: Access, closed: ReadonlySet<FeatureId>): LevelPlan {
  const { parts, doorways, rules } = base;
  const free = freeSpaceOf(floorOf(parts, doorways, rules, access, closed), doorways, access);
  const planner = createPlanner(triangulate(free));
  const openTrees = new Map<string, DistanceTree>();
  const shutTrees = new Map<string, DistanceTree>();
  const doors = new Map<string, Placed | undefined>();
  const looks = new Map<string, Look>();
  let shutKey = '';
  let gates: readonly Gate[] = [];

  const shut: LevelPlan['shut'] = (openings) => {
    const key = [...openings].sort().join();
    if (key === shutKey) return;
    shutKey = key;
    gates = doorways.filter(({ opening }) => openings.has(opening.id)).flatMap(gatesOf);
    shutTrees.clear();
    looks.clear();
    planner.shut(gates);
  };

  /** A tree without shut doors stays right while none of its edges is shut, since shutting only lengthens ways. */
  const treeOf: LevelPlan['treeOf'] = (key, root) => {
    const known = shutTrees.get(key);
    if (known !== undefined) return known;
    const open = openTrees.get(key);
    const tree = open !== undefined && planner.isUnhurt(open) ? open : planner.tree(root);
    shutTrees.set(key, tree);
    if (gates.length === 0) openTrees.set(key, tree);
    return tree;
  };

  const placeAt: LevelPlan['place'] = ({ x, y }, reach, island) =>
    place(planner.mesh, x * GRID, y * GRID, reach * GRID, island);

  const placeDoor: LevelPlan['placeDoor'] = (key, point, reach) => {
    if (!doors.has(key)) doors.set(key, placeAt(point, reach));
    return doors.get(key);
  };

  const lookOf = ({ key, placed }: FixedPoint, all: readonly FixedPoint[]): Look => {
    const known = looks.get(key);
    if (known !== undefined) return known;
    const roots = all.map((point) => point.placed);
    const look = planner.look(placed, roots);
    looks.set(key, look);
    return look;
  };

  return {
    base,
    free,
    planner,
    shut,
    treeOf,
    place: placeAt,
    placeDoor,
    between: (a, b, all) => planner.distanceBy(treeOf(b.key, b.placed), lookOf(a, all)),
    pathBetween: (a, b, all) => planner.pathBy(treeOf(b.key, b.placed), lookOf(a, all)),
  };
}

function gatesOf({ line }: Doorway): Gate[] {
  return line.slice(1).map((b, i) => {
    const a = line[i]!;
    return { ax: a.x * GRID, ay: a.y * GRID, bx: b.x * GRID, by: b.y * GRID };
  });
}
