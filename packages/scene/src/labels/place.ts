import { boxesOverlap, type ScreenBox, type ScreenPoint } from '@daoyin/geometry';

/** A label on the screen: its point, its size in CSS pixels, and where in its box the point is (0 top, 0.5 middle, 1 bottom). */
export interface Placing {
  readonly at: ScreenPoint;
  readonly width: number;
  readonly height: number;
  readonly anchor: number;
  readonly priority: number;
}

const CELL = 64; // CSS pixels
const HYSTERESIS = 12; // of priority, for what is already shown

/**
 * Which labels can be shown without any two of them overlapping: greedy by priority, what is `shown` already first among
 * equals so that it does not flicker. `gap` in CSS pixels between two. Gives the indices, the most important first.
 */
export function placeLabels(labels: readonly Placing[], shown: ReadonlySet<number>, gap = 3): number[] {
  const rank = (i: number) => labels[i]!.priority + (shown.has(i) ? HYSTERESIS : 0);
  const order = labels.map((_, i) => i).sort((a, b) => rank(b) - rank(a) || a - b);
  const grid = new Map<number, ScreenBox[]>();
  return order.filter((i) => {
    const box = boxOf(labels[i]!, gap);
    const cells = cellsOf(box);
    if (cells.some((cell) => grid.get(cell)?.some((other) => boxesOverlap(box, other)))) return false;
    for (const cell of cells) {
      const boxes = grid.get(cell);
      if (boxes) boxes.push(box);
      else grid.set(cell, [box]);
    }
    return true;
  });
}

/** The box of a label, with half the gap about it. */
export function boxOf({ at, width, height, anchor }: Placing, gap = 0): ScreenBox {
  const left = at.left - width / 2 - gap / 2;
  const top = at.top - height * anchor - gap / 2;
  return { left, top, right: left + width + gap, bottom: top + height + gap };
}

function cellsOf({ left, top, right, bottom }: ScreenBox): number[] {
  const cells: number[] = [];
  for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
      cells.push(row * 4096 + column);
    }
  }
  return cells;
}
