import type { Point } from '@daoyin/geometry';
import type { Placed } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import { type DistanceTrees, distanceTrees } from './distance-tree';
import { wayByMoves } from './first-moves';
import { createHeuristic, setGoal } from './heuristic';
import { type NearestSearch, nearestSearch } from './nearest-goal';
import { type PlanePath, pathOver, straightPath } from './plane-path';
import { begin, search, statesTo } from './search';
import { addEnd, clearEnds, costOf, createSpace } from './search-space';
import { emptySeen, type Seen } from './seen';
import { openSight, type Sight } from './sight';
import type { TautGraph } from './taut';

/** Exact shortest paths on one level's free space. All lengths are in grid units. */
export interface Planner extends DistanceTrees {
  readonly mesh: Mesh;
  readonly graph: TautGraph;
  readonly shortest: (from: Placed, to: Placed) => PlanePath | undefined;
  readonly nearest: NearestSearch;
  /** What the last `shortest` did, for the debug page. */
  readonly lastSearch: () => LastSearch;
}

/** A search in grid units: the corners that it reached, and the lines from its ends to the corners that they see. */
export interface LastSearch {
  readonly reached: readonly Point[];
  readonly views: readonly (readonly [Point, Point])[];
}

export function createPlanner(mesh: Mesh, sight: Sight = openSight(mesh)): Planner {
  const { graph } = sight;
  const space = createSpace(graph, sight.chains);
  const seen = emptySeen();
  const heuristic = createHeuristic(space, sight.chains.count, sight.rows);
  const seenByGoal = emptySeen();

  let lastEnds: readonly [Placed, Placed] | undefined;

  /** Looks round from both ends, into `seen` and `seenByGoal`. */
  const look = (from: Placed, to: Placed): void => {
    sight.round(to, seenByGoal);
    setGoal(heuristic, to, seenByGoal);
    sight.round(from, seen);
  };
  const searched = (from: Placed, to: Placed): PlanePath | undefined => {
    clearEnds(space);
    for (let i = 0; i < seenByGoal.count; i++) addEnd(space, seenByGoal.states[i]!, seenByGoal.lengths[i]!);
    begin(space, seen, heuristic);
    const { place, length } = search(space, heuristic);
    return place < 0 ? undefined : pathOver(graph, { from, states: statesTo(space, place), to, length });
  };

  const shortest: Planner['shortest'] = (from, to) => {
    if (!shareIsland(mesh, from, to)) return undefined;
    lastEnds = [from, to];
    if (sight.line(from, to)) return straightPath(from, to);
    look(from, to);
    const known = sight.rowsAreExact ? wayByMoves(space, heuristic, from, seen, seenByGoal) : undefined;
    return known === undefined ? searched(from, to) : pathOver(graph, { from, to, ...known });
  };

  /** The last query once more, by the search that it may not have needed. */
  const lastSearch = (): LastSearch => {
    if (lastEnds === undefined) return { reached: [], views: [] };
    const corner = (state: number): Point => ({ x: graph.x[state]!, y: graph.y[state]! });
    const [from, to] = lastEnds;
    look(from, to);
    searched(from, to);
    const all = Array.from({ length: graph.count }, (_, state) => state);
    const linesTo = (end: Placed, { states, count }: Seen) =>
      [...states.subarray(0, count)].map((state) => [end, corner(state)] as const);
    return {
      reached: all.filter((state) => costOf(space, state) < Infinity).map(corner),
      views: [...linesTo(from, seen), ...linesTo(to, seenByGoal)],
    };
  };
  return {
    mesh,
    graph,
    shortest,
    nearest: nearestSearch(sight, space),
    ...distanceTrees(sight, space),
    lastSearch,
  };
}

function shareIsland({ island }: Mesh, a: Placed, b: Placed): boolean {
  for (let i = 0; i < a.triangles.length; i++) {
    for (let j = 0; j < b.triangles.length; j++) {
      if (island[a.triangles[i]!] === island[b.triangles[j]!]) return true;
    }
  }
  return false;
}
