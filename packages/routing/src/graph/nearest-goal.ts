import type { Placed } from '../mesh/locate';
import type { DistanceTree } from './distance-tree';
import { createHeuristic } from './heuristic';
import { distanceBetween, type PlanePath, pathOver, reversed, statesBack, straightPath } from './plane-path';
import { begin, search } from './search';
import { clearEnds, labelsOf, type SearchSpace } from './search-space';
import { addSeen, emptySeen } from './seen';
import type { Sight } from './sight';

/** The nearest of several goals by its index, with the path to it; undefined where none is reached. */
export type NearestSearch = (
  from: Placed,
  goals: readonly Placed[],
) => { readonly index: number; readonly path: PlanePath } | undefined;

/** How far every state is from the nearest of some goals, and which that is, where the state sees it. */
interface GoalTree extends Omit<DistanceTree, 'root' | 'starts'> {
  readonly goalAt: Int32Array;
}

/** Goals that were asked for: where they are, together in memory, and their tree once somebody has needed it. */
interface GoalSet {
  readonly goals: readonly Placed[];
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  tree: GoalTree | undefined;
}

/** So many sets of goals are kept (the open windows of a service), the oldest goes first. */
const KEPT = 8;

/** One tree over the level from all goals at once, kept while the same goals are asked for: then a query is one look round. */
export function nearestSearch(sight: Sight, space: SearchSpace): NearestSearch {
  const { graph } = sight;
  const seen = emptySeen();
  const noGoal = createHeuristic(space, 0, undefined);
  const kept: GoalSet[] = [];

  const grow = (goals: readonly Placed[]): GoalTree => {
    const all = emptySeen();
    const nearest = new Float64Array(graph.count).fill(Infinity);
    const goalAt = new Int32Array(graph.count).fill(-1);
    goals.forEach((goal, index) => {
      sight.round(goal, seen);
      for (let i = 0; i < seen.count; i++) {
        const state = seen.states[i]! ^ 1;
        if (seen.lengths[i]! >= nearest[state]!) continue;
        nearest[state] = seen.lengths[i]!;
        goalAt[state] = index;
        addSeen(all, seen.states[i]!, seen.lengths[i]!, 0, 0, 0, 0);
      }
    });
    clearEnds(space);
    begin(space, all, noGoal);
    search(space, noGoal);
    return { ...labelsOf(space), goalAt };
  };
  const setOf = (goals: readonly Placed[]): GoalSet => {
    const known = kept.find((set) => isSame(set.goals, goals));
    if (known !== undefined) return known;
    const xs = Float64Array.from(goals, ({ x }) => x);
    const ys = Float64Array.from(goals, ({ y }) => y);
    const set: GoalSet = { goals, xs, ys, tree: undefined };
    if (kept.length >= KEPT) kept.shift();
    kept.push(set);
    return set;
  };

  return (from, goals) => {
    const set = setOf(goals);
    // What is nearest as the crow flies is nearest of all where one can walk straight to it, and then nobody has to look round.
    const closest = closestOf(from, set);
    if (closest >= 0 && sight.line(from, goals[closest]!))
      return { index: closest, path: straightPath(from, goals[closest]!) };
    set.tree ??= grow(goals);
    const { tree } = set;
    sight.round(from, seen);
    let [length, last] = [Infinity, -1];
    for (let i = 0; i < seen.count; i++) {
      const whole = seen.lengths[i]! + tree.distance[seen.states[i]!]!;
      if (whole < length) [length, last] = [whole, seen.states[i]!];
    }
    const index = nearestInSight(sight, from, goals, length, closest);
    if (index >= 0) return { index, path: straightPath(from, goals[index]!) };
    if (last < 0) return undefined;
    const states = statesBack((state) => tree.parent[state]!, last);
    const goal = tree.goalAt[states.at(-1)!]!;
    const path = pathOver(graph, { from: goals[goal]!, states, to: from, length });
    return { index: goal, path: reversed(path) };
  };
}

function isSame(a: readonly Placed[], b: readonly Placed[]): boolean {
  return a === b || (a.length === b.length && a.every((goal, i) => goal === b[i]));
}

/** The goal at the least straight distance; −1 where there are none. */
function closestOf({ x, y }: Placed, { xs, ys }: GoalSet): number {
  let closest = -1;
  let least = Infinity;
  for (let index = 0; index < xs.length; index++) {
    const dx = xs[index]! - x;
    const dy = ys[index]! - y;
    const squared = dx * dx + dy * dy;
    if (squared >= least) continue;
    closest = index;
    least = squared;
  }
  return closest;
}

/** The nearest goal but `hidden` that one can walk straight to, nearer than `limit` grid units; −1 for none. */
function nearestInSight(
  sight: Sight,
  from: Placed,
  goals: readonly Placed[],
  limit: number,
  hidden: number,
): number {
  const near: { readonly index: number; readonly straight: number }[] = [];
  for (let index = 0; index < goals.length; index++) {
    if (index === hidden) continue;
    const straight = distanceBetween(from, goals[index]!);
    if (straight < limit) near.push({ index, straight });
  }
  near.sort((a, b) => a.straight - b.straight);
  return near.find(({ index }) => sight.line(from, goals[index]!))?.index ?? -1;
}
