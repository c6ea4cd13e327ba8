import type { Covariance2 } from './accuracy';
import type { RadioModel } from './radio-model';

/** A level to explain: mean RSSI of a beacon and the standard deviation of what a model at the true place would miss, in dB. */
export interface LevelMeasurement {
  readonly beacon: number;
  readonly rssiDbm: number;
  readonly sdDb: number;
}

export interface LeastSquaresFix {
  readonly x: number;
  readonly y: number;
  readonly gainDb: number;
  readonly covariance: Covariance2;
  /** Robust cost per measurement; about 0.5 where model and data agree. */
  readonly cost: number;
}

/** Where the walker is taken to be before the levels are explained, and how sure (standard deviation in metres). */
export interface PlacePrior {
  readonly x: number;
  readonly y: number;
  readonly sd: number;
}

const GAIN_PRIOR_SD_DB = 10;
const DEGREES_OF_FREEDOM = 4; // ν of Student's t
const ITERATIONS = 15;
const DIFFERENCE = 0.2;
const LONGEST_MOVE = 5;

/**
 * Position and receiver gain from levels, by iteratively reweighted Levenberg–Marquardt steps in dB with Student-t errors. The error is
 * normal in dB and skewed in metres, hence no distances are formed. The gain has a wide prior: real phones differ by 15 dB. The prior
 * of the place keeps a bad geometry, or a register whose powers are wrong, from throwing the fix across the hall.
 */
export function solvePosition(
  model: RadioModel,
  measurements: readonly LevelMeasurement[],
  level: number,
  start: { readonly x: number; readonly y: number },
  prior: PlacePrior,
): LeastSquaresFix {
  let state = { x: start.x, y: start.y, gainDb: bestGain(model, measurements, level, start) };
  let cost = costAt(model, measurements, level, state, prior);
  let damping = 0.1; // λ
  for (let i = 0; i < ITERATIONS; i++) {
    const normal = normalEquations(model, measurements, level, state, prior);
    const move = solve3(normal.matrix, normal.gradient, damping);
    if (!move) break;
    const length = Math.hypot(move[0], move[1]);
    const shrink = Math.min(1, LONGEST_MOVE / (length || 1));
    const next = {
      x: state.x + shrink * move[0],
      y: state.y + shrink * move[1],
      gainDb: state.gainDb + shrink * move[2],
    };
    const nextCost = costAt(model, measurements, level, next, prior);
    if (nextCost < cost) {
      state = next;
      cost = nextCost;
      damping = Math.max(1e-3, damping / 4);
      if (length < 0.01) break;
    } else {
      damping *= 6;
      if (damping > 1e4) break;
    }
  }
  const covariance = positionCovariance(normalEquations(model, measurements, level, state, prior).matrix);
  return { ...state, covariance, cost: cost / Math.max(1, measurements.length) };
}

interface State {
  readonly x: number;
  readonly y: number;
  readonly gainDb: number;
}

function bestGain(
  model: RadioModel,
  measurements: readonly LevelMeasurement[],
  level: number,
  at: { readonly x: number; readonly y: number },
): number {
  let [sum, weight] = [0, 1 / GAIN_PRIOR_SD_DB ** 2];
  for (const { beacon, rssiDbm, sdDb } of measurements) {
    sum += (rssiDbm - model.expectedDbm(beacon, at.x, at.y, level)) / sdDb ** 2;
    weight += 1 / sdDb ** 2;
  }
  return sum / weight;
}

function costAt(
  model: RadioModel,
  measurements: readonly LevelMeasurement[],
  level: number,
  state: State,
  prior: PlacePrior,
): number {
  const away = Math.hypot(state.x - prior.x, state.y - prior.y);
  let cost = 0.5 * (state.gainDb / GAIN_PRIOR_SD_DB) ** 2 + 0.5 * (away / prior.sd) ** 2;
  for (const { beacon, rssiDbm, sdDb } of measurements) {
    const residual = (rssiDbm - state.gainDb - model.expectedDbm(beacon, state.x, state.y, level)) / sdDb;
    cost += 0.5 * (DEGREES_OF_FREEDOM + 1) * Math.log1p(residual ** 2 / DEGREES_OF_FREEDOM);
  }
  return cost;
}

type Symmetric3 = [xx: number, xy: number, xg: number, yy: number, yg: number, gg: number];
type Vector3 = [number, number, number];

/** JᵀWJ and JᵀWr with the Student-t weights (ν + 1) / (ν + r²); derivatives by central differences. */
function normalEquations(
  model: RadioModel,
  measurements: readonly LevelMeasurement[],
  level: number,
  { x, y, gainDb }: State,
  prior: PlacePrior,
): { readonly matrix: Symmetric3; readonly gradient: Vector3 } {
  const tie = 1 / prior.sd ** 2;
  const matrix: Symmetric3 = [tie, 0, 0, tie, 0, 1 / GAIN_PRIOR_SD_DB ** 2];
  const gradient: Vector3 = [tie * (prior.x - x), tie * (prior.y - y), -gainDb / GAIN_PRIOR_SD_DB ** 2];
  const expected = (beacon: number, dx: number, dy: number) =>
    model.expectedDbm(beacon, x + dx, y + dy, level);
  for (const { beacon, rssiDbm, sdDb } of measurements) {
    const residual = rssiDbm - gainDb - expected(beacon, 0, 0);
    const robust = (DEGREES_OF_FREEDOM + 1) / (DEGREES_OF_FREEDOM + (residual / sdDb) ** 2);
    const weight = robust / sdDb ** 2;
    const dx = (expected(beacon, DIFFERENCE, 0) - expected(beacon, -DIFFERENCE, 0)) / (2 * DIFFERENCE);
    const dy = (expected(beacon, 0, DIFFERENCE) - expected(beacon, 0, -DIFFERENCE)) / (2 * DIFFERENCE);
    matrix[0] += weight * dx * dx;
    matrix[1] += weight * dx * dy;
    matrix[2] += weight * dx;
    matrix[3] += weight * dy * dy;
    matrix[4] += weight * dy;
    matrix[5] += weight;
    gradient[0] += weight * dx * residual;
    gradient[1] += weight * dy * residual;
    gradient[2] += weight * residual;
  }
  return { matrix, gradient };
}

/** Eliminates the gain, then solves the 2 × 2 system; the damping is Levenberg's, in 1/m². */
function solve3([xx, xy, xg, yy, yg, gg]: Symmetric3, g: Vector3, damping: number): Vector3 | undefined {
  const a = xx + damping - (xg * xg) / gg;
  const b = xy - (xg * yg) / gg;
  const c = yy + damping - (yg * yg) / gg;
  const determinant = a * c - b * b;
  if (!(determinant > 1e-12)) return undefined;
  const u = g[0] - (xg * g[2]) / gg;
  const v = g[1] - (yg * g[2]) / gg;
  const dx = (c * u - b * v) / determinant;
  const dy = (a * v - b * u) / determinant;
  return [dx, dy, (g[2] - xg * dx - yg * dy) / gg];
}

function positionCovariance([xx, xy, xg, yy, yg, gg]: Symmetric3): Covariance2 {
  const weakest = 1 / 30 ** 2;
  const a = xx - (xg * xg) / gg + weakest;
  const b = xy - (xg * yg) / gg;
  const c = yy - (yg * yg) / gg + weakest;
  const determinant = Math.max(1e-9, a * c - b * b);
  return [c / determinant, -b / determinant, a / determinant];
}
