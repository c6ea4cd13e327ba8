import type { Placed } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import type { Sweep } from '../mesh/sweep';

/**
 * Which corners a point sees, kept by triangle: each entry is a state and the cone in which a taut path that leaves the corner in that
 * state looks into the triangle. A point of the triangle sees the corner exactly if it lies in the cone, so that looking
 * round costs two cross products an entry and no walk through the mesh (the idea of Du, Shen and Cheema, Ultrafast Euclidean
 * Shortest Path Computation Using Hub Labeling, AAAI 2023, with exact cones in place of their grid cells).
 */
export interface Views {
  /** The entries of triangle t are `offsets[t]` to `offsets[t + 1]`. */
  readonly offsets: Int32Array;
  /** Five numbers an entry: state, and the cone's right and left side as vectors from the corner, in grid units. */
  readonly entries: Int32Array;
}

/** Gathers the views while the graph is built: one call after each look. */
export interface ViewCollector {
  readonly collect: (state: number, sweep: Sweep) => void;
  readonly views: () => Views;
}

const WIDTH = 5;

export function viewCollector(triangleCount: number): ViewCollector {
  let rows = new Int32Array(WIDTH * 4096);
  let length = 0;
  const states: number[] = [];
  const ends: number[] = [];
  const offsets = new Int32Array(triangleCount + 1);

  const collect: ViewCollector['collect'] = (state, sweep) => {
    const count = WIDTH * sweep.enteredCount();
    if (length + count > rows.length) {
      const grown = new Int32Array(2 * (length + count));
      grown.set(rows.subarray(0, length));
      rows = grown;
    }
    rows.set(sweep.entered().subarray(0, count), length);
    length += count;
    states.push(state);
    ends.push(length);
  };

  /** Sorts the rows by triangle; the triangle's place in a row is taken by the state. */
  const views: ViewCollector['views'] = () => {
    for (let i = 0; i < length; i += WIDTH) offsets[rows[i]! + 1]! += WIDTH;
    for (let t = 0; t < triangleCount; t++) offsets[t + 1]! += offsets[t]!;
    const entries = new Int32Array(length);
    const filled = offsets.slice();
    for (let i = 0, look = 0; i < length; i += WIDTH) {
      while (ends[look]! <= i) look++;
      const at = filled[rows[i]!]!;
      filled[rows[i]!]! += WIDTH;
      entries[at] = states[look]!;
      for (let k = 1; k < WIDTH; k++) entries[at + k] = rows[i + k]!;
    }
    return { offsets, entries };
  };
  return { collect, views };
}

/** Points in view, written over at each look; the first `count` are valid. */
export interface Seen {
  count: number;
  /** The states in which a path from the corner leaves towards the point; a path from the point arrives in state ^ 1. */
  states: Int32Array;
  /** Grid units. */
  lengths: Float64Array;
}

export function emptySeen(): Seen {
  return { count: 0, states: new Int32Array(256), lengths: new Float64Array(256) };
}

/** What lookouts need besides the views: `x` and `y` are the coordinates of each state's corner. */
export interface Lookout {
  readonly views: Views;
  readonly mesh: Mesh;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /**
   * For each triangle in each cell of the mesh's grid (a slot), the entries whose cone reaches what the triangle has of the cell: long
   * triangles have many entries, of which few are seen from any one place. Made when a point in that slot first looks round.
   */
  readonly inSlot: (Int32Array | undefined)[];
}

/** Looks round from a placed point. */
export function lookRound(lookout: Lookout, { x: px, y: py, triangles, slots }: Placed, seen: Seen): void {
  const { x, y, inSlot } = lookout;
  const { entries } = lookout.views;
  seen.count = 0;
  for (let i = 0; i < slots.length; i++) {
    const here = inSlot[slots[i]!] ?? reaching(lookout, triangles[i]!, slots[i]!, px, py);
    for (let k = 0; k < here.length; k++) {
      const e = here[k]!;
      const state = entries[e]!;
      const dx = px - x[state]!;
      const dy = py - y[state]!;
      if (entries[e + 1]! * dy - entries[e + 2]! * dx < 0) continue;
      if (entries[e + 3]! * dy - entries[e + 4]! * dx > 0) continue;
      if (seen.count === seen.states.length) growSeen(seen);
      seen.states[seen.count] = state;
      seen.lengths[seen.count++] = Math.sqrt(dx * dx + dy * dy);
    }
  }
}

/** The entries of a triangle whose cone has not all of the cell of (px, py) on one outer side. */
function reaching(
  { views, mesh, x, y, inSlot }: Lookout,
  triangle: number,
  slot: number,
  px: number,
  py: number,
): Int32Array {
  const { minX, minY, cell } = mesh.grid;
  const { offsets, entries } = views;
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
    if (onRight >= 0 && onLeft <= 0) found.push(e);
  }
  const entriesHere = Int32Array.from(found);
  inSlot[slot] = entriesHere;
  return entriesHere;
}

function growSeen(seen: Seen): void {
  const states = new Int32Array(2 * seen.count);
  const lengths = new Float64Array(2 * seen.count);
  states.set(seen.states);
  lengths.set(seen.lengths);
  Object.assign(seen, { states, lengths });
}

export function addSeen(seen: Seen, state: number, length: number): void {
  if (seen.count === seen.states.length) growSeen(seen);
  seen.states[seen.count] = state;
  seen.lengths[seen.count++] = length;
}

/** Takes out what `keep` does not want. */
export function keepSeen(seen: Seen, keep: (state: number) => boolean): void {
  const { states, lengths } = seen;
  let kept = 0;
  for (let i = 0; i < seen.count; i++) {
    if (!keep(states[i]!)) continue;
    states[kept] = states[i]!;
    lengths[kept++] = lengths[i]!;
  }
  seen.count = kept;
}
