import type { FloorRaster } from '../floor-raster';

/** The squares of one level on which somebody can stand: centres in metres, and where each is on the grid, row by row from the south-west. */
export interface FloorCells {
  readonly level: number;
  readonly metres: number;
  readonly minX: number;
  readonly minY: number;
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Place on the grid of each square, and the square at each place of the grid (−1 where nobody can stand). */
  readonly places: Int32Array;
  readonly squares: Int32Array;
}

/** A square counts where people can stand on a fifth of it: narrow passages too are places. */
const STANDING_SHARE = 0.2;

/** The squares of a floor; `level` is its number among the venue's levels. */
export function cellsOf(floor: FloorRaster, level: number, metres: number): FloorCells {
  const { minX, minY } = floor;
  const columns = Math.max(1, Math.ceil((floor.columns * floor.cell) / metres));
  const rows = Math.max(1, Math.ceil((floor.rows * floor.cell) / metres));
  const standing = new Uint32Array(columns * rows);
  for (let row = 0; row < floor.rows; row++) {
    const into = Math.floor(((row + 0.5) * floor.cell) / metres) * columns;
    for (let column = 0; column < floor.columns; column++) {
      if (floor.walkable[row * floor.columns + column] === 0) continue;
      const at = into + Math.floor(((column + 0.5) * floor.cell) / metres);
      standing[at] = standing[at]! + 1;
    }
  }
  const needed = STANDING_SHARE * (metres / floor.cell) ** 2;
  const places = Int32Array.from(standing.keys()).filter((at) => standing[at]! >= needed);
  const squares = new Int32Array(columns * rows).fill(-1);
  for (const [square, at] of places.entries()) squares[at] = square;
  return {
    level,
    metres,
    minX,
    minY,
    columns,
    rows,
    count: places.length,
    xs: Float64Array.from(places, (at) => minX + ((at % columns) + 0.5) * metres),
    ys: Float64Array.from(places, (at) => minY + (Math.floor(at / columns) + 0.5) * metres),
    places,
    squares,
  };
}

/** The square that holds a point; −1 where nobody can stand. */
export function squareAt(
  { minX, minY, metres, columns, rows, squares }: FloorCells,
  x: number,
  y: number,
): number {
  const column = Math.floor((x - minX) / metres);
  const row = Math.floor((y - minY) / metres);
  return column >= 0 && column < columns && row >= 0 && row < rows ? squares[row * columns + column]! : -1;
}
