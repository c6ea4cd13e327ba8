import { Information } from './information';
import { AMPLITUDE, BIAS, GAIN, PATTERN, PER_KNOT, SCALE, SHARED, SIDE, WALLS } from './window';

/** What a track that starts anew knows of gain, heading bias, scale, body, walls and pattern: all that was learnt, its values alone, or nothing. */
export type Knowing = 'learnt' | 'weakly' | 'nothing';

const GAIN_SD_DB = 10;
const BIAS_SD = 0.5;
const KEPT_GAIN_SD_DB = 3;
const KEPT_BIAS_SD = 0.2;
const SCALE_SD = 0.06;
const AMPLITUDE_SD_DB = 0.1;
const SIDE_SD_DB = 0.3;
const WALLS_SD = 0.3;
const PATTERN_SD_DB = 0.3;
/** Random walks: a second's standard deviation. */
const GAIN_DRIFT_DB = 0.05;
const BIAS_DRIFT = 0.012;
const SCALE_DRIFT = 0.002;
const AMPLITUDE_DRIFT_DB = 0.08;
const SIDE_DRIFT_DB = 0.02;
const WALLS_DRIFT = 0.01;
/** A ride that was taken for a place on the level before may have pulled these. */
const RIDE_GAIN_SD_DB = 3;
const RIDE_BIAS_SD = 0.03;
const RIDE_AMPLITUDE_SD_DB = 0.1;

export function expectNothing(prior: Information): void {
  expect(prior, GAIN_SD_DB, BIAS_SD);
}

export function expectWeakly(prior: Information): void {
  expect(prior, KEPT_GAIN_SD_DB, KEPT_BIAS_SD);
}

function expect(prior: Information, gainSdDb: number, biasSd: number): void {
  prior.addPrecision(GAIN, 1 / gainSdDb ** 2);
  prior.addPrecision(BIAS, 1 / biasSd ** 2);
  prior.addPrecision(SCALE, 1 / SCALE_SD ** 2);
  prior.addPrecision(AMPLITUDE, 1 / AMPLITUDE_SD_DB ** 2);
  for (let s = PATTERN; s < SHARED; s++) prior.addPrecision(s, 1 / PATTERN_SD_DB ** 2);
  prior.addPrecision(SIDE, 1 / SIDE_SD_DB ** 2);
  prior.addPrecision(WALLS, 1 / WALLS_SD ** 2);
}

/** Puts into an empty `prior` what a fitted window (its normal equations, of so many states) says of the shared states: all knots marginalised. */
export function learnt(normal: Information, size: number, prior: Information): void {
  let known = normal;
  known.mirror(size);
  for (let left = size; left > SHARED; left -= PER_KNOT) {
    const without = new Information(normal.stride);
    known.eliminate(SHARED, PER_KNOT, left, without);
    known = without;
  }
  for (let i = 0; i < SHARED; i++) {
    const row = i * normal.stride;
    prior.matrix.set(known.matrix.subarray(row, row + SHARED), row);
  }
  prior.forget(GAIN, RIDE_GAIN_SD_DB ** 2, SHARED);
  prior.forget(BIAS, RIDE_BIAS_SD ** 2, SHARED);
  prior.forget(AMPLITUDE, RIDE_AMPLITUDE_SD_DB ** 2, SHARED);
}

/** What the knots share drifts with time. The body's amplitude is only learnt while steps tell where the walker faces. */
export function drift(prior: Information, seconds: number, stepping: boolean, size: number): void {
  prior.forget(GAIN, GAIN_DRIFT_DB ** 2 * seconds, size);
  prior.forget(BIAS, BIAS_DRIFT ** 2 * seconds, size);
  prior.forget(SCALE, SCALE_DRIFT ** 2 * seconds, size);
  if (stepping) prior.forget(AMPLITUDE, AMPLITUDE_DRIFT_DB ** 2 * seconds, size);
  if (stepping) prior.forget(SIDE, SIDE_DRIFT_DB ** 2 * seconds, size);
  prior.forget(WALLS, WALLS_DRIFT ** 2 * seconds, size);
}
