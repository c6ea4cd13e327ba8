import type { BeaconIndex } from './beacon-index';
import { type FloorRaster, wallsBetween } from './floor-raster';
import type { Obstruction } from './radio-model';

const CELL = 1;
const BLUR = 1;
const UNKNOWN = 255;
const STEPS_PER_DB = 8;
const AROUND = [
  [0, 0],
  [BLUR, 0],
  [-BLUR, 0],
  [0, BLUR],
  [0, -BLUR],
] as const;

/**
 * Walls between each beacon and the places of its level, looked up once and kept: one byte a cell and beacon, and only where asked.
 * The edge of a wall's shadow is blurred over 2 m: signals bend round edges, and a filter that takes a step of some dB for a
 * gradient believes to know its place to the centimetre.
 */
export function wallObstruction(index: BeaconIndex, floors: readonly FloorRaster[]): Obstruction {
  const tables: (Uint8Array | undefined)[] = index.beacons.map(() => undefined);
  const nodeAt = (number: number, floor: FloorRaster, column: number, row: number): number => {
    const columns = Math.ceil((floor.columns * floor.cell) / CELL) + 1;
    const rows = Math.ceil((floor.rows * floor.cell) / CELL) + 1;
    const table = tables[number] ?? new Uint8Array(columns * rows).fill(UNKNOWN);
    tables[number] = table;
    const at = Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column));
    if (table[at] === UNKNOWN)
      table[at] = Math.round(blurredWalls(index, number, floor, column, row) * STEPS_PER_DB);
    return table[at]! / STEPS_PER_DB;
  };
  return (number, x, y) => {
    const floor = floors[index.beacons[number]!.level];
    if (!floor) return 0;
    return nodeAt(number, floor, Math.round((x - floor.minX) / CELL), Math.round((y - floor.minY) / CELL));
  };
}

function blurredWalls(
  index: BeaconIndex,
  number: number,
  floor: FloorRaster,
  column: number,
  row: number,
): number {
  const beacon = index.beacons[number]!;
  const x = floor.minX + column * CELL;
  const y = floor.minY + row * CELL;
  let sum = 0;
  for (const [dx, dy] of AROUND) sum += wallsBetween(floor, beacon.x, beacon.y, x + dx, y + dy);
  return sum / AROUND.length;
}
