import { normal, seededRandom } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { inverseBlockNearEnd, invertSymmetric, solveSymmetric } from './cholesky';

const SIZE = 14;
const STRIDE = 17;

function positiveDefinite(seed: number): Float64Array {
  const random = seededRandom(seed);
  const factors = Array.from({ length: SIZE * SIZE }, () => normal(random));
  const matrix = new Float64Array(STRIDE * STRIDE);
  for (let i = 0; i < SIZE; i++) {
    for (let j = 0; j < SIZE; j++) {
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < SIZE; k++) sum += factors[i * SIZE + k]! * factors[j * SIZE + k]!;
      matrix[i * STRIDE + j] = sum;
    }
  }
  return matrix;
}

test('the inverse of a matrix, a block of it and the solution of its equations agree', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const matrix = positiveDefinite(seed);
    const inverse = new Float64Array(STRIDE * STRIDE);
    expect(invertSymmetric(matrix, inverse, SIZE, STRIDE)).toBe(true);
    for (const behind of [0, 2, 5]) {
      const x = SIZE - behind - 2;
      const [xx, xy, yy] = inverseBlockNearEnd(matrix, SIZE, STRIDE, behind)!;
      expect(xx).toBeCloseTo(inverse[x * STRIDE + x]!, 9);
      expect(xy).toBeCloseTo(inverse[x * STRIDE + x + 1]!, 9);
      expect(yy).toBeCloseTo(inverse[(x + 1) * STRIDE + x + 1]!, 9);
    }
    const unit = new Float64Array(STRIDE);
    unit[3] = 1;
    const column = new Float64Array(STRIDE);
    solveSymmetric(matrix, unit, column, SIZE, STRIDE);
    for (let i = 0; i < SIZE; i++) expect(column[i]).toBeCloseTo(inverse[i * STRIDE + 3]!, 9);
  }
});

test('a matrix that is not positive definite has no inverse', () => {
  const matrix = positiveDefinite(1);
  matrix[4 * STRIDE + 4] = -1;
  const out = new Float64Array(STRIDE * STRIDE);
  expect(invertSymmetric(matrix, out, SIZE, STRIDE)).toBe(false);
  expect(inverseBlockNearEnd(matrix, SIZE, STRIDE, 2)).toBeUndefined();
});
