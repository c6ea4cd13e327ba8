const TILE = 16;

/** A function over the plane, evaluated at the nodes of a grid when they are first asked for, bilinear between them. */
export class LazyGrid {
  private readonly tiles = new Map<number, Float32Array>();
  private lastKey = Number.NaN;
  private lastTile: Float32Array = new Float32Array();

  constructor(
    private readonly spacing: number,
    private readonly evaluate: (x: number, y: number) => number,
  ) {}

  at(x: number, y: number): number {
    const u = x / this.spacing;
    const v = y / this.spacing;
    const column = Math.floor(u);
    const row = Math.floor(v);
    const s = u - column;
    const t = v - row;
    const south = (1 - s) * this.node(column, row) + s * this.node(column + 1, row);
    const north = (1 - s) * this.node(column, row + 1) + s * this.node(column + 1, row + 1);
    return (1 - t) * south + t * north;
  }

  private node(column: number, row: number): number {
    const tileColumn = Math.floor(column / TILE);
    const tileRow = Math.floor(row / TILE);
    const tile = this.tileAt(tileColumn * 65_536 + tileRow);
    const at = (row - tileRow * TILE) * TILE + column - tileColumn * TILE;
    const known = tile[at]!;
    if (!Number.isNaN(known)) return known;
    tile[at] = this.evaluate(column * this.spacing, row * this.spacing);
    return tile[at]!; // as rounded for keeping: the first answer is that of every later one
  }

  private tileAt(key: number): Float32Array {
    if (key === this.lastKey) return this.lastTile;
    let tile = this.tiles.get(key);
    if (!tile) {
      tile = new Float32Array(TILE * TILE).fill(Number.NaN);
      this.tiles.set(key, tile);
    }
    this.lastKey = key;
    this.lastTile = tile;
    return tile;
  }
}
