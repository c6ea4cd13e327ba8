const TILE = 16;

/** A function over the plane, evaluated at the nodes of a grid when they are first asked for, bilinear between them. */
export class LazyGrid {
  private readonly tiles = new Map<number, Float32Array>();

  constructor(
    private readonly spacing: number,
    private readonly evaluate: (x: number, y: number) => number,
  ) {}

  at(x: number, y: number): number {
    const u = x / this.spacing;
    const v = y / this.spacing;
    const column = Math.floor(u);
    const row = Math.floor(v);
    const [s, t] = [u - column, v - row];
    const south = (1 - s) * this.node(column, row) + s * this.node(column + 1, row);
    const north = (1 - s) * this.node(column, row + 1) + s * this.node(column + 1, row + 1);
    return (1 - t) * south + t * north;
  }

  private node(column: number, row: number): number {
    const [tileColumn, tileRow] = [Math.floor(column / TILE), Math.floor(row / TILE)];
    const key = tileColumn * 65_536 + tileRow;
    let tile = this.tiles.get(key);
    if (!tile) {
      tile = new Float32Array(TILE * TILE).fill(Number.NaN);
      this.tiles.set(key, tile);
    }
    const at = (row - tileRow * TILE) * TILE + column - tileColumn * TILE;
    const known = tile[at]!;
    if (!Number.isNaN(known)) return known;
    tile[at] = this.evaluate(column * this.spacing, row * this.spacing);
    return tile[at]!; // as rounded for keeping: the first answer is that of every later one
  }
}
