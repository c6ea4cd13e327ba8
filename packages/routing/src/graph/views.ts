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

/** Numbers in an entry. */
export const WIDTH = 5;

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
