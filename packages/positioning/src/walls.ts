import type { BeaconIndex } from './beacon-index';
import { type FloorRaster, wallsBetween } from './floor-raster';
import type { Obstruction } from './radio-model';

const CELL = 1;
const UNKNOWN = 255;
const STEPS_PER_DB = 8;

/** Walls between each beacon and the places of its level, looked up once and kept: `wallsAround` each. */
export function wallObstruction(index: BeaconIndex, floors: readonly FloorRaster[]): Obstruction {
  const around: (((x: number, y: number) => number) | undefined)[] = index.beacons.map(() => undefined);
  return (number, x, y) => {
    const beacon = index.beacons[number]!;
    const floor = floors[beacon.level];
    if (!floor) return 0;
    around[number] ??= wallsAround(floor, beacon.x, beacon.y);
    return around[number](x, y);
  };
}

/**
 * Attenuation in dB of the walls between one point of a floor and any other: bytes on a grid of 1 m, filled only where asked.
 * The edge of a wall's shadow is blurred over 2 m: signals bend round edges, and a filter that takes a step of some dB for a
 * gradient believes to know its place to the centimetre.
 */
export function wallsAround(
  floor: FloorRaster,
  fromX: number,
  fromY: number,
): (x: number, y: number) => number {
  const { minX, minY } = floor;
  const columns = Math.ceil((floor.columns * floor.cell) / CELL) + 1;
  const rows = Math.ceil((floor.rows * floor.cell) / CELL) + 1;
  // With a margin of one node all round, for the neighbours of the outermost.
  const stride = columns + 2;
  const sharp = new Uint8Array(stride * (rows + 2)).fill(UNKNOWN);
  const blurred = new Uint8Array(columns * rows).fill(UNKNOWN);
  const ray = (column: number, row: number): number => {
    const at = (row + 1) * stride + column + 1;
    if (sharp[at] === UNKNOWN) {
      const walls = wallsBetween(floor, fromX, fromY, minX + column * CELL, minY + row * CELL);
      sharp[at] = Math.round(walls * STEPS_PER_DB);
    }
    return sharp[at]!;
  };
  return (x, y) => {
    const column = Math.max(0, Math.min(columns - 1, Math.round((x - minX) / CELL)));
    const row = Math.max(0, Math.min(rows - 1, Math.round((y - minY) / CELL)));
    const at = row * columns + column;
    if (blurred[at] === UNKNOWN) {
      const beside =
        ray(column + 1, row) + ray(column - 1, row) + ray(column, row + 1) + ray(column, row - 1);
      blurred[at] = Math.round((ray(column, row) + beside) / 5);
    }
    return blurred[at]! / STEPS_PER_DB;
  };
}
