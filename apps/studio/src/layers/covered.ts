/** In CSS pixels on the screen. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const CELL = 64;
const COLUMNS = 4096;

/** What of the screen is covered: boxes by squares of the screen, so that a question looks only at what is near. */
export class Covered {
  private readonly cells = new Map<number, Box[]>();

  constructor(boxes: readonly Box[] = []) {
    for (const box of boxes) this.add(box);
  }

  add(box: Box): void {
    for (const key of cellsOf(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  meets(box: Box): boolean {
    for (const key of cellsOf(box))
      if (this.cells.get(key)?.some((other) => overlap(box, other))) return true;
    return false;
  }
}

function cellsOf({ left, right, top, bottom }: Box): readonly number[] {
  const keys: number[] = [];
  for (let row = Math.floor(top / CELL); row * CELL < bottom; row++)
    for (let column = Math.floor(left / CELL); column * CELL < right; column++)
      keys.push(row * COLUMNS + column);
  return keys;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
