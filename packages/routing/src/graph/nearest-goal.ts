import type { Placed } from '../mesh/locate';
import { createHeuristic, setGoals } from './heuristic';
import { distanceBetween, type PlanePath, pathOver, straightPath } from './plane-path';
import { begin, type Ends, emptyEnds, type Labels, search } from './search';
import type { Sight } from './sight';
import { emptySeen, type Seen } from './views';

/** The nearest of several goals by its index, with the path to it; undefined where none is reached. */
export type NearestSearch = (
  from: Placed,
  goals: readonly Placed[],
) => { readonly index: number; readonly path: PlanePath } | undefined;

/** The corners that goals are seen from, and which goal is the nearest from each. */
interface GoalEnds {
  readonly goals: readonly Placed[];
  readonly ends: Ends;
  readonly goalAt: Int32Array;
}

/** One search until the first goal; what the goals see, and what bounds the way to them, is kept while the same goals are asked for. */
export function nearestSearch(sight: Sight, labels: Labels): NearestSearch {
  const { graph } = sight;
  const seen = emptySeen();
  const heuristic = createHeuristic(graph, sight.clusters);
  let known: GoalEnds | undefined;

  const endsOf = (goals: readonly Placed[]): GoalEnds => {
    if (known?.goals.length === goals.length && known.goals.every((goal, i) => goal === goals[i]))
      return known;
    const ends = emptyEnds(graph.count);
    const goalAt = new Int32Array(graph.count);
    goals.forEach((goal, index) => {
      sight.round(goal, seen);
      for (let i = 0; i < seen.count; i++) {
        const state = seen.states[i]!;
        if (ends.stamp[state] === ends.round && ends.length[state]! <= seen.lengths[i]!) continue;
        ends.stamp[state] = ends.round;
        ends.length[state] = seen.lengths[i]!;
        goalAt[state] = index;
      }
    });
    if (sight.clusters !== undefined) setGoals(heuristic, allSeen(ends));
    known = { goals: [...goals], ends, goalAt };
    return known;
  };

  return (from, goals) => {
    const straight = goals.map((goal) => distanceBetween(from, goal));
    const first = indexOfLeast(straight, 0);
    if (first < 0) return undefined;
    const inSight = (index: number) => ({ index, path: straightPath(from, goals[index]!) });
    if (sight.line(from, goals[first]!)) return inSight(first);
    const { ends, goalAt } = endsOf(goals);
    sight.round(from, seen);
    begin(labels, seen, heuristic);
    const { state: last, length } = search(graph, labels, heuristic, ends);
    const after = straight[first]!;
    for (
      let i = indexOfLeast(straight, after);
      i >= 0 && straight[i]! < length;
      i = indexOfLeast(straight, straight[i]!)
    ) {
      if (sight.line(from, goals[i]!)) return inSight(i);
    }
    if (last < 0) return undefined;
    const index = goalAt[last]!;
    return { index, path: pathOver(graph, labels.parent, { from, last, to: goals[index]!, length }) };
  };
}

/** The index of the least value above `after`, −1 for none. */
function indexOfLeast(values: readonly number[], after: number): number {
  let least = -1;
  for (let i = 0; i < values.length; i++) {
    if (
      (values[i]! > after || (after === 0 && values[i] === 0)) &&
      !(values[i]! >= (values[least] ?? Infinity))
    )
      least = i;
  }
  return least;
}

/** All states from which some goal is seen, and how far the nearest is. */
function allSeen({ stamp, length, round }: Ends): Seen {
  const states: number[] = [];
  for (let state = 0; state < stamp.length; state++) if (stamp[state] === round) states.push(state);
  return {
    count: states.length,
    states: Int32Array.from(states),
    lengths: Float64Array.from(states, (state) => length[state]!),
  };
}
