import { next, previous } from '../mesh/half-edges';
import type { Mesh } from '../mesh/mesh';

/**
 * The corners of a free space that a shortest path can bend at: where the boundary turns away from the floor. A path passes a
 * corner in one of two states: forward (2·corner, the wall on its right) or backward (2·corner + 1, the wall on its left), and in
 * either it arrives and leaves inside the wedge between the corner's two edges, else it would not be taut.
 */
export interface Corners extends Bends {
  readonly count: number;
  readonly vertex: Int32Array;
  /** The boundary half-edge that leaves the corner: the first of its fan of triangles, counter-clockwise. */
  readonly fan: Int32Array;
  /** For each half-edge of the mesh, the corner at its first vertex, −1 where a path does not bend. */
  readonly atHalfEdge: Int32Array;
}

/** How the boundary turns at corners, the floor on its left. */
export interface Bends {
  /** Vectors along the boundary into the corner and out of it. */
  readonly inX: Float64Array;
  readonly inY: Float64Array;
  readonly outX: Float64Array;
  readonly outY: Float64Array;
}

export function cornersOf(mesh: Mesh): Corners {
  const { xs, ys, corners, twins } = mesh;
  const atHalfEdge = new Int32Array(corners.length).fill(-1);
  const found: { fan: number; last: number }[] = [];
  for (const fan of alongWalls(mesh)) {
    const last = endOfFan(twins, fan);
    const [p, v, n] = [corners[last]!, corners[fan]!, corners[next(fan)]!];
    const turn = (xs[v]! - xs[p]!) * (ys[n]! - ys[v]!) - (ys[v]! - ys[p]!) * (xs[n]! - xs[v]!);
    if (turn > 0) continue;
    for (let h = fan; ; h = twins[previous(h)]!) {
      atHalfEdge[h] = found.length;
      if (previous(h) === last) break;
    }
    found.push({ fan, last });
  }
  const at = (pick: (corner: { fan: number; last: number }) => number) => Float64Array.from(found, pick);
  return {
    count: found.length,
    vertex: Int32Array.from(found, ({ fan }) => corners[fan]!),
    fan: Int32Array.from(found, ({ fan }) => fan),
    inX: at(({ fan, last }) => xs[corners[fan]!]! - xs[corners[last]!]!),
    inY: at(({ fan, last }) => ys[corners[fan]!]! - ys[corners[last]!]!),
    outX: at(({ fan }) => xs[corners[next(fan)]!]! - xs[corners[fan]!]!),
    outY: at(({ fan }) => ys[corners[next(fan)]!]! - ys[corners[fan]!]!),
    atHalfEdge,
  };
}

/** The boundary half-edges, each followed by the next along its wall, so that the corners of an arc lie together in memory. */
function alongWalls({ twins, boundary }: Mesh): number[] {
  const isPast = new Uint8Array(twins.length);
  const inOrder: number[] = [];
  for (const first of boundary) {
    for (let h = first; isPast[h] === 0; h = nextAlongWall(twins, h)) {
      isPast[h] = 1;
      inOrder.push(h);
    }
  }
  return inOrder;
}

/** The boundary half-edge that begins where this one ends. */
export function nextAlongWall(twins: Int32Array, halfEdge: number): number {
  let h = next(halfEdge);
  while (twins[h]! >= 0) h = next(twins[h]!);
  return h;
}

/** The boundary half-edge that ends at the corner whose fan begins with `fan`. */
function endOfFan(twins: Int32Array, fan: number): number {
  let h = previous(fan);
  while (twins[h]! >= 0) h = previous(twins[h]!);
  return h;
}

/** The state in which a path that arrives (or leaves) along (dx, dy) passes a corner; −1 where it would not be taut. */
export function arrivalState(bends: Bends, corner: number, dx: number, dy: number): number {
  const { inX, inY, outX, outY } = bends;
  const [ix, iy, ox, oy] = [inX[corner]!, inY[corner]!, outX[corner]!, outY[corner]!];
  const afterOut = ox * dy - oy * dx;
  const beforeIn = dx * iy - dy * ix;
  if (afterOut >= 0 && beforeIn >= 0) {
    if (dx * ix + dy * iy > 0 || dx * ox + dy * oy > 0) return 2 * corner;
  }
  if (afterOut <= 0 && beforeIn <= 0) {
    if (dx * ix + dy * iy < 0 || dx * ox + dy * oy < 0) return 2 * corner + 1;
  }
  return -1;
}
