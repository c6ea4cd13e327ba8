import { next, previous } from './half-edges';
import type { Placed } from './locate';
import type { Mesh } from './mesh';

/**
 * What is seen from a point: the triangular expansion of Bungiu et al., Efficient computation of visibility polygons (EuroCG 2014,
 * section 3). Every half-edge is reported whose first vertex is seen through its own triangle, touching rays included.
 * All coordinates are whole grid units, so that every orientation test is exact.
 */
export interface Sweep {
  /** Looks round from a grid point with the triangles that hold it. */
  readonly around: (x: number, y: number, triangles: readonly number[]) => void;
  /** Looks from a vertex through the cone from (rx, ry) counter-clockwise to (lx, ly), less than half a turn, in the fan of a boundary half-edge. */
  readonly within: (fan: number, rx: number, ry: number, lx: number, ly: number) => void;
  /** The half-edges reported by the last look; the first `count()` are valid. */
  readonly seen: () => Int32Array;
  readonly count: () => number;
  /**
   * The triangles that the last look `within` entered, each with the cone through which it is seen, touching rays included:
   * triangle, rx, ry, lx, ly. A triangle may be entered through several cones; the first `enteredCount()` are valid.
   */
  readonly entered: () => Int32Array;
  readonly enteredCount: () => number;
  /** Points to look out for in the next looks, until other points (or none) are given. */
  readonly watch: (points: readonly Placed[]) => void;
  /** Whether the last look saw the watched point number `i`. */
  readonly saw: (i: number) => boolean;
}

