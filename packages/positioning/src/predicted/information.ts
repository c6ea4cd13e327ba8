import type { Receiver } from './listening';
import type { Share } from './share';

/** Numbers of a square: the lower triangle of the information of (x, y, gain, body x, body y). */
const ENTRIES = 15;
/** Nobody is farther away than this. */
const ANYWHERE_M = 1000;

/** Sums over beacons at the squares of one level: Fisher information, expected number of audible beacons, and how the levels differ. */
export class LevelInformation {
  readonly matrix: Float64Array;
  readonly audible: Float64Array;
  /** For each neighbouring level Σ w Δ², Σ w Δ and Σ w, Δ being how much louder a beacon is here. */
  readonly apart: readonly { readonly level: number; readonly sums: Float64Array }[];

  constructor(
    readonly count: number,
    neighbours: readonly number[],
  ) {
    this.matrix = new Float64Array(ENTRIES * count);
    this.audible = new Float64Array(count);
    this.apart = neighbours.map((level) => ({ level, sums: new Float64Array(3 * count) }));
  }

  /** Adds a beacon's share, or takes it away (`sign` −1). */
  add(share: Share, sign: 1 | -1): void {
    const { matrix, audible } = this;
    for (let n = 0; n < share.count; n++) {
      const square = share.squares[n]!;
      const [x, y, a, b] = [share.slopeX[n]!, share.slopeY[n]!, share.towardsX[n]!, share.towardsY[n]!];
      const w = sign * share.weight[n]!;
      const [wx, wy, wa, wb] = [w * x, w * y, w * a, w * b];
      let at = square * ENTRIES;
      matrix[at] = matrix[at++]! + wx * x;
      matrix[at] = matrix[at++]! + wx * y;
      matrix[at] = matrix[at++]! + wy * y;
      matrix[at] = matrix[at++]! + wx;
      matrix[at] = matrix[at++]! + wy;
      matrix[at] = matrix[at++]! + w;
      matrix[at] = matrix[at++]! + wx * a;
      matrix[at] = matrix[at++]! + wy * a;
      matrix[at] = matrix[at++]! + wa;
      matrix[at] = matrix[at++]! + wa * a;
      matrix[at] = matrix[at++]! + wx * b;
      matrix[at] = matrix[at++]! + wy * b;
      matrix[at] = matrix[at++]! + wb;
      matrix[at] = matrix[at++]! + wa * b;
      matrix[at] = matrix[at]! + wb * b;
      audible[square] = audible[square]! + sign * share.audible[n]!;
    }
    this.compare(share, sign);
  }

  private compare({ count, squares, louder }: Share, sign: 1 | -1): void {
    for (const [i, { byDb, weight }] of louder.entries()) {
      const { sums } = this.apart[i]!;
      for (let n = 0; n < count; n++) {
        const at = 3 * squares[n]!;
        const [w, db] = [sign * weight[n]!, byDb[n]!];
        sums[at] = sums[at]! + w * db * db;
        sums[at + 1] = sums[at + 1]! + w * db;
        sums[at + 2] = sums[at + 2]! + w;
      }
    }
  }
}

/**
 * The information of a level solved for the place: for each square the inverse of what belongs to the receiver (6 numbers), what of the place
 * goes with it (6), and the covariance of the place [xx, xy, yy] in m² (3).
 */
export type Solved = Float64Array;

export const SOLVED = 15;
const COVARIANCE = 12;

