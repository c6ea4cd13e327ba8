import type { Placed } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import { type DistanceTrees, distanceTrees } from './distance-tree';
import { clusterHeuristic, straightHeuristic } from './heuristic';
import { type NearestSearch, nearestSearch } from './nearest-goal';
import { type PlanePath, pathOver, straightPath } from './plane-path';
import { createSearch, emptyEnds } from './search';
import { openSight, type Sight } from './sight';
import type { TautGraph } from './taut';
import { emptySeen } from './views';

/** Exact shortest paths on one level's free space. All lengths are in grid units. */
export interface Planner extends DistanceTrees {
  readonly mesh: Mesh;
  readonly graph: TautGraph;
  readonly shortest: (from: Placed, to: Placed) => PlanePath | undefined;
  readonly nearest: NearestSearch;
  /** The corners that the last `shortest` reached, for the debug page: flat x, y pairs. */
  readonly reached: () => number[];
}

export function createPlanner(mesh: Mesh, sight: Sight = openSight(mesh)): Planner {
  const { graph } = sight;
  const search = createSearch(graph);
  const seen = emptySeen();
  const ends = emptyEnds(graph.count);

  const heuristic = sight.clusters ? clusterHeuristic(graph, sight.clusters) : straightHeuristic(graph);
  const seenByGoal = emptySeen();

  const shortest: Planner['shortest'] = (from, to) => {
    if (!shareIsland(mesh, from, to)) return undefined;
    if (sight.line(from, to)) return straightPath(from, to);
    ends.round++;
    sight.round(to, seenByGoal);
    for (let i = 0; i < seenByGoal.count; i++) {
      const state = seenByGoal.states[i]!;
      ends.stamp[state] = ends.round;
      ends.length[state] = seenByGoal.lengths[i]!;
    }
    search.begin(heuristic.towards(to, seenByGoal));
    sight.round(from, seen);
    for (let i = 0; i < seen.count; i++) search.seed(seen.states[i]! ^ 1, seen.lengths[i]!);
    const last = search.run(ends, Infinity);
    if (last < 0) return undefined;
    return pathOver(graph, search.parent, { from, last, to, length: search.best() });
  };

  const reached = (): number[] => {
    const points: number[] = [];
    for (let state = 0; state < graph.count; state++) {
      if (search.costOf(state) < Infinity) points.push(graph.x[state]!, graph.y[state]!);
    }
    return points;
  };
  return {
    mesh,
    graph,
    shortest,
    nearest: nearestSearch(sight, search),
    ...distanceTrees(sight, search),
    reached,
  };
}

function shareIsland({ island }: Mesh, a: Placed, b: Placed): boolean {
  return a.triangles.some((t) => b.triangles.some((u) => island[t] === island[u]));
}
