import type { Placed } from './locate';
import { type Mesh, next, previous } from './mesh';

/**
 * Whether the straight line between two placed points stays on the floor, by a walk through the triangles that it crosses;
 * undefined where it passes exactly through a vertex, which needs a look round (`Sweep`) to decide.
 */
export function clearLine(mesh: Mesh, from: Placed, to: Placed): boolean | undefined {
  const { xs, ys, corners, twins } = mesh;
  const { x, y } = from;
  const dx = to.x - x;
  const dy = to.y - y;
  if (shareTriangle(from, to)) return true;
  let h = firstExit(mesh, from, dx, dy);
  for (;;) {
    if (h < 0) return undefined;
    const a = corners[h]!;
    const b = corners[next(h)]!;
    if ((xs[b]! - xs[a]!) * (to.y - ys[a]!) - (ys[b]! - ys[a]!) * (to.x - xs[a]!) >= 0) return true;
    const entry = twins[h]!;
    if (entry < 0) return false;
    const apex = corners[previous(entry)]!;
    const side = dx * (ys[apex]! - y) - dy * (xs[apex]! - x);
    h = side > 0 ? next(entry) : side < 0 ? previous(entry) : -1;
  }
}

function shareTriangle({ triangles }: Placed, { triangles: others }: Placed): boolean {
  for (let i = 0; i < triangles.length; i++) {
    for (let j = 0; j < others.length; j++) if (triangles[i] === others[j]) return true;
  }
  return false;
}

/** The half-edge through which the ray leaves the triangles at its start, strictly between its ends; −1 for none. */
function firstExit({ xs, ys, corners }: Mesh, { x, y, triangles }: Placed, dx: number, dy: number): number {
  for (const t of triangles) {
    for (let h = 3 * t; h < 3 * t + 3; h++) {
      const a = corners[h]!;
      const b = corners[next(h)]!;
      const right = dx * (ys[a]! - y) - dy * (xs[a]! - x);
      const left = dx * (ys[b]! - y) - dy * (xs[b]! - x);
      if (right < 0 && left > 0) return h;
    }
  }
  return -1;
}
