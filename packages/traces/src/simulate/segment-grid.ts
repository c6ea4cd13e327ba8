import type { Bounds, Point } from '@daoyin/geometry';

/** A grid of square cells over bounds, for segments. */
export interface SegmentGrid {
  readonly size: number;
  /** Calls back with each cell that the segment ab touches, once; what lies outside the bounds is left out. */
  readonly visit: (a: Point, b: Point, visitor: (cell: number) => void) => void;
}

/** Cells of `cell` metres over the bounds; none where the bounds are empty. */
export function segmentGrid({ minX, minY, maxX, maxY }: Bounds, cell: number): SegmentGrid {
  const columns = maxX < minX ? 0 : Math.floor((maxX - minX) / cell) + 1;
  const rows = maxY < minY ? 0 : Math.floor((maxY - minY) / cell) + 1;
  const column = (x: number): number => Math.floor((x - minX) / cell);
  const row = (y: number): number => Math.floor((y - minY) / cell);
  return {
    size: columns * rows,
    visit(a, b, visitor) {
      const [low, high] = a.y <= b.y ? [a, b] : [b, a];
      const slope = high.y > low.y ? (high.x - low.x) / (high.y - low.y) : 0;
      const xAt = (y: number): number => low.x + slope * (y - low.y);
      const last = Math.min(rows - 1, row(high.y));
      for (let r = Math.max(0, row(low.y)); r <= last; r++) {
        const enters = r === row(low.y) ? low.x : xAt(minY + r * cell);
        const leaves = r === row(high.y) ? high.x : xAt(minY + (r + 1) * cell);
        const to = Math.min(columns - 1, column(Math.max(enters, leaves)));
        for (let c = Math.max(0, column(Math.min(enters, leaves))); c <= to; c++) visitor(r * columns + c);
      }
    },
  };
}
