/** Square matrices are rows of `stride` numbers, of which the first `size` count. */
let factor = new Float64Array(64 * 64);
let column = new Float64Array(64);

/** The lower Cholesky factor of a symmetric matrix into the shared workspace; false where the matrix is not positive definite. */
function factorise(matrix: Float64Array, size: number, stride: number): boolean {
  if (factor.length < size * size) {
    factor = new Float64Array(size * size);
    column = new Float64Array(size);
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * stride + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * size + k]! * factor[j * size + k]!;
      if (i > j) factor[i * size + j] = sum / factor[j * size + j]!;
      else if (sum > 1e-12) factor[i * size + i] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Solves matrix · out = right. Only the lower triangle is read. Gives false, and leaves `out`, where the matrix is not positive definite. */
export function solveSymmetric(
  matrix: Float64Array,
  right: Float64Array,
  out: Float64Array,
  size: number,
  stride: number,
): boolean {
  if (!factorise(matrix, size, stride)) return false;
  for (let i = 0; i < size; i++) {
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * column[k]!;
    column[i] = sum / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = column[i]!;
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * out[k]!;
    out[i] = sum / factor[i * size + i]!;
  }
  return true;
}

/** The inverse of a symmetric matrix, both triangles. Only the lower triangle is read. Gives false where it is not positive definite. */
export function invertSymmetric(
  matrix: Float64Array,
  out: Float64Array,
  size: number,
  stride: number,
): boolean {
  if (!factorise(matrix, size, stride)) return false;
  for (let i = 0; i < size; i++) {
    const pivot = 1 / factor[i * size + i]!;
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum -= factor[i * size + k]! * factor[k * size + j]!;
      factor[i * size + j] = sum * pivot;
    }
    factor[i * size + i] = pivot;
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < size; k++) sum += factor[k * size + i]! * factor[k * size + j]!;
      out[i * stride + j] = sum;
      out[j * stride + i] = sum;
    }
  }
  return true;
}
