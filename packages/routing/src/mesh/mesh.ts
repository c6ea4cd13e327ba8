import Delaunator from 'delaunator';
import Flatbush from 'flatbush';
import Constrainautor from '#constrainautor';
import type { Region } from '../space/clip';
import { constraintsOf } from './constraints';
import { type TriangleGrid, triangleGrid } from './grid';
import { next } from './half-edges';
import { edgeKey, floodInside, insideByWinding } from './inside';

/**
 * A constrained Delaunay triangulation of one free space, on the grid of `GRID` units a metre.
 * Half-edge h = 3·triangle + k runs from vertex `corners[h]` to `corners[next(h)]`, counter-clockwise.
 */
export interface Mesh {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly corners: Int32Array;
  /** The half-edge on the other side, −1 on the boundary. */
  readonly twins: Int32Array;
  /** The connected piece of floor that a triangle belongs to. */
  readonly island: Int32Array;
  readonly grid: TriangleGrid;
  /** What walks read of each triangle, together: x and y of its three corners, and its three twins, as `RECORD` whole numbers. */
  readonly records: Int32Array;
  /** Half-edges on the boundary, and their index in space (in grid units). */
  readonly boundary: Int32Array;
  readonly boundaryIndex: Flatbush | undefined;
}

/** Size of a triangle's record. */
export const RECORD = 9;

/** Triangulates a region; a region without area gives a mesh without triangles. */
export function triangulate(region: Region): Mesh {
  const { xs, ys, edges } = constraintsOf(region);
  if (edges.length === 0) return meshOf(xs, ys, new Int32Array(0), new Int32Array(0));
  const coordinates = new Float64Array(2 * xs.length);
  // Delaunator turns clockwise where y is up; mirrored in y, its triangles come out counter-clockwise.
  for (let i = 0; i < xs.length; i++) coordinates.set([xs[i]!, -ys[i]!], 2 * i);
  const delaunay = new Delaunator(coordinates);
  const whole = constrain(delaunay, edges);
  const { triangles, halfedges } = delaunay;
  const inside = whole
    ? floodInside(triangles, halfedges, edges, xs.length)
    : insideByWinding(triangles, edges, xs, ys);
  return keepInside(xs, ys, triangles, halfedges, inside, edges);
}

/**
 * Puts the boundary into the triangulation; false where an edge was left out, since rounding has made it impossible: it crosses another.
 */
function constrain(
  delaunay: Delaunator<Float64Array>,
  edges: readonly (readonly [number, number])[],
): boolean {
  const constrainer = new Constrainautor(delaunay);
  let whole = true;
  for (const [a, b] of edges) {
    try {
      constrainer.constrainOne(a, b);
    } catch {
      whole = false;
    }
  }
  constrainer.delaunify(true);
  return whole;
}

function keepInside(
  xs: Float64Array,
  ys: Float64Array,
  triangles: Uint32Array,
  halfedges: Int32Array,
  inside: Uint8Array,
  edges: readonly (readonly [number, number])[],
): Mesh {
  const n = xs.length;
  const boundary = new Set(edges.map(([a, b]) => edgeKey(Math.min(a, b), Math.max(a, b), n)));
  const renumbered = new Int32Array(inside.length).fill(-1);
  let kept = 0;
  for (let t = 0; t < inside.length; t++) if (inside[t]) renumbered[t] = kept++;
  const corners = new Int32Array(3 * kept);
  const twins = new Int32Array(3 * kept).fill(-1);
  for (let h = 0; h < triangles.length; h++) {
    const t = renumbered[(h / 3) | 0]!;
    if (t < 0) continue;
    const [a, b] = [triangles[h]!, triangles[next(h)]!];
    corners[3 * t + (h % 3)] = a;
    const other = halfedges[h]!;
    if (other < 0 || boundary.has(edgeKey(Math.min(a, b), Math.max(a, b), n))) continue;
    const across = renumbered[(other / 3) | 0]!;
    if (across >= 0) twins[3 * t + (h % 3)] = 3 * across + (other % 3);
  }
  return meshOf(xs, ys, corners, twins);
}

function meshOf(xs: Float64Array, ys: Float64Array, corners: Int32Array, twins: Int32Array): Mesh {
  const boundary = new Int32Array(twins.reduce((count, twin) => count + (twin < 0 ? 1 : 0), 0));
  for (let h = 0, i = 0; h < twins.length; h++) if (twins[h]! < 0) boundary[i++] = h;
  const box = (vertices: readonly number[]) => {
    const x = vertices.map((v) => xs[v]!);
    const y = vertices.map((v) => ys[v]!);
    return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)] as const;
  };
  return {
    xs,
    ys,
    corners,
    twins,
    island: islandsOf(twins),
    grid: triangleGrid(xs, ys, corners),
    records: recordsOf(xs, ys, corners, twins),
    boundary,
    boundaryIndex: indexOf(boundary.length, (i) =>
      box([corners[boundary[i]!]!, corners[next(boundary[i]!)]!]),
    ),
  };
}

function recordsOf(xs: Float64Array, ys: Float64Array, corners: Int32Array, twins: Int32Array): Int32Array {
  const records = new Int32Array(3 * corners.length);
  for (let h = 0; h < corners.length; h++) {
    const record = RECORD * ((h / 3) | 0);
    const k = h % 3;
    records[record + 2 * k] = xs[corners[h]!]!;
    records[record + 2 * k + 1] = ys[corners[h]!]!;
    records[record + 6 + k] = twins[h]!;
  }
  return records;
}

function indexOf(
  count: number,
  boxOf: (i: number) => readonly [number, number, number, number],
): Flatbush | undefined {
  if (count === 0) return undefined;
  const index = new Flatbush(count);
  for (let i = 0; i < count; i++) index.add(...boxOf(i));
  index.finish();
  return index;
}

function islandsOf(twins: Int32Array): Int32Array {
  const island = new Int32Array(twins.length / 3).fill(-1);
  let count = 0;
  const queue: number[] = [];
  for (let seed = 0; seed < island.length; seed++) {
    if (island[seed]! >= 0) continue;
    island[seed] = count;
    queue.push(seed);
    for (let t = queue.pop(); t !== undefined; t = queue.pop()) {
      for (let h = 3 * t; h < 3 * t + 3; h++) {
        const across = twins[h]! < 0 ? -1 : (twins[h]! / 3) | 0;
        if (across >= 0 && island[across]! < 0) {
          island[across] = count;
          queue.push(across);
        }
      }
    }
    count++;
  }
  return island;
}
