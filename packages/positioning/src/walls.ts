import type { BeaconIndex } from './beacon-index';
import { type FloorRaster, wallsBetween } from './floor-raster';
import type { Obstacles, Obstruction } from './radio-model';

const CELL = 1;
const UNKNOWN = 255;
const STEPS_PER_DB = 8;

/** Walls between each beacon and the places of its level, looked up once and kept: `WallsAround` each. */
export function wallObstruction(index: BeaconIndex, floors: readonly FloorRaster[]): Obstruction {
  const around: (WallsAround | undefined)[] = index.beacons.map(() => undefined);
  return (number) => {
    const { x, y, level } = index.beacons[number]!;
    const floor = floors[level];
    if (floor) around[number] ??= new WallsAround(floor, x, y);
    return around[number];
  };
}

/**
 * Attenuation in dB of the walls between one point of a floor and any other: bytes on a grid of 1 m, filled only where asked.
 * The edge of a wall's shadow is blurred over 2 m: signals bend round edges, and a filter that takes a step of some dB for a
 * gradient believes to know its place to the centimetre.
 */
export class WallsAround implements Obstacles {
  private readonly columns: number;
  private readonly rows: number;
  private readonly sharp: Uint8Array;
  private readonly blurred: Uint8Array;

  constructor(
    private readonly floor: FloorRaster,
    private readonly fromX: number,
    private readonly fromY: number,
  ) {
    this.columns = Math.ceil((floor.columns * floor.cell) / CELL) + 1;
    this.rows = Math.ceil((floor.rows * floor.cell) / CELL) + 1;
    // With a margin of one node all round, for the neighbours of the outermost.
    this.sharp = new Uint8Array((this.columns + 2) * (this.rows + 2)).fill(UNKNOWN);
    this.blurred = new Uint8Array(this.columns * this.rows).fill(UNKNOWN);
  }

  dbAt(x: number, y: number): number {
    return this.stepsAt(x, y) / STEPS_PER_DB;
  }

  fillDb(xs: Float64Array, ys: Float64Array, count: number, out: Float64Array): void {
    for (let i = 0; i < count; i++) out[i] = this.stepsAt(xs[i]!, ys[i]!) / STEPS_PER_DB;
  }

  private stepsAt(x: number, y: number): number {
    const column = Math.max(0, Math.min(this.columns - 1, Math.round((x - this.floor.minX) / CELL)));
    const row = Math.max(0, Math.min(this.rows - 1, Math.round((y - this.floor.minY) / CELL)));
    const known = this.blurred[row * this.columns + column]!;
    return known === UNKNOWN ? this.blur(column, row) : known;
  }

  private blur(column: number, row: number): number {
    const beside =
      this.ray(column + 1, row) +
      this.ray(column - 1, row) +
      this.ray(column, row + 1) +
      this.ray(column, row - 1);
    const mean = Math.round((this.ray(column, row) + beside) / 5);
    this.blurred[row * this.columns + column] = mean;
    return mean;
  }

  private ray(column: number, row: number): number {
    const { floor, sharp } = this;
    const at = (row + 1) * (this.columns + 2) + column + 1;
    if (sharp[at] === UNKNOWN) {
      const [toX, toY] = [floor.minX + column * CELL, floor.minY + row * CELL];
      sharp[at] = Math.round(wallsBetween(floor, this.fromX, this.fromY, toX, toY) * STEPS_PER_DB);
    }
    return sharp[at]!;
  }
}
