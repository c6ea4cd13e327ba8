import type { Mesh } from '../mesh/mesh';
import { createSweep, type Sweep } from '../mesh/sweep';
import { arrivalState, type Corners, cornersOf, nextAlongWall } from './corners';
import { type Views, viewCollector } from './views';

/**
 * The graph of taut segments between the corners of one free space: the visibility graph without the edges that no shortest path
 * can use (Oh and Leong, Edge N-Level Sparse Visibility Graphs, SoCS 2017, section 2). A state is a corner with the side on which
 * it is passed (`Corners`). Segments along the boundary to the next corner are kept apart, since most are
 * the short edges of an arc; all others are in compressed rows: those of state s are `offsets[s]` to `offsets[s + 1]`.
 */
export interface TautGraph {
  readonly count: number;
  /** Coordinates of a state's corner. All lengths and coordinates are in grid units. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The state reached by following the wall, −1 where the wall turns towards the floor, and how far it is. */
  readonly along: Int32Array;
  readonly alongLength: Float64Array;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly lengths: Float64Array;
}

export function tautGraph(mesh: Mesh): { readonly graph: TautGraph; readonly views: Views } {
  const corners = cornersOf(mesh);
  const sweep = createSweep(mesh);
  const collector = viewCollector(mesh.corners.length / 3);
  const count = 2 * corners.count;
  const along = statesAlong(mesh, corners);
  const alongLength = new Float64Array(count);
  const offsets = new Int32Array(count + 1);
  const targets: number[] = [];
  const lengths: number[] = [];
  const last = new Int32Array(count).fill(-1);
  for (let state = 0; state < count; state++) {
    lookAlong(corners, sweep, state);
    collector.collect(state, sweep);
    eachArrival(mesh, corners, sweep, corners.vertex[state >> 1]!, (target, length) => {
      if (length === 0 || last[target] === state) return;
      last[target] = state;
      if (along[state] === target) {
        alongLength[state] = length;
        return;
      }
      targets.push(target);
      lengths.push(length);
    });
    if (alongLength[state] === 0) along[state] = -1;
    offsets[state + 1] = targets.length;
  }
  const at = (of: Float64Array) =>
    Float64Array.from({ length: count }, (_, s) => of[corners.vertex[s >> 1]!]!);
  const graph = {
    count,
    x: at(mesh.xs),
    y: at(mesh.ys),
    along,
    alongLength,
    offsets,
    targets: Int32Array.from(targets),
    lengths: Float64Array.from(lengths),
  };
  return { graph, views: collector.views() };
}

/** Forward states go on to the corner at the end of the boundary edge that leaves theirs, backward states the other way. */
function statesAlong({ twins }: Mesh, { count, fan }: Corners): Int32Array {
  const cornerOfFan = new Map<number, number>();
  for (let corner = 0; corner < count; corner++) cornerOfFan.set(fan[corner]!, corner);
  const along = new Int32Array(2 * count).fill(-1);
  for (let corner = 0; corner < count; corner++) {
    const following = cornerOfFan.get(nextAlongWall(twins, fan[corner]!));
    if (following === undefined) continue;
    along[2 * corner] = 2 * following;
    along[2 * following + 1] = 2 * corner + 1;
  }
  return along;
}

/** Looks from a corner along the wedge in which a taut path leaves it. */
function lookAlong(corners: Corners, sweep: Sweep, state: number): void {
  const corner = state >> 1;
  const { inX, inY, outX, outY, fan } = corners;
  const sign = (state & 1) === 0 ? 1 : -1;
  sweep.within(
    fan[corner]!,
    sign * outX[corner]!,
    sign * outY[corner]!,
    sign * inX[corner]!,
    sign * inY[corner]!,
  );
}

/** The states in which the corners that were seen from a vertex are reached, with their distance. */
function eachArrival(
  { xs, ys }: Mesh,
  corners: Corners,
  sweep: Sweep,
  from: number,
  visit: (state: number, length: number) => void,
): void {
  const seen = sweep.seen();
  const count = sweep.count();
  for (let i = 0; i < count; i++) {
    const corner = corners.atHalfEdge[seen[i]!]!;
    if (corner < 0) continue;
    const v = corners.vertex[corner]!;
    const dx = xs[v]! - xs[from]!;
    const dy = ys[v]! - ys[from]!;
    const state = dx === 0 && dy === 0 ? -1 : arrivalState(corners, corner, dx, dy);
    if (state >= 0) visit(state, Math.sqrt(dx * dx + dy * dy));
  }
}
