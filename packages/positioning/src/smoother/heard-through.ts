import type { Information } from './information';
import { BIAS, type Evidence, HARMONICS, HEARD_THROUGH, PER_KNOT, SHARED, type Window } from './window';

const COLUMNS = HEARD_THROUGH.length;
const FIRST_OF_PATTERN = COLUMNS - 2 * HARMONICS;
/** Overhead, and where nobody knows how the walker faces, the phone's pattern has no direction. */
const OVERHEAD = 0.05;
const SHORTEST_BODY_DB = 0.5;

/** Where the walker faces at each knot: a vector, no longer than `SHORTEST_BODY_DB` where nobody knows. */
export class Facing {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly length: Float64Array;

  constructor(mostKnots: number) {
    this.x = new Float64Array(mostKnots);
    this.y = new Float64Array(mostKnots);
    this.length = new Float64Array(mostKnots);
  }

  fill({ knots, shared }: Window): void {
    for (let k = 0; k < knots.length; k++) {
      const { gait, heading, bodyX, bodyY } = knots[k]!;
      const stepping = gait === 'steps';
      this.x[k] = stepping ? Math.cos(heading + shared[BIAS]!) : bodyX;
      this.y[k] = stepping ? Math.sin(heading + shared[BIAS]!) : bodyY;
      this.length[k] = gait === 'free' ? 0 : Math.sqrt(this.x[k]! ** 2 + this.y[k]! ** 2);
    }
  }
}

/** Brings the derivatives of what is heard at a knot by gain, body, walls and the phone's pattern up to date. */
export function fillThrough(evidence: Evidence, k: number, facing: Facing): void {
  const { through, toBeaconX, toBeaconY, aside, wallsDb } = evidence;
  const at = k * COLUMNS;
  through[at] = 1;
  through[at + 1] = 1 - aside[k]!;
  through[at + 2] = -wallsDb[k]!;
  const length = facing.length[k]!;
  if (aside[k]! < OVERHEAD || length < SHORTEST_BODY_DB) {
    through.fill(0, at + FIRST_OF_PATTERN, at + COLUMNS);
    return;
  }
  const x = facing.x[k]!;
  const y = facing.y[k]!;
  const scale = length * aside[k]!;
  const cos = (toBeaconX[k]! * x + toBeaconY[k]! * y) / scale;
  const sin = (toBeaconY[k]! * x - toBeaconX[k]! * y) / scale;
  let c = 1;
  let s = 0;
  for (let i = at + FIRST_OF_PATTERN; i < at + COLUMNS; i += 2) {
    const turned = c * cos - s * sin;
    s = s * cos + c * sin;
    c = turned;
    through[i] = c;
    through[i + 1] = s;
  }
}

/** JᵀC⁻¹J and JᵀC⁻¹r of one beacon; `weighted` is C⁻¹r. */
export function accumulate(
  evidence: Evidence,
  stride: number,
  weighted: Float64Array,
  information: Information,
): void {
  const { used, usedCount } = evidence;
  sharedBlock.fill(0);
  sharedPull.fill(0);
  for (let a = 0; a < usedCount; a++) {
    addKnots(evidence, a, stride, information);
    sumThrough(evidence, a * stride);
    addOwn(evidence, used[a]!, weighted[a]!, information);
    keepShared(evidence, used[a]! * COLUMNS, weighted[a]!);
  }
  addShared(information);
}

/** The derivatives of what is heard by a knot's own states. */
const own = new Float64Array(PER_KNOT);
/** A row of C⁻¹ times the columns of the Jacobian for the shared states; these states' own block, and their pull. */
const sums = new Float64Array(COLUMNS);
const sharedBlock = new Float64Array(COLUMNS * COLUMNS);
const sharedPull = new Float64Array(COLUMNS);

function sumThrough({ used, usedCount, precision, through }: Evidence, row: number): void {
  sums.fill(0);
  for (let b = 0; b < usedCount; b++) {
    const shared = precision[row + b]!;
    const at = used[b]! * COLUMNS;
    for (let c = 0; c < COLUMNS; c++) sums[c] = sums[c]! + shared * through[at + c]!;
  }
}

/** The blocks of a knot's own states with those of the knots before it, and with themselves. */
function addKnots(
  evidence: Evidence,
  a: number,
  stride: number,
  { matrix, stride: wide }: Information,
): void {
  const { used, precision, slopeX, slopeY, toBeaconX, toBeaconY } = evidence;
  const ka = used[a]!;
  own[0] = slopeX[ka]!;
  own[1] = slopeY[ka]!;
  own[2] = toBeaconX[ka]!;
  own[3] = toBeaconY[ka]!;
  const first = (SHARED + PER_KNOT * ka) * wide + SHARED;
  for (let b = 0; b <= a; b++) {
    const kb = used[b]!;
    const shared = precision[a * stride + b]!;
    const x = shared * slopeX[kb]!;
    const y = shared * slopeY[kb]!;
    const bodyX = shared * toBeaconX[kb]!;
    const bodyY = shared * toBeaconY[kb]!;
    for (let s = 0, at = first + PER_KNOT * kb; s < PER_KNOT; s++, at += wide) {
      const slope = own[s]!;
      matrix[at] = matrix[at]! + slope * x;
      matrix[at + 1] = matrix[at + 1]! + slope * y;
      matrix[at + 2] = matrix[at + 2]! + slope * bodyX;
      matrix[at + 3] = matrix[at + 3]! + slope * bodyY;
    }
  }
}

/** What a knot's own states have to do with the shared ones, and their pull. */
function addOwn(
  { slopeX, slopeY, toBeaconX, toBeaconY }: Evidence,
  k: number,
  weighted: number,
  information: Information,
): void {
  const row = SHARED + PER_KNOT * k;
  addRow(information, row, slopeX[k]!, weighted);
  addRow(information, row + 1, slopeY[k]!, weighted);
  addRow(information, row + 2, toBeaconX[k]!, weighted);
  addRow(information, row + 3, toBeaconY[k]!, weighted);
}

function addRow(
  { matrix, vector, stride }: Information,
  state: number,
  slope: number,
  weighted: number,
): void {
  vector[state] = vector[state]! + slope * weighted;
  const at = state * stride;
  for (let c = 0; c < COLUMNS; c++) {
    const column = at + HEARD_THROUGH[c]!;
    matrix[column] = matrix[column]! + slope * sums[c]!;
  }
}

function keepShared({ through }: Evidence, at: number, weighted: number): void {
  for (let c = 0; c < COLUMNS; c++) {
    const slope = through[at + c]!;
    sharedPull[c] = sharedPull[c]! + slope * weighted;
    for (let d = 0, entry = c * COLUMNS; d <= c; d++, entry++)
      sharedBlock[entry] = sharedBlock[entry]! + slope * sums[d]!;
  }
}

function addShared({ matrix, vector, stride }: Information): void {
  for (let c = 0; c < COLUMNS; c++) {
    const state = HEARD_THROUGH[c]!;
    vector[state] = vector[state]! + sharedPull[c]!;
    for (let d = 0; d <= c; d++) {
      const at = state * stride + HEARD_THROUGH[d]!;
      matrix[at] = matrix[at]! + sharedBlock[c * COLUMNS + d]!;
    }
  }
}