export function createSweep(mesh: Mesh): Sweep {
  const { xs, ys, corners, twins } = mesh;
  let seen = new Int32Array(256);
  let count = 0;
  let watched: readonly Placed[] = [];
  let saw = new Uint8Array(0);
  /** Watched points by triangle: the first entry of a triangle, then from entry to entry; −1 ends. */
  const firstEntry = new Int32Array(corners.length / 3).fill(-1);
  let entries: { readonly point: number; readonly next: number }[] = [];
  let entered = new Int32Array(5 * 256);
  let enteredCount = 0;
  let isRecording = false;
  let depth = 0;
  let halfEdges = new Int32Array(256);
  let cones = new Float64Array(4 * 256);

  const report = (h: number): void => {
    if (count === seen.length) {
      const grown = new Int32Array(2 * count);
      grown.set(seen);
      seen = grown;
    }
    seen[count++] = h;
  };
  const enter = (t: number, rx: number, ry: number, lx: number, ly: number): void => {
    const e = 5 * enteredCount++;
    if (e === entered.length) {
      const grown = new Int32Array(2 * e);
      grown.set(entered);
      entered = grown;
    }
    entered[e] = t;
    entered[e + 1] = rx;
    entered[e + 2] = ry;
    entered[e + 3] = lx;
    entered[e + 4] = ly;
  };
  const push = (h: number, rx: number, ry: number, lx: number, ly: number): void => {
    if (depth === halfEdges.length) {
      const [moreEdges, moreCones] = [new Int32Array(2 * depth), new Float64Array(8 * depth)];
      moreEdges.set(halfEdges);
      moreCones.set(cones);
      halfEdges = moreEdges;
      cones = moreCones;
    }
    halfEdges[depth] = h;
    const c = 4 * depth++;
    cones[c] = rx;
    cones[c + 1] = ry;
    cones[c + 2] = lx;
    cones[c + 3] = ly;
  };

  /** Empties the stack: each entry is a triangle entered through half-edge h, seen through the cone (r, l). */
  const expand = (sx: number, sy: number): void => {
    while (depth > 0) {
      const h = halfEdges[--depth]!;
      const c = 4 * depth;
      const [rx, ry, lx, ly] = [cones[c]!, cones[c + 1]!, cones[c + 2]!, cones[c + 3]!];
      if (isRecording) enter((h / 3) | 0, rx, ry, lx, ly);
      const p = previous(h);
      const o = corners[p]!;
      const ox = xs[o]! - sx;
      const oy = ys[o]! - sy;
      const leftOfR = rx * oy - ry * ox;
      const leftOfL = lx * oy - ly * ox;
      if (leftOfR >= 0 && leftOfL <= 0) report(p);
      let entry = firstEntry[(h / 3) | 0]!;
      for (; entry >= 0; entry = entries[entry]!.next) {
        const { point } = entries[entry]!;
        const [wx, wy] = [watched[point]!.x - sx, watched[point]!.y - sy];
        if (rx * wy - ry * wx >= 0 && lx * wy - ly * wx <= 0) saw[point] = 1;
      }
      const right = twins[next(h)]!;
      const left = twins[p]!;
      if (leftOfR > 0 && right >= 0) {
        if (leftOfL < 0) push(right, rx, ry, ox, oy);
        else push(right, rx, ry, lx, ly);
      }
      if (leftOfL < 0 && left >= 0) {
        if (leftOfR > 0) push(left, ox, oy, lx, ly);
        else push(left, rx, ry, lx, ly);
      }
    }
  };

  const around: Sweep['around'] = (x, y, triangles) => {
    count = 0;
    isRecording = false;
    saw.fill(0);
    for (const t of triangles) {
      for (let entry = firstEntry[t]!; entry >= 0; entry = entries[entry]!.next)
        saw[entries[entry]!.point] = 1;
      for (let h = 3 * t; h < 3 * t + 3; h++) {
        report(h);
        const [ax, ay] = [xs[corners[h]!]! - x, ys[corners[h]!]! - y];
        const [bx, by] = [xs[corners[next(h)]!]! - x, ys[corners[next(h)]!]! - y];
        if (ax * by - ay * bx > 0 && twins[h]! >= 0) push(twins[h]!, ax, ay, bx, by);
      }
    }
    expand(x, y);
  };

  const within: Sweep['within'] = (fan, rx, ry, lx, ly) => {
    count = 0;
    enteredCount = 0;
    isRecording = true;
    const v = corners[fan]!;
    const [sx, sy] = [xs[v]!, ys[v]!];
    const inCone = (x: number, y: number) =>
      rx * y - ry * x >= 0 && x * ly - y * lx >= 0 && (x * rx + y * ry > 0 || x * lx + y * ly > 0);
    for (let h = fan; ; ) {
      const across = next(h);
      const back = previous(h);
      const [ax, ay] = [xs[corners[across]!]! - sx, ys[corners[across]!]! - sy];
      const [bx, by] = [xs[corners[back]!]! - sx, ys[corners[back]!]! - sy];
      const [seesA, seesB] = [inCone(ax, ay), inCone(bx, by)];
      if (seesA) report(across);
      if (seesB) report(back);
      const rInside = ax * ry - ay * rx >= 0 && rx * by - ry * bx > 0;
      if (seesA || rInside) {
        const [r1, r2] = seesA ? [ax, ay] : [rx, ry];
        const [l1, l2] = seesB ? [bx, by] : [lx, ly];
        if (r1 * l2 - r2 * l1 > 0) {
          enter((h / 3) | 0, r1, r2, l1, l2);
          if (twins[across]! >= 0) push(twins[across]!, r1, r2, l1, l2);
        }
      }
      const onward = twins[back]!;
      if (onward < 0) break;
      h = onward;
    }
    expand(sx, sy);
  };

  const watch: Sweep['watch'] = (points) => {
    for (const { triangles } of watched) for (const t of triangles) firstEntry[t] = -1;
    watched = points;
    entries = [];
    if (saw.length < points.length) saw = new Uint8Array(2 * points.length);
    points.forEach(({ triangles }, point) => {
      for (const t of triangles) {
        entries.push({ point, next: firstEntry[t]! });
        firstEntry[t] = entries.length - 1;
      }
    });
  };

  return {
    around,
    within,
    seen: () => seen,
    count: () => count,
    watch,
    saw: (i) => saw[i] === 1,
    entered: () => entered,
    enteredCount: () => enteredCount,
  };
}
