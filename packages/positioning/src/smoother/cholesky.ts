/** Square matrices are rows of `stride` numbers, of which the first `size` count. */
let factor = new Float64Array(64 * 64);
let column = new Float64Array(64);

/** The lower Cholesky factor of a symmetric matrix into the shared workspace; false where the matrix is not positive definite. */
function factorise(matrix: Float64Array, size: number, stride: number): boolean {
  if (factor.length < size * size) {
    factor = new Float64Array(size * size);
    column = new Float64Array(size);
  }
  const l = factor;
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j < i; j++) {
      const above = j * size;
      let sum = matrix[i * stride + j]!;
      for (let k = 0; k < j; k++) sum -= l[row + k]! * l[above + k]!;
      l[row + j] = sum / l[above + j]!;
    }
    let pivot = matrix[i * stride + i]!;
    for (let k = 0; k < i; k++) pivot -= l[row + k]! * l[row + k]!;
    if (!(pivot > 1e-12)) return false;
    l[row + i] = Math.sqrt(pivot);
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
  substitute(right, 0, out, size);
  return true;
}

/** Columns of the inverse of a symmetric matrix, for these states. Only the lower triangle is read. False as above. */
export function inverseColumns(
  matrix: Float64Array,
  states: readonly number[],
  out: readonly Float64Array[],
  size: number,
  stride: number,
): boolean {
  if (!factorise(matrix, size, stride)) return false;
  for (const [i, state] of states.entries()) {
    const column = out[i]!;
    column.fill(0, 0, size);
    column[state] = 1;
    substitute(column, state, column, size);
  }
  return true;
}

/** Solves factor · factorᵀ · out = right, of which nothing is before `first`. */
function substitute(right: Float64Array, first: number, out: Float64Array, size: number): void {
  column.fill(0, 0, first);
  for (let i = first; i < size; i++) {
    let sum = right[i]!;
    for (let k = first; k < i; k++) sum -= factor[i * size + k]! * column[k]!;
    column[i] = sum / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = column[i]!;
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * out[k]!;
    out[i] = sum / factor[i * size + i]!;
  }
}

/**
 * The last 2 × 2 block but `behind` of the inverse of a symmetric matrix, as [xx, xy, yy]: only the tail of the factor is needed. Undefined where the
 * matrix is not positive definite.
 */
export function inverseBlockNearEnd(
  matrix: Float64Array,
  size: number,
  stride: number,
  behind: number,
): readonly [number, number, number] | undefined {
  if (!factorise(matrix, size, stride)) return undefined;
  const first = size - behind - 2;
  const unit = (at: number): void => {
    for (let i = at; i < size; i++) {
      let sum = i === at ? 1 : 0;
      for (let k = at; k < i; k++) sum -= factor[i * size + k]! * column[k]!;
      column[i] = sum / factor[i * size + i]!;
    }
  };
  unit(first + 1);
  const second = column.slice(first + 1, size);
  unit(first);
  let [xx, xy, yy] = [column[first]! ** 2, 0, 0];
  for (let i = first + 1; i < size; i++) {
    const other = second[i - first - 1]!;
    xx += column[i]! ** 2;
    xy += column[i]! * other;
    yy += other ** 2;
  }
  return [xx, xy, yy];
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
