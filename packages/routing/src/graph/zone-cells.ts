/**
 * Square cells over a region of shut floor: most points and short lines lie in cells that no edge touches, and need no look at edges. Plain
 * data with functions, as all that a closing runs through: a closure would be new, and slow, at each closing.
 */
export interface ZoneCells {
  readonly minX: number;
  readonly minY: number;
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  /** 1 inside, 0 outside, `MIXED` where an edge may be near, `UNKNOWN` until it is asked for. */
  readonly cells: Uint8Array;
}

export const MIXED = 2;
const UNKNOWN = 3;

/** Side of a cell in grid units, and the most cells there are. */
const SIDE = 5_000;
const MOST_CELLS = 80_000;
/** A box of more cells than this is not looked through. */
const MOST_LOOKED_AT = 16;

interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** `edges` as ax, ay, bx, by. */
export function zoneCells({ minX, minY, maxX, maxY }: Bounds, edges: Float64Array): ZoneCells {
  if (edges.length === 0)
    return { minX: 0, minY: 0, side: SIDE, columns: 0, rows: 0, cells: new Uint8Array(0) };
  const side = Math.max(SIDE, Math.ceil(Math.sqrt(((maxX - minX) * (maxY - minY)) / MOST_CELLS)));
  const column = (x: number) => Math.floor((x - minX) / side);
  const row = (y: number) => Math.floor((y - minY) / side);
  const [columns, rows] = [column(maxX) + 1, row(maxY) + 1];
  const cells = new Uint8Array(columns * rows).fill(UNKNOWN);
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!];
    const [low, high] = ay < by ? [ay, by] : [by, ay];
    for (let r = Math.max(0, row(low - 1)); r <= Math.min(rows - 1, row(high + 1)); r++) {
      // The part of the edge in this row of cells.
      const from = Math.max(low, minY + r * side - 1);
      const to = Math.min(high, minY + (r + 1) * side + 1);
      const xAt = (y: number) => (ay === by ? ax : ax + ((bx - ax) * (y - ay)) / (by - ay));
      const ends = ay === by ? [ax, bx] : [xAt(from), xAt(to)];
      const first = Math.max(0, column(Math.min(...ends) - 2));
      const last = Math.min(columns - 1, column(Math.max(...ends) + 2));
      cells.fill(MIXED, r * columns + first, r * columns + last + 1);
    }
  }
  return { minX, minY, side, columns, rows, cells };
}

/** A cell's value; what is not known yet is worked out by `isInside` for one point of the run of cells before it. */
export function cellAt<T>(
  of: ZoneCells,
  x: number,
  y: number,
  isInside: (zone: T, x: number, y: number) => boolean,
  zone: T,
): number {
  const { minX, minY, side, columns, cells } = of;
  const c = Math.floor((x - minX) / side);
  const r = Math.floor((y - minY) / side);
  const i = r * columns + c;
  const value = cells[i] ?? 0;
  if (value !== UNKNOWN) return value;
  let start = i;
  while (start > r * columns && cells[start - 1] === UNKNOWN) start--;
  const before = start > r * columns ? cells[start - 1]! : MIXED;
  const found =
    before === MIXED ? Number(isInside(zone, minX + (c + 0.5) * side, minY + (r + 0.5) * side)) : before;
  cells.fill(found, start, i + 1);
  return found;
}

/** Whether an edge may be near the box of a line; true without a look where the box has many cells. */
export function mayTouch(
  { minX, minY, side, columns, rows, cells }: ZoneCells,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  const left = Math.floor((Math.min(ax, bx) - minX) / side);
  const right = Math.floor((Math.max(ax, bx) - minX) / side);
  const bottom = Math.floor((Math.min(ay, by) - minY) / side);
  const top = Math.floor((Math.max(ay, by) - minY) / side);
  if ((right - left + 1) * (top - bottom + 1) > MOST_LOOKED_AT) return true;
  for (let r = Math.max(0, bottom); r <= Math.min(rows - 1, top); r++) {
    for (let c = Math.max(0, left); c <= Math.min(columns - 1, right); c++)
      if (cells[r * columns + c] === MIXED) return true;
  }
  return false;
}
