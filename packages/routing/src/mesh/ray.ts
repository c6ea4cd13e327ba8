import type { Placed } from './locate';
import { type Mesh, RECORD } from './mesh';

/**
 * Whether the straight line between two placed points stays on the floor, by a walk through the triangles that it crosses;
 * undefined where it passes exactly through a vertex, which needs a look round (`Sweep`) to decide.
 */
export function clearLine({ records }: Mesh, from: Placed, to: Placed): boolean | undefined {
  const { x, y } = from;
  const dx = to.x - x;
  const dy = to.y - y;
  if (shareTriangle(from, to)) return true;
  let h = firstExit(records, from, dx, dy);
  for (;;) {
    if (h < 0) return undefined;
    const triangle = (h / 3) | 0;
    const record = RECORD * triangle;
    const k = h - 3 * triangle;
    const a = record + 2 * k;
    const b = record + 2 * nextOf(k);
    const [ax, ay] = [records[a]!, records[a + 1]!];
    if ((records[b]! - ax) * (to.y - ay) - (records[b + 1]! - ay) * (to.x - ax) >= 0) return true;
    const entry = records[record + 6 + k]!;
    if (entry < 0) return false;
    const across = (entry / 3) | 0;
    const e = entry - 3 * across;
    const apex = RECORD * across + 2 * previousOf(e);
    const side = dx * (records[apex + 1]! - y) - dy * (records[apex]! - x);
    h = side > 0 ? 3 * across + nextOf(e) : side < 0 ? 3 * across + previousOf(e) : -1;
  }
}

/** Within a triangle. */
const nextOf = (k: number): number => (k === 2 ? 0 : k + 1);
const previousOf = (k: number): number => (k === 0 ? 2 : k - 1);

function shareTriangle({ triangles }: Placed, { triangles: others }: Placed): boolean {
  for (let i = 0; i < triangles.length; i++) {
    for (let j = 0; j < others.length; j++) if (triangles[i] === others[j]) return true;
  }
  return false;
}

/** The half-edge through which the ray leaves the triangles at its start, strictly between its ends; -1 for none. */
function firstExit(records: Int32Array, { x, y, triangles }: Placed, dx: number, dy: number): number {
  for (let i = 0; i < triangles.length; i++) {
    const record = RECORD * triangles[i]!;
    for (let k = 0; k < 3; k++) {
      const a = record + 2 * k;
      const b = record + 2 * nextOf(k);
      const right = dx * (records[a + 1]! - y) - dy * (records[a]! - x);
      const left = dx * (records[b + 1]! - y) - dy * (records[b]! - x);
      if (right < 0 && left > 0) return 3 * triangles[i]! + k;
    }
  }
  return -1;
}
