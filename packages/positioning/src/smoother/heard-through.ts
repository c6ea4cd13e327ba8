import type { Information } from './information';
import { BIAS, type Evidence, HARMONICS, HEARD_THROUGH, type Knot, PER_KNOT, SHARED } from './window';

const COLUMNS = HEARD_THROUGH.length;
const FIRST_OF_PATTERN = COLUMNS - 2 * HARMONICS;
/** Overhead, and where nobody knows how the walker faces, the phone's pattern has no direction. */
const OVERHEAD = 0.05;
const SHORTEST_BODY_DB = 0.5;

/** Brings the derivatives of what is heard at a knot by gain, body, walls and the phone's pattern up to date. */
export function fillThrough(evidence: Evidence, k: number, knot: Knot, shared: Float64Array): void {
  const { through, toBeaconX, toBeaconY, aside, wallsDb } = evidence;
  const at = k * COLUMNS;
  through[at] = 1;
  through[at + 1] = 1 - aside[k]!;
  through[at + 2] = -wallsDb[k]!;
  const heading = knot.heading + shared[BIAS]!;
  const [x, y] = knot.gait === 'steps' ? [Math.cos(heading), Math.sin(heading)] : [knot.bodyX, knot.bodyY];
  const length = Math.hypot(x, y);
  if (knot.gait === 'free' || aside[k]! < OVERHEAD || length < SHORTEST_BODY_DB) {
    through.fill(0, at + FIRST_OF_PATTERN, at + COLUMNS);
    return;
  }
  const scale = length * aside[k]!;
  const cos = (toBeaconX[k]! * x + toBeaconY[k]! * y) / scale;
  const sin = (toBeaconY[k]! * x - toBeaconX[k]! * y) / scale;
  let [c, s] = [1, 0];
  for (let i = at + FIRST_OF_PATTERN; i < at + COLUMNS; i += 2) {
    [c, s] = [c * cos - s * sin, s * cos + c * sin];
    through[i] = c;
    through[i + 1] = s;
  }
}

/** What the phone's pattern adds at a knot, in dB. */
export function patternDb({ through }: Evidence, k: number, shared: Float64Array): number {
  let sum = 0;
  for (let c = FIRST_OF_PATTERN; c < COLUMNS; c++)
    sum += through[k * COLUMNS + c]! * shared[HEARD_THROUGH[c]!]!;
  return sum;
}

/** JᵀC⁻¹J and JᵀC⁻¹r of one beacon; `weighted` is C⁻¹r. */
export function accumulate(
  evidence: Evidence,
  stride: number,
  weighted: Float64Array,
  information: Information,
): void {
  const { used, usedCount, precision } = evidence;
  for (let a = 0; a < usedCount; a++) {
    const [ka, row] = [used[a]!, a * stride];
    for (let b = 0; b <= a; b++) addPair(evidence, ka, used[b]!, precision[row + b]!, information);
    sumThrough(evidence, row);
    addShared(evidence, ka, weighted[a]!, information);
  }
}

/** A row of C⁻¹ times the columns of the Jacobian for the shared states. */
const sums = new Float64Array(COLUMNS);

function sumThrough({ used, usedCount, precision, through }: Evidence, row: number): void {
  sums.fill(0);
  for (let b = 0; b < usedCount; b++) {
    const shared = precision[row + b]!;
    const at = used[b]! * COLUMNS;
    for (let c = 0; c < COLUMNS; c++) sums[c] = sums[c]! + shared * through[at + c]!;
  }
}

/** The block of two knots' own states. */
function addPair(evidence: Evidence, ka: number, kb: number, shared: number, information: Information): void {
  const { slopeX, slopeY, toBeaconX, toBeaconY } = evidence;
  const { stride } = information;
  const x = shared * slopeX[kb]!;
  const y = shared * slopeY[kb]!;
  const bodyX = shared * toBeaconX[kb]!;
  const bodyY = shared * toBeaconY[kb]!;
  const at = (SHARED + PER_KNOT * ka) * stride + SHARED + PER_KNOT * kb;
  addFour(information.matrix, at, slopeX[ka]!, x, y, bodyX, bodyY);
  addFour(information.matrix, at + stride, slopeY[ka]!, x, y, bodyX, bodyY);
  addFour(information.matrix, at + 2 * stride, toBeaconX[ka]!, x, y, bodyX, bodyY);
  addFour(information.matrix, at + 3 * stride, toBeaconY[ka]!, x, y, bodyX, bodyY);
}

function addFour(
  matrix: Float64Array,
  at: number,
  slope: number,
  x: number,
  y: number,
  bodyX: number,
  bodyY: number,
): void {
  matrix[at] = matrix[at]! + slope * x;
  matrix[at + 1] = matrix[at + 1]! + slope * y;
  matrix[at + 2] = matrix[at + 2]! + slope * bodyX;
  matrix[at + 3] = matrix[at + 3]! + slope * bodyY;
}

/** What one knot has to do with the shared states, and their own block. */
function addShared(
  { slopeX, slopeY, toBeaconX, toBeaconY, through }: Evidence,
  k: number,
  weighted: number,
  information: Information,
): void {
  const row = SHARED + PER_KNOT * k;
  for (let c = 0; c < COLUMNS; c++)
    addRow(information, HEARD_THROUGH[c]!, through[k * COLUMNS + c]!, weighted, c + 1);
  addRow(information, row, slopeX[k]!, weighted, COLUMNS);
  addRow(information, row + 1, slopeY[k]!, weighted, COLUMNS);
  addRow(information, row + 2, toBeaconX[k]!, weighted, COLUMNS);
  addRow(information, row + 3, toBeaconY[k]!, weighted, COLUMNS);
}

/** One state's pull, and its row of the lower triangle in the first `columns` of `HEARD_THROUGH`. */
function addRow(
  { matrix, vector, stride }: Information,
  state: number,
  slope: number,
  weighted: number,
  columns: number,
): void {
  if (slope === 0) return;
  vector[state] = vector[state]! + slope * weighted;
  const at = state * stride;
  for (let c = 0; c < columns; c++) {
    const column = at + HEARD_THROUGH[c]!;
    matrix[column] = matrix[column]! + slope * sums[c]!;
  }
}
