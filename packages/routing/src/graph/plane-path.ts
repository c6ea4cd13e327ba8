import type { Placed } from '../mesh/locate';

/** A shortest path on one level in grid units: flat x, y pairs from the start to the goal. */
export interface PlanePath {
  readonly points: readonly number[];
  readonly length: number;
}

export function straightPath(from: Placed, to: Placed): PlanePath {
  return { points: [from.x, from.y, to.x, to.y], length: distanceBetween(from, to) };
}

export function distanceBetween(a: Placed, b: Placed): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  return Math.sqrt(dx * dx + dy * dy);
}

/** The path to `to` whose last corner is that of state `last`, by the parents of a search; points that repeat are left out. */
export function pathOver(
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  parent: Int32Array,
  { from, last, to, length }: { from: Placed; last: number; to: Placed; length: number },
): PlanePath {
  let count = 2;
  for (let state = last; state >= 0; state = parent[state]!) count++;
  const points = new Array<number>(2 * count);
  let i = 2 * count;
  points[--i] = to.y;
  points[--i] = to.x;
  for (let state = last; state >= 0; state = parent[state]!) {
    if (x[state] === points[i] && y[state] === points[i + 1]) continue;
    points[--i] = y[state]!;
    points[--i] = x[state]!;
  }
  const isRepeated = from.x === points[i] && from.y === points[i + 1] && i < 2 * count - 2;
  if (!isRepeated) {
    points[--i] = from.y;
    points[--i] = from.x;
  }
  return { points: i === 0 ? points : points.slice(i), length };
}

export function reversed({ points, length }: PlanePath): PlanePath {
  const turned: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i]!, points[i + 1]!);
  return { points: turned, length };
}
