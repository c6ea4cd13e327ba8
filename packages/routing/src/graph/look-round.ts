import type { Placed } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import type { Chains } from './chains';
import { addSeen, type Seen } from './seen';
import type { TautGraph } from './taut';
import { type Views, WIDTH } from './views';

/** Looks round from placed points by the views of a level. */
export type LookRound = (from: Placed, seen: Seen) => void;

/**
 * What a point of one slot may see, all that a look reads of it together, as ten words each: the state, the corner, the cone's right
 * and left side, the state's chain, and, in 1/1024 grid units, the rest of the chain after the state. A slot is one triangle's part
 * of one cell of the mesh's grid: long triangles have many views, of which few reach any one place.
 */
type SlotViews = Int32Array;

const WORDS = 10;
const FINE = 1024;

/** Slots are kept up to so many bytes a level. */
const MOST_BYTES = 24e6;

export function createLookRound(mesh: Mesh, graph: TautGraph, chains: Chains, views: Views): LookRound {
  const slotCount = mesh.grid.triangles.length;
  const slots = new Array<SlotViews | undefined>(slotCount).fill(undefined);
  let bytes = 0;
  const gather = (triangle: number, slot: number, x: number, y: number): SlotViews => {
    const made = reaching(mesh, graph, chains, views, triangle, x, y);
    bytes += made.byteLength;
    if (bytes > MOST_BYTES) {
      slots.fill(undefined);
      bytes = made.byteLength;
    }
    slots[slot] = made;
    return made;
  };
  return ({ x, y, triangles, slots: inSlots }, seen) => {
    seen.count = 0;
    for (let i = 0; i < inSlots.length; i++) {
      const slot = inSlots[i]!;
      const here = slots[slot] ?? gather(triangles[i]!, slot, x, y);
      for (let k = 0; k < here.length; k += WORDS) {
        const dx = x - here[k + 1]!;
        const dy = y - here[k + 2]!;
        if (here[k + 3]! * dy - here[k + 4]! * dx < 0) continue;
        if (here[k + 5]! * dy - here[k + 6]! * dx > 0) continue;
        const length = Math.sqrt(dx * dx + dy * dy);
        addSeen(seen, here[k]!, length, here[k + 7]!, here[k + 8]! / FINE, here[k + 1]!, here[k + 2]!);
      }
    }
  };
}

/** The views of a triangle whose cone has not all of the cell of (px, py) on one outer side. */
function reaching(
  mesh: Mesh,
  { x, y }: TautGraph,
  chains: Chains,
  { offsets, entries }: Views,
  triangle: number,
  px: number,
  py: number,
): SlotViews {
  const { minX, minY, cell } = mesh.grid;
  const left = minX + cell * Math.floor((px - minX) / cell);
  const bottom = minY + cell * Math.floor((py - minY) / cell);
  const found: number[] = [];
  for (let e = offsets[triangle]!; e < offsets[triangle + 1]!; e += WIDTH) {
    const state = entries[e]!;
    const [dx, dy] = [left - x[state]!, bottom - y[state]!];
    const [rx, ry, lx, ly] = [entries[e + 1]!, entries[e + 2]!, entries[e + 3]!, entries[e + 4]!];
    // The corner of the cell that is farthest to the left of the cone's right side, and to the right of its left side.
    const onRight = rx * (dy + (rx > 0 ? cell : 0)) - ry * (dx + (ry < 0 ? cell : 0));
    const onLeft = lx * (dy + (lx < 0 ? cell : 0)) - ly * (dx + (ly > 0 ? cell : 0));
    if (onRight < 0 || onLeft > 0) continue;
    // What is left of a chain after a state is what is before it the other way.
    const rest = Math.floor(FINE * chains.before[state ^ 1]!);
    found.push(state, x[state]!, y[state]!, rx, ry, lx, ly, chains.of[state]!, rest, 0);
  }
  return Int32Array.from(found);
}
