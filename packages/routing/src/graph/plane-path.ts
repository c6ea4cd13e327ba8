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

/** The states of a way from its last to its first. */
export function statesBack(parentOf: (state: number) => number, last: number): number[] {
  const states: number[] = [];
  for (let state = last; state >= 0; state = parentOf(state)) states.push(state);
  return states;
}

/** The path over the corners of `states`, from the last to the first as `statesBack` gives them; points that repeat are left out. */
export function pathOver(
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
  { from, states, to, length }: { from: Placed; states: readonly number[]; to: Placed; length: number },
): PlanePath {
  const points = [from.x, from.y];
  let [lastX, lastY] = points as [number, number];
  for (let i = states.length - 1; i >= -1; i--) {
    const px = i < 0 ? to.x : x[states[i]!]!;
    const py = i < 0 ? to.y : y[states[i]!]!;
    if (px === lastX && py === lastY) continue;
    points.push(px, py);
    lastX = px;
    lastY = py;
  }
  if (points.length === 2) points.push(to.x, to.y);
  return { points, length };
}

export function reversed({ points, length }: PlanePath): PlanePath {
  const turned: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i]!, points[i + 1]!);
  return { points: turned, length };
}