/** Solves all squares of a level, for a receiver of which so much is known. */
export function solve({ matrix, count }: LevelInformation, receiver: Receiver, solved: Solved): void {
  const [gain, body] = [receiver.gainSdDb ** -2, receiver.bodySdDb ** -2];
  for (let square = 0; square < count; square++) {
    const at = square * ENTRIES;
    const to = square * SOLVED;
    const [gx, gy, gg] = [matrix[at + 3]!, matrix[at + 4]!, matrix[at + 5]! + gain];
    const [ax, ay, ag, aa] = [matrix[at + 6]!, matrix[at + 7]!, matrix[at + 8]!, matrix[at + 9]! + body];
    const [bx, by, bg] = [matrix[at + 10]!, matrix[at + 11]!, matrix[at + 12]!];
    const [ba, bb] = [matrix[at + 13]!, matrix[at + 14]! + body];
    // Inverse of the receiver's 3 × 3 block by cofactors.
    const [cgg, cag, cbg] = [aa * bb - ba * ba, ba * bg - ag * bb, ag * ba - aa * bg];
    const determinant = gg * cgg + ag * cag + bg * cbg;
    const ngg = cgg / determinant;
    const nag = cag / determinant;
    const nbg = cbg / determinant;
    const naa = (gg * bb - bg * bg) / determinant;
    const nba = (ag * bg - gg * ba) / determinant;
    const nbb = (gg * aa - ag * ag) / determinant;
    const [kgx, kgy] = [ngg * gx + nag * ax + nbg * bx, ngg * gy + nag * ay + nbg * by];
    const [kax, kay] = [nag * gx + naa * ax + nba * bx, nag * gy + naa * ay + nba * by];
    const [kbx, kby] = [nbg * gx + nba * ax + nbb * bx, nbg * gy + nba * ay + nbb * by];
    const far = ANYWHERE_M ** -2;
    const xx = matrix[at]! + far - (kgx * gx + kax * ax + kbx * bx);
    const xy = matrix[at + 1]! - (kgx * gy + kax * ay + kbx * by);
    const yy = matrix[at + 2]! + far - (kgy * gy + kay * ay + kby * by);
    const place = xx * yy - xy * xy;
    solved[to] = ngg;
    solved[to + 1] = nag;
    solved[to + 2] = naa;
    solved[to + 3] = nbg;
    solved[to + 4] = nba;
    solved[to + 5] = nbb;
    solved[to + 6] = kgx;
    solved[to + 7] = kgy;
    solved[to + 8] = kax;
    solved[to + 9] = kay;
    solved[to + 10] = kbx;
    solved[to + 11] = kby;
    solved[to + 12] = yy / place;
    solved[to + 13] = -xy / place;
    solved[to + 14] = xx / place;
  }
}

/** Variances in m² along the principal axes of a place, the larger first. */
export interface Axes {
  major: number;
  minor: number;
}

/** The axes of a square as it is. */
export function axesOf(solved: Solved, square: number, out: Axes): void {
  const at = square * SOLVED + COVARIANCE;
  principal(solved[at]!, solved[at + 1]!, solved[at + 2]!, out);
}

/**
 * The axes of the square that entry `n` of a share is about, if its beacon were there too (`sign` 1) or were not (−1): a change of rank one
 * (Sherman and Morrison 1950).
 */
export function axesChanged(solved: Solved, share: Share, n: number, sign: 1 | -1, out: Axes): void {
  const at = share.squares[n]! * SOLVED;
  const [a, b] = [share.towardsX[n]!, share.towardsY[n]!];
  const [ng, na, nb] = [
    solved[at]! + solved[at + 1]! * a + solved[at + 3]! * b,
    solved[at + 1]! + solved[at + 2]! * a + solved[at + 4]! * b,
    solved[at + 3]! + solved[at + 4]! * a + solved[at + 5]! * b,
  ];
  const rx = share.slopeX[n]! - (solved[at + 6]! + solved[at + 8]! * a + solved[at + 10]! * b);
  const ry = share.slopeY[n]! - (solved[at + 7]! + solved[at + 9]! * a + solved[at + 11]! * b);
  const [xx, xy, yy] = [solved[at + 12]!, solved[at + 13]!, solved[at + 14]!];
  const [vx, vy] = [xx * rx + xy * ry, xy * rx + yy * ry];
  const known = ng + na * a + nb * b + vx * rx + vy * ry;
  const rest = Math.max(1e-9, 1 / share.weight[n]! + sign * known);
  const by = -sign / rest;
  principal(xx + by * vx * vx, xy + by * vx * vy, yy + by * vy * vy, out);
}

function principal(xx: number, xy: number, yy: number, out: Axes): void {
  const mean = (xx + yy) / 2;
  const half = Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy);
  out.major = mean + half;
  out.minor = Math.max(mean - half, 1e-9);
}
