import type { Mesh } from '../mesh/mesh';
import { createSweep, type Sweep } from '../mesh/sweep';
import { arrivalState, type Corners, cornersOf } from './corners';

/**
 * The graph of taut segments between the corners of one free space: the visibility graph without the edges that no shortest path
 * can use (Oh and Leong, Edge N-Level Sparse Visibility Graphs, SoCS 2017, section 2). Compressed rows: the edges of
 * state s are `offsets[s]` to `offsets[s + 1]`.
 */
export interface TautGraph {
  readonly corners: Corners;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** Grid units. */
  readonly lengths: Float64Array;
}

export function tautGraph(mesh: Mesh): TautGraph {
  const corners = cornersOf(mesh);
  const sweep = createSweep(mesh);
  const offsets = new Int32Array(2 * corners.count + 1);
  const targets: number[] = [];
  const lengths: number[] = [];
  const last = new Int32Array(2 * corners.count).fill(-1);
  for (let state = 0; state < 2 * corners.count; state++) {
    lookAlong(corners, sweep, state);
    const v = corners.vertex[state >> 1]!;
    eachArrival(mesh, corners, sweep, mesh.xs[v]!, mesh.ys[v]!, (target, length) => {
      if (length === 0 || last[target] === state) return;
      last[target] = state;
      targets.push(target);
      lengths.push(length);
    });
    offsets[state + 1] = targets.length;
  }
  return { corners, offsets, targets: Int32Array.from(targets), lengths: Float64Array.from(lengths) };
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

/** The states in which the corners that were seen from (x, y) are reached, with their distance; at the corner itself, both. */
export function eachArrival(
  mesh: Mesh,
  corners: Corners,
  sweep: Sweep,
  x: number,
  y: number,
  visit: (state: number, length: number) => void,
): void {
  const seen = sweep.seen();
  const count = sweep.count();
  for (let i = 0; i < count; i++) {
    const corner = corners.atHalfEdge[seen[i]!]!;
    if (corner < 0) continue;
    const v = corners.vertex[corner]!;
    const dx = mesh.xs[v]! - x;
    const dy = mesh.ys[v]! - y;
    if (dx === 0 && dy === 0) {
      visit(2 * corner, 0);
      visit(2 * corner + 1, 0);
      continue;
    }
    const state = arrivalState(corners, corner, dx, dy);
    if (state >= 0) visit(state, Math.sqrt(dx * dx + dy * dy));
  }
}
