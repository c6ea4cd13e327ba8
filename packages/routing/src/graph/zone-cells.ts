/** Square cells over a region of shut floor: most points and short lines lie in cells that no edge touches, and need no look at edges. */
export interface ZoneCells {
  /** 1 inside, 0 outside, `MIXED` where an edge may be near. */
  readonly at: (x: number, y: number) => number;
  /** Whether an edge may be near the box of a line; true without a look where the box has many cells. */
  readonly mayTouch: (ax: number, ay: number, bx: number, by: number) => boolean;
}

export const MIXED = 2;

/** Side of a cell in grid units, and the most cells there are. */
const SIDE = 10_000;
const MOST_CELLS = 20_000;
/** A box of more cells than this is not looked through. */
const MOST_LOOKED_AT = 9;

interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** `edges` as ax, ay, bx, by; `isInside` decides for one point of each run of cells between edges. */
export function zoneCells(
  { minX, minY, maxX, maxY }: Bounds,
  edges: Float64Array,
  isInside: (x: number, y: number) => boolean,
): ZoneCells {
  if (edges.length === 0) return { at: () => 0, mayTouch: () => false };
  const side = Math.max(SIDE, Math.ceil(Math.sqrt(((maxX - minX) * (maxY - minY)) / MOST_CELLS)));
  const column = (x: number) => Math.floor((x - minX) / side);
  const row = (y: number) => Math.floor((y - minY) / side);
  const [columns, rows] = [column(maxX) + 1, row(maxY) + 1];
  const cells = new Uint8Array(columns * rows);
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
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const i = r * columns + c;
      if (cells[i] === MIXED) continue;
      const isSameAsBefore = c > 0 && cells[i - 1] !== MIXED;
      cells[i] = isSameAsBefore
        ? cells[i - 1]!
        : Number(isInside(minX + (c + 0.5) * side, minY + (r + 0.5) * side));
    }
  }
  const at: ZoneCells['at'] = (x, y) => cells[row(y) * columns + column(x)] ?? 0;
  const mayTouch: ZoneCells['mayTouch'] = (ax, ay, bx, by) => {
    const [left, right] = [column(Math.min(ax, bx)), column(Math.max(ax, bx))];
    const [bottom, top] = [row(Math.min(ay, by)), row(Math.max(ay, by))];
    if ((right - left + 1) * (top - bottom + 1) > MOST_LOOKED_AT) return true;
    for (let r = Math.max(0, bottom); r <= Math.min(rows - 1, top); r++) {
      for (let c = Math.max(0, left); c <= Math.min(columns - 1, right); c++)
        if (cells[r * columns + c] === MIXED) return true;
    }
    return false;
  };
  return { at, mayTouch };
}
