import type { Point } from '@daoyin/geometry';
import type { Placed } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import { type DistanceTrees, distanceTrees } from './distance-tree';
import { createHeuristic, setGoal } from './heuristic';
import { type NearestSearch, nearestSearch } from './nearest-goal';
import { type PlanePath, pathOver, straightPath } from './plane-path';
import { begin, costOf, createLabels, emptyEnds, search } from './search';
import { openSight, type Sight } from './sight';
import type { TautGraph } from './taut';
import { emptySeen } from './views';

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
  const labels = createLabels(graph.count);
  const seen = emptySeen();
  const ends = emptyEnds(graph.count);

  const heuristic = createHeuristic(graph, sight.clusters);
  const seenByGoal = emptySeen();

  let lastEnds: readonly Placed[] = [];

  const shortest: Planner['shortest'] = (from, to) => {
    if (!shareIsland(mesh, from, to)) return undefined;
    lastEnds = [from, to];
    if (sight.line(from, to)) return straightPath(from, to);
    ends.round++;
    sight.round(to, seenByGoal);
    for (let i = 0; i < seenByGoal.count; i++) {
      const state = seenByGoal.states[i]!;
      ends.stamp[state] = ends.round;
      ends.length[state] = seenByGoal.lengths[i]!;
    }
    setGoal(heuristic, to, seenByGoal);
    sight.round(from, seen);
    begin(labels, seen, heuristic);
    const { state, length } = search(graph, labels, heuristic, ends);
    return state < 0 ? undefined : pathOver(graph, labels.parent, { from, last: state, to, length });
  };

  const lastSearch = (): LastSearch => {
    const corner = (state: number): Point => ({ x: graph.x[state]!, y: graph.y[state]! });
    const all = Array.from({ length: graph.count }, (_, state) => state);
    const views = lastEnds.flatMap((end) => {
      sight.round(end, seen);
      return [...seen.states.subarray(0, seen.count)].map((state) => [end, corner(state)] as const);
    });
    return { reached: all.filter((state) => costOf(labels, state) < Infinity).map(corner), views };
  };
  return {
    mesh,
    graph,
    shortest,
    nearest: nearestSearch(sight, labels),
    ...distanceTrees(sight, labels),
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
