/** The triangles of a mesh by square cells, so that the one that holds a point is found among few. */
export interface TriangleGrid {
  readonly minX: number;
  readonly minY: number;
  /** Side of a cell in grid units. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** The triangles that touch cell c, its edges included: `triangles[offsets[c]]` to `triangles[offsets[c + 1] - 1]`. */
  readonly offsets: Int32Array;
  readonly triangles: Int32Array;
}

/** Cells for each triangle: a long triangle touches many cells, a point should find few triangles in its own. */
const CELLS_PER_TRIANGLE = 0.6;

export function triangleGrid(xs: Float64Array, ys: Float64Array, corners: Int32Array): TriangleGrid {
  const count = corners.length / 3;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const v of corners) {
    minX = Math.min(minX, xs[v]!);
    maxX = Math.max(maxX, xs[v]!);
    minY = Math.min(minY, ys[v]!);
    maxY = Math.max(maxY, ys[v]!);
  }
  if (count === 0) [minX, minY, maxX, maxY] = [0, 0, 0, 0];
  const area = (maxX - minX + 1) * (maxY - minY + 1);
  const cell = Math.max(1, Math.ceil(Math.sqrt(area / Math.max(1, CELLS_PER_TRIANGLE * count))));
  const columns = Math.floor((maxX - minX) / cell) + 1;
  const rows = Math.floor((maxY - minY) / cell) + 1;
  const found: number[] = [];
  const cells: number[] = [];
  const offsets = new Int32Array(columns * rows + 1);
  for (let t = 0; t < count; t++) {
    eachCell(xs, ys, corners, t, { minX, minY, cell, columns }, (c) => {
      found.push(t);
      cells.push(c);
      offsets[c + 1]!++;
    });
  }
  for (let c = 0; c < columns * rows; c++) offsets[c + 1]! += offsets[c]!;
  const triangles = new Int32Array(found.length);
  const filled = offsets.slice();
  for (let i = 0; i < found.length; i++) triangles[filled[cells[i]!]!++] = found[i]!;
  return { minX, minY, cell, columns, rows, offsets, triangles };
}

function eachCell(
  xs: Float64Array,
  ys: Float64Array,
  corners: Int32Array,
  t: number,
  { minX, minY, cell, columns }: Pick<TriangleGrid, 'minX' | 'minY' | 'cell' | 'columns'>,
  visit: (c: number) => void,
): void {
  const [a, b, c] = [corners[3 * t]!, corners[3 * t + 1]!, corners[3 * t + 2]!];
  const x = [xs[a]! - minX, xs[b]! - minX, xs[c]! - minX];
  const y = [ys[a]! - minY, ys[b]! - minY, ys[c]! - minY];
  const column = (value: number) => Math.floor(value / cell);
  const [left, right] = [column(Math.min(...x)), column(Math.max(...x))];
  const [bottom, top] = [column(Math.min(...y)), column(Math.max(...y))];
  for (let row = bottom; row <= top; row++) {
    for (let col = left; col <= right; col++) {
      if (touchesCell(x, y, col * cell, row * cell, cell)) visit(row * columns + col);
    }
  }
}

/** Whether a counter-clockwise triangle touches a cell that its bounds touch: no edge has the whole cell on its outer side. */
function touchesCell(
  x: readonly number[],
  y: readonly number[],
  left: number,
  bottom: number,
  cell: number,
): boolean {
  for (let i = 0; i < 3; i++) {
    const j = i === 2 ? 0 : i + 1;
    const dx = x[j]! - x[i]!;
    const dy = y[j]! - y[i]!;
    const innerX = dy < 0 ? left + cell : left;
    const innerY = dx > 0 ? bottom + cell : bottom;
    if (dx * (innerY - y[i]!) - dy * (innerX - x[i]!) < 0) return false;
  }
  return true;
}
