import Flatbush from 'flatbush';
import { next } from './half-edges';

type Edges = readonly (readonly [number, number])[];

export const edgeKey = (a: number, b: number, n: number): number => a * n + b;

/**
 * Triangles of a region, 1 each: those reached from the left sides of boundary edges without crossing a boundary edge. Every edge must be in the
 * triangulation (`n` vertices), or the flood runs out through the gap.
 */
export function floodInside(
  triangles: Uint32Array,
  halfedges: Int32Array,
  edges: Edges,
  n: number,
): Uint8Array {
  const boundary = new Set(edges.map(([a, b]) => edgeKey(a, b, n)));
  const isBoundary = (h: number) => {
    const a = triangles[h]!;
    const b = triangles[next(h)]!;
    return boundary.has(edgeKey(a, b, n)) || boundary.has(edgeKey(b, a, n));
  };
  const inside = new Uint8Array(triangles.length / 3);
  const queue: number[] = [];
  const visit = (t: number) => {
    if (inside[t] === 0) {
      inside[t] = 1;
      queue.push(t);
    }
  };
  for (let h = 0; h < triangles.length; h++) {
    if (boundary.has(edgeKey(triangles[h]!, triangles[next(h)]!, n))) visit((h / 3) | 0);
  }
  for (let t = queue.pop(); t !== undefined; t = queue.pop()) {
    for (let h = 3 * t; h < 3 * t + 3; h++) {
      if (halfedges[h]! >= 0 && !isBoundary(h)) visit((halfedges[h]! / 3) | 0);
    }
  }
  return inside;
}

/**
 * Triangles of a region, 1 each: those whose middle its boundary winds around. Slower than the flood, and right but for slivers where edges are
 * missing from the triangulation.
 */
export function insideByWinding(
  triangles: Uint32Array,
  edges: Edges,
  xs: Float64Array,
  ys: Float64Array,
): Uint8Array {
  const index = new Flatbush(edges.length);
  let west = Number.POSITIVE_INFINITY;
  for (const [a, b] of edges) {
    west = Math.min(west, xs[a]!, xs[b]!);
    index.add(
      Math.min(xs[a]!, xs[b]!),
      Math.min(ys[a]!, ys[b]!),
      Math.max(xs[a]!, xs[b]!),
      Math.max(ys[a]!, ys[b]!),
    );
  }
  index.finish();
  const inside = new Uint8Array(triangles.length / 3);
  for (let t = 0; t < inside.length; t++) {
    const [a, b, c] = [triangles[3 * t]!, triangles[3 * t + 1]!, triangles[3 * t + 2]!];
    const x = (xs[a]! + xs[b]! + xs[c]!) / 3;
    const y = (ys[a]! + ys[b]! + ys[c]!) / 3;
    let winding = 0;
    for (const e of index.search(west, y, x, y)) winding += crossing(edges[e]!, xs, ys, x, y);
    inside[t] = winding > 0 ? 1 : 0;
  }
  return inside;
}

/** What an edge west of a point adds to the winding about it: the region is on the left of its edges, so that those of its west side run south. */
function crossing(
  [a, b]: readonly [number, number],
  xs: Float64Array,
  ys: Float64Array,
  x: number,
  y: number,
): number {
  const [down, up] = [ys[b]! <= y && y < ys[a]!, ys[a]! <= y && y < ys[b]!];
  if (!down && !up) return 0;
  const at = xs[a]! + ((y - ys[a]!) / (ys[b]! - ys[a]!)) * (xs[b]! - xs[a]!);
  if (at >= x) return 0;
  return down ? 1 : -1;
}
