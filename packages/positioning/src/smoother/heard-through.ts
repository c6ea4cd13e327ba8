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
  const { used, usedCount, precision, through } = evidence;
  for (let a = 0; a < usedCount; a++) {
    sums.fill(0);
    for (let b = 0; b < usedCount; b++) {
      const shared = precision[a * stride + b]!;
      const at = used[b]! * COLUMNS;
      for (let c = 0; c < COLUMNS; c++) sums[c] = sums[c]! + shared * through[at + c]!;
      if (b <= a) addPair(evidence, used[a]!, used[b]!, shared, information);
    }
    addShared(evidence, used[a]!, weighted[a]!, information);
  }
}

/** A row of C⁻¹ times the columns of the Jacobian for the shared states. */
const sums = new Float64Array(COLUMNS);

/** The block of two knots' own states. */
function addPair(
  { slopeX, slopeY, toBeaconX, toBeaconY }: Evidence,
  ka: number,
  kb: number,
  shared: number,
  { matrix, stride }: Information,
): void {
  const columnAt = SHARED + PER_KNOT * kb;
  const [x, y, bodyX, bodyY] = [slopeX[kb]!, slopeY[kb]!, toBeaconX[kb]!, toBeaconY[kb]!];
  for (let i = 0; i < PER_KNOT; i++) {
    const slope = i === 0 ? slopeX[ka]! : i === 1 ? slopeY[ka]! : i === 2 ? toBeaconX[ka]! : toBeaconY[ka]!;
    const scaled = slope * shared;
    const at = (SHARED + PER_KNOT * ka + i) * stride + columnAt;
    matrix[at] = matrix[at]! + scaled * x;
    matrix[at + 1] = matrix[at + 1]! + scaled * y;
    matrix[at + 2] = matrix[at + 2]! + scaled * bodyX;
    matrix[at + 3] = matrix[at + 3]! + scaled * bodyY;
  }
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
  vector[state] = vector[state]! + slope * weighted;
  const at = state * stride;
  for (let c = 0; c < columns; c++) {
    const column = at + HEARD_THROUGH[c]!;
    matrix[column] = matrix[column]! + slope * sums[c]!;
  }
}
