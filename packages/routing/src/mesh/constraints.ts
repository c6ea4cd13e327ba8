import Flatbush from 'flatbush';
import type { Region } from '../space/clip';

/** A region's boundary as distinct vertices and directed edges with the region on their left. */
export interface Constraints {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly edges: readonly (readonly [number, number])[];
}

/** Vertices that lie on another ring's edge split it, so that no edge passes through a vertex, as the triangulation asks. */
export function constraintsOf(region: Region): Constraints {
  const numbers = new Map<string, number>();
  const xs: number[] = [];
  const ys: number[] = [];
  const numberOf = ({ x, y }: { x: number; y: number }): number => {
    const key = `${x},${y}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, xs.length);
    xs.push(x);
    ys.push(y);
    return xs.length - 1;
  };
  const edges: [number, number][] = [];
  for (const ring of region) {
    const vertices = ring.map(numberOf);
    for (let i = 0, j = vertices.length - 1; i < vertices.length; j = i++) {
      if (vertices[j] !== vertices[i]) edges.push([vertices[j]!, vertices[i]!]);
    }
  }
  return { xs: Float64Array.from(xs), ys: Float64Array.from(ys), edges: splitAtVertices(xs, ys, edges) };
}

function splitAtVertices(
  xs: readonly number[],
  ys: readonly number[],
  edges: [number, number][],
): [number, number][] {
  if (xs.length === 0) return [];
  const index = new Flatbush(xs.length);
  for (let i = 0; i < xs.length; i++) index.add(xs[i]!, ys[i]!, xs[i]!, ys[i]!);
  index.finish();
  return withoutPairs(
    edges.flatMap(([a, b]) => splitEdge(xs, ys, index, a, b)),
    xs.length,
  );
}

/** An edge that occurs as often in one direction as in the other bounds nothing: one of each is left out for the other, so that rings stay closed. */
function withoutPairs(edges: readonly [number, number][], vertices: number): [number, number][] {
  const surplus = new Map<number, number>();
  for (const [a, b] of edges) {
    const key = Math.min(a, b) * vertices + Math.max(a, b);
    surplus.set(key, (surplus.get(key) ?? 0) + (a < b ? 1 : -1));
  }
  return [...surplus].flatMap(([key, count]): [number, number][] => {
    if (count === 0) return [];
    const [low, high] = [Math.floor(key / vertices), key % vertices];
    return [count > 0 ? [low, high] : [high, low]];
  });
}

function splitEdge(
  xs: readonly number[],
  ys: readonly number[],
  index: Flatbush,
  a: number,
  b: number,
): [number, number][] {
  const [ax, ay, bx, by] = [xs[a]!, ys[a]!, xs[b]!, ys[b]!];
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const on: { readonly vertex: number; readonly t: number }[] = [];
  index.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (v) => {
    const [px, py] = [xs[v]! - ax, ys[v]! - ay];
    const t = (px * dx + py * dy) / squared;
    const off = px * dy - py * dx;
    if (v !== a && v !== b && t > 0 && t < 1 && off * off <= 0.25 * squared) on.push({ vertex: v, t });
    return false;
  });
  if (on.length === 0) return [[a, b]];
  const chain = [a, ...on.sort((p, q) => p.t - q.t).map(({ vertex }) => vertex), b];
  return chain.slice(1).map((vertex, i) => [chain[i]!, vertex]);
}
