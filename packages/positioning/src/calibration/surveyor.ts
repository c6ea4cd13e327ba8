import { solveSymmetric } from '../smoother/cholesky';
import { GaussianField } from './gaussian-field';
import { type FieldPrior, Kernel, type KernelSource } from './kernel';
import { noiseOf } from './learn-field';

/** What a level depends on besides the place: whose walk, and where the beacon was about the surveyor. */
export interface Aspect {
  readonly walk: number;
  /** Cosine and sine of the beacon's direction against the surveyor's, times the cosine of its elevation; 0, 0 where unknown. */
  readonly ahead: number;
  readonly left: number;
}

/** A mean of readings of one walk about the trend, with its aspect and what the path loss there is made of. */
export interface SurveyedLevel extends Aspect {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly readings: number;
  /** dB that a unit of the near and of the far exponent costs there. */
  readonly nearDb: number;
  readonly farDb: number;
}

export interface SurveyedBeacon {
  readonly source: KernelSource | undefined;
  readonly levels: readonly SurveyedLevel[];
}

/** What is the surveyors' and not the place's, and by how much the exponents of the path loss are off. */
export interface Surveyors {
  /** Gain of each walk's receiver against their mean, in dB. */
  readonly gainDb: readonly number[];
  /** Half of the body's shadow from front to back, the mean over the walks, in dB. */
  readonly bodyHalfDb: number;
  readonly nearExponent: number;
  readonly farExponent: number;
  /** Level in dB that the surveyor adds to the place's. */
  readonly addedDb: (aspect: Aspect) => number;
}

const GAIN_SD_DB = 5;
const BODY_SD_DB = 4;
const PATTERN_SD_DB = 1.2;
const EXPONENT_SD = 0.4;
const PER_WALK = 5;

/**
 * Finds receivers' gains, body, the phone's own pattern (two harmonics) and exponents at once by generalised least squares, with the
 * covariance of a beacon's levels given by the field: a place walked once in one direction says little of the body, and is not taken to.
 */
export function findSurveyors(
  beacons: readonly SurveyedBeacon[],
  walks: number,
  prior: FieldPrior,
): Surveyors {
  const size = PER_WALK * walks + 2;
  const matrix = priorPrecision(size);
  const vector = new Float64Array(size);
  for (const beacon of beacons) addBeacon(matrix, vector, size, beacon, prior);
  const theta = new Float64Array(size);
  solveSymmetric(matrix, vector, theta, size, size);
  const gains = Array.from({ length: walks }, (_, walk) => theta[PER_WALK * walk]!);
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, walks);
  const body = Array.from({ length: walks }, (_, walk) => theta[PER_WALK * walk + 1]!);
  return {
    gainDb: gains.map((gain) => gain - mean),
    bodyHalfDb: Math.max(0, body.reduce((sum, half) => sum + half, 0) / Math.max(1, walks)),
    nearExponent: theta[size - 2]!,
    farExponent: theta[size - 1]!,
    addedDb(aspect) {
      const features = harmonics(aspect);
      let sum = -mean;
      for (let i = 0; i < PER_WALK; i++) sum += features[i]! * theta[PER_WALK * aspect.walk + i]!;
      return sum;
    },
  };
}

function priorPrecision(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  const sds = [GAIN_SD_DB, BODY_SD_DB, PATTERN_SD_DB, PATTERN_SD_DB, PATTERN_SD_DB];
  for (let i = 0; i < size; i++) {
    const sd = i < size - 2 ? sds[i % PER_WALK]! : EXPONENT_SD;
    matrix[i * size + i] = 1 / sd ** 2;
  }
  return matrix;
}

/** Gain, then two harmonics of the direction. */
function harmonics({ ahead, left }: Aspect): readonly number[] {
  const reach = Math.hypot(ahead, left);
  const [second, cross] = reach > 0 ? [(ahead ** 2 - left ** 2) / reach, (2 * ahead * left) / reach] : [0, 0];
  return [1, ahead, left, second, cross];
}

/** XᵀC⁻¹X and XᵀC⁻¹y, with the columns of X that concern the beacon alone. */
function addBeacon(
  matrix: Float64Array,
  vector: Float64Array,
  size: number,
  { source, levels }: SurveyedBeacon,
  prior: FieldPrior,
): void {
  const points = levels.map(({ x, y, value, readings }) => ({
    x,
    y,
    value,
    noise: noiseOf(prior, readings),
  }));
  const field = new GaussianField(points, new Kernel(prior, source));
  const columns = new Map<number, Float64Array>();
  levels.forEach((level, row) => {
    const features = harmonics(level);
    const set = (column: number, value: number) => {
      const values = columns.get(column) ?? new Float64Array(levels.length);
      values[row] = value;
      columns.set(column, values);
    };
    features.forEach((value, i) => {
      set(PER_WALK * level.walk + i, value);
    });
    set(size - 2, -level.nearDb);
    set(size - 1, -level.farDb);
  });
  const whitened = [...columns].map(([column, values]) => ({ column, values: field.whiten(values) }));
  const target = field.whiten(Float64Array.from(points, ({ value }) => value));
  for (const a of whitened) {
    vector[a.column] = vector[a.column]! + dot(a.values, target);
    for (const b of whitened) {
      const at = a.column * size + b.column;
      matrix[at] = matrix[at]! + dot(a.values, b.values);
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
