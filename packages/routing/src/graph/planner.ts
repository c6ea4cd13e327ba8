import type { Placed } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import { createSweep } from '../mesh/sweep';
import { createHeap } from './heap';
import { eachArrival, type TautGraph, tautGraph } from './taut';

/** A line on the floor that must not be crossed: a closed door. Grid units. */
export interface Gate {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** A shortest path on one level in grid units: flat x, y pairs from the start to the goal. */
export interface PlanePath {
  readonly points: readonly number[];
  readonly length: number;
}

/** Lengths in grid units from one point to every state of a level's corners, for asking from many points. */
export interface DistanceTree {
  readonly root: Placed;
  readonly distance: Float64Array;
  readonly parent: Int32Array;
}

/** Exact shortest paths on one level's free space. */
export interface Planner {
  readonly mesh: Mesh;
  readonly graph: TautGraph;
  readonly shortest: (from: Placed, to: Placed) => PlanePath | undefined;
  /** The nearest of several goals by its index, with the path to it; undefined where none is reached. */
  readonly nearest: (
    from: Placed,
    goals: readonly Placed[],
  ) => { readonly index: number; readonly path: PlanePath } | undefined;
  /** Distances from a point to every corner. */
  readonly tree: (root: Placed) => DistanceTree;
  /** What is seen from a point, to ask several trees at little cost; `roots` are the trees' roots. */
  readonly look: (from: Placed, roots: readonly Placed[]) => Look;
  readonly distanceBy: (tree: DistanceTree, look: Look) => number;
  /** The path from the look's point to the tree's root. */
  readonly pathBy: (tree: DistanceTree, look: Look) => PlanePath | undefined;
  /** Whether none of a tree's edges crosses a shut door. */
  readonly isUnhurt: (tree: DistanceTree) => boolean;
  /** Shuts doors: no path crosses these lines until the next call. */
  readonly shut: (gates: readonly Gate[]) => void;
  /** The corners that the last `shortest` settled, for the debug page: flat x, y pairs. */
  readonly settled: () => number[];
}

/** The corners that a path from a point can go to first. */
export interface Look {
  readonly from: Placed;
  readonly states: Int32Array;
  readonly lengths: Float64Array;
  /** The roots in plain sight. */
  readonly inSight: ReadonlySet<Placed>;
}

/** Looks from goals that a planner keeps. */
const KEPT_LOOKS = 2000;

export function createPlanner(mesh: Mesh): Planner {
  const graph = tautGraph(mesh);
  const { corners, offsets, targets, lengths } = graph;
  const sweep = createSweep(mesh);
  const heap = createHeap();
  const n = 2 * corners.count;
  const cost = new Float64Array(n);
  const parent = new Int32Array(n);
  const reached = new Uint32Array(n);
  const done = new Uint32Array(n);
  const toGoal = new Float64Array(n);
  const seesGoal = new Uint32Array(n);
  let round = 0;
  let gates: readonly Gate[] = [];
  let blocked: Uint8Array | undefined;

  const xOf = (state: number): number => mesh.xs[corners.vertex[state >> 1]!]!;
  const yOf = (state: number): number => mesh.ys[corners.vertex[state >> 1]!]!;
  const sees = (ax: number, ay: number, bx: number, by: number): boolean =>
    !gates.some((gate) => touches(gate, ax, ay, bx, by));

  const arrivals = (from: Placed, visit: (state: number, length: number) => void): void => {
    eachArrival(mesh, corners, sweep, from.x, from.y, (state, length) => {
      if (gates.length === 0 || sees(from.x, from.y, xOf(state), yOf(state))) visit(state, length);
    });
  };

  const relax = (state: number, from: number, length: number, heuristic: number): void => {
    if (reached[state] === round && cost[state]! <= length) return;
    reached[state] = round;
    cost[state] = length;
    parent[state] = from;
    heap.push(state, length + heuristic);
  };

  const trace = (state: number, parents: Int32Array): number[] => {
    const points: number[] = [];
    for (let s = state; s >= 0; s = parents[s]!) points.push(yOf(s), xOf(s));
    return points.reverse();
  };

  const shortest: Planner['shortest'] = (from, to) => {
    if (!shareIsland(mesh, from, to)) return undefined;
    round++;
    const straight = Math.hypot(to.x - from.x, to.y - from.y);
    sweep.watch([to]);
    sweep.around(from.x, from.y, from.triangles);
    if (sweep.saw(0) && sees(from.x, from.y, to.x, to.y)) {
      return { points: [from.x, from.y, to.x, to.y], length: straight };
    }
    sweep.watch([]);
    heap.clear();
    arrivals(from, (state, length) =>
      relax(state, -1, length, Math.hypot(to.x - xOf(state), to.y - yOf(state))),
    );
    sweep.around(to.x, to.y, to.triangles);
    arrivals(to, (state, length) => {
      toGoal[state ^ 1] = length;
      seesGoal[state ^ 1] = round;
    });
    let best = Infinity;
    let bestState = -1;
    for (let state = heap.pop(); state >= 0 && heap.lastKey() < best; state = heap.pop()) {
      if (done[state] === round) continue;
      done[state] = round;
      const here = cost[state]!;
      if (seesGoal[state] === round && here + toGoal[state]! < best) {
        best = here + toGoal[state]!;
        bestState = state;
      }
      for (let e = offsets[state]!; e < offsets[state + 1]!; e++) {
        const target = targets[e]!;
        const length = here + lengths[e]!;
        if (done[target] === round || (reached[target] === round && cost[target]! <= length)) continue;
        if (blocked !== undefined && blocked[e] !== 0) continue;
        const dx = to.x - xOf(target);
        const dy = to.y - yOf(target);
        relax(target, state, length, Math.sqrt(dx * dx + dy * dy));
      }
    }
    if (bestState < 0) return undefined;
    return withoutRepeats([from.x, from.y, ...trace(bestState, parent), to.x, to.y], best);
  };

  /** Looks from places that are goals again and again, such as windows. */
  const goalLooks = new Map<string, Look>();
  const lookFromGoal = (goal: Placed): Look => {
    const key = `${goal.x},${goal.y}`;
    const known = goalLooks.get(key);
    if (known !== undefined) return known;
    if (goalLooks.size >= KEPT_LOOKS) goalLooks.clear();
    const made = look(goal, []);
    goalLooks.set(key, made);
    return made;
  };
  const goalAt = new Int32Array(n);

  const nearest: Planner['nearest'] = (from, goals) => {
    const looks = goals.map(lookFromGoal);
    round++;
    heap.clear();
    sweep.watch(goals);
    sweep.around(from.x, from.y, from.triangles);
    let best = Infinity;
    let index = -1;
    let bestState = -1;
    goals.forEach((goal, i) => {
      const straight = Math.hypot(goal.x - from.x, goal.y - from.y);
      if (straight < best && sweep.saw(i) && sees(from.x, from.y, goal.x, goal.y))
        [best, index] = [straight, i];
    });
    sweep.watch([]);
    arrivals(from, (state, length) => relax(state, -1, length, 0));
    looks.forEach(({ states, lengths: ways }, i) => {
      for (let k = 0; k < states.length; k++) {
        const state = states[k]! ^ 1;
        if (seesGoal[state] === round && toGoal[state]! <= ways[k]!) continue;
        seesGoal[state] = round;
        toGoal[state] = ways[k]!;
        goalAt[state] = i;
      }
    });
    for (let state = heap.pop(); state >= 0 && heap.lastKey() < best; state = heap.pop()) {
      if (done[state] === round) continue;
      done[state] = round;
      const here = cost[state]!;
      if (seesGoal[state] === round && here + toGoal[state]! < best) {
        best = here + toGoal[state]!;
        bestState = state;
        index = goalAt[state]!;
      }
      for (let e = offsets[state]!; e < offsets[state + 1]!; e++) {
        if (blocked === undefined || blocked[e] === 0) relax(targets[e]!, state, here + lengths[e]!, 0);
      }
    }
    if (index < 0) return undefined;
    const middle = bestState < 0 ? [] : trace(bestState, parent);
    const { x, y } = goals[index]!;
    return { index, path: withoutRepeats([from.x, from.y, ...middle, x, y], best) };
  };

  const tree: Planner['tree'] = (root) => {
    round++;
    heap.clear();
    sweep.around(root.x, root.y, root.triangles);
    arrivals(root, (state, length) => relax(state, -1, length, 0));
    for (let state = heap.pop(); state >= 0; state = heap.pop()) {
      if (done[state] === round) continue;
      done[state] = round;
      for (let e = offsets[state]!; e < offsets[state + 1]!; e++) {
        if (blocked === undefined || blocked[e] === 0)
          relax(targets[e]!, state, cost[state]! + lengths[e]!, 0);
      }
    }
    const distance = cost.map((length, state) => (reached[state] === round ? length : Infinity));
    return { root, distance, parent: parent.slice() };
  };

  const look: Planner['look'] = (from, roots) => {
    const states: number[] = [];
    const ways: number[] = [];
    sweep.watch(roots);
    sweep.around(from.x, from.y, from.triangles);
    const inSight = new Set(roots.filter((root, i) => sweep.saw(i) && sees(from.x, from.y, root.x, root.y)));
    sweep.watch([]);
    arrivals(from, (state, length) => {
      states.push(state);
      ways.push(length);
    });
    return { from, states: Int32Array.from(states), lengths: Float64Array.from(ways), inSight };
  };

  /** The state of the tree that the look's best path meets, −1 for straight to the root, −2 for no way. */
  const meet = ({ root, distance }: DistanceTree, { from, states, lengths: ways, inSight }: Look) => {
    let best = inSight.has(root) ? Math.hypot(root.x - from.x, root.y - from.y) : Infinity;
    let state = best < Infinity ? -1 : -2;
    for (let i = 0; i < states.length; i++) {
      const length = ways[i]! + distance[states[i]! ^ 1]!;
      if (length < best) [best, state] = [length, states[i]! ^ 1];
    }
    return { best, state };
  };

  const pathBy: Planner['pathBy'] = (by, from) => {
    const { best, state } = meet(by, from);
    if (best === Infinity) return undefined;
    const middle = state < 0 ? [] : reversedPairs(trace(state, by.parent));
    return withoutRepeats([from.from.x, from.from.y, ...middle, by.root.x, by.root.y], best);
  };

  const shut: Planner['shut'] = (closed) => {
    gates = closed;
    goalLooks.clear();
    blocked = closed.length === 0 ? undefined : blockedEdges();
  };

  const isUnhurt: Planner['isUnhurt'] = ({ root, distance, parent: parents }) => {
    if (gates.length === 0) return true;
    for (let state = 0; state < n; state++) {
      if (distance[state] === Infinity) continue;
      const from = parents[state]!;
      const [x, y] = from < 0 ? [root.x, root.y] : [xOf(from), yOf(from)];
      if (!sees(x, y, xOf(state), yOf(state))) return false;
    }
    return true;
  };

  const blockedEdges = (): Uint8Array => {
    const bits = new Uint8Array(targets.length);
    for (let state = 0; state < n; state++) {
      for (let e = offsets[state]!; e < offsets[state + 1]!; e++) {
        const t = targets[e]!;
        if (!sees(xOf(state), yOf(state), xOf(t), yOf(t))) bits[e] = 1;
      }
    }
    return bits;
  };

  return {
    mesh,
    graph,
    shortest,
    nearest,
    tree,
    look,
    distanceBy: (by, from) => meet(by, from).best,
    pathBy,
    isUnhurt,
    shut,
    settled: () => {
      const points: number[] = [];
      for (let state = 0; state < n; state++) if (done[state] === round) points.push(xOf(state), yOf(state));
      return points;
    },
  };
}

function shareIsland({ island }: Mesh, a: Placed, b: Placed): boolean {
  return a.triangles.some((t) => b.triangles.some((u) => island[t] === island[u]));
}

/** Whether ab crosses or touches the gate. */
function touches({ ax, ay, bx, by }: Gate, px: number, py: number, qx: number, qy: number): boolean {
  if (Math.max(px, qx) < Math.min(ax, bx) || Math.min(px, qx) > Math.max(ax, bx)) return false;
  if (Math.max(py, qy) < Math.min(ay, by) || Math.min(py, qy) > Math.max(ay, by)) return false;
  const p = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  const q = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
  if (p * q > 0) return false;
  const a = (qx - px) * (ay - py) - (qy - py) * (ax - px);
  const b = (qx - px) * (by - py) - (qy - py) * (bx - px);
  return a * b <= 0;
}

function reversedPairs(points: readonly number[]): number[] {
  const reversed: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) reversed.push(points[i]!, points[i + 1]!);
  return reversed;
}

function withoutRepeats(points: readonly number[], length: number): PlanePath {
  const kept: number[] = [points[0]!, points[1]!];
  for (let i = 2; i < points.length; i += 2) {
    if (points[i] !== kept.at(-2) || points[i + 1] !== kept.at(-1)) kept.push(points[i]!, points[i + 1]!);
  }
  if (kept.length === 2) kept.push(kept[0]!, kept[1]!);
  return { points: kept, length };
}
