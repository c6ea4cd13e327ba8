import { boundsOfAreas, type MultiPolygon, multiPolygonContains, type Point } from '@daoyin/geometry';
import type { Unit, Venue } from '@daoyin/venue';
import type { BeaconIndex } from './beacon-index';

/** One level as cells: which enclosed space each belongs to, and where a person can stand. Row by row from the south-west corner. */
export interface FloorRaster {
  readonly minX: number;
  readonly minY: number;
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  /** Number of the enclosing space; `OPEN` where nothing encloses, `DOORWAY` in an opening, `OUTSIDE` off the level. */
  readonly space: Uint8Array | Uint16Array;
  /** 1 where a person can stand. */
  readonly walkable: Uint8Array;
  /** Attenuation in dB of one wall of each space, by its number. */
  readonly wallDb: readonly number[];
  /** The unit of each space, by its number; absent for the first three, which are no units. */
  readonly spaces: readonly (Unit | undefined)[];
}

const OPEN = 0;
export const DOORWAY = 1;
export const OUTSIDE = 2;
const FIRST_SPACE = 3;

const CELL = 0.25;
const DOOR_DEPTH = 0.5;
const LARGEST_RASTER = 4_000_000;

/** Spaces without walls of their own, by IMDF unit category. */
const OPEN_CATEGORIES = new Set([
  'walkway',
  'opentobelow',
  'escalator',
  'movingwalkway',
  'ramp',
  'lobby',
  'foodservice.seating',
  'unspecified',
  'unenclosedarea',
]);
const NOT_WALKABLE = new Set([
  'opentobelow',
  'structure',
  'column',
  'brick',
  'concrete',
  'glass',
  'wood',
  'drywall',
]);
const CORE_CATEGORIES = new Set(['elevator', 'stairs', 'structure', 'column', 'concrete', 'brick']);
const CORE_WALL_DB = 2.5;
const INNER_WALL_DB = 2.5;
const OUTER_WALL_DB = 12;

/**
 * The rasters of the venue's levels, by the levels of the index. Absent where the map is of no use: no venue, or most of the placed
 * beacons off its walkable levels (a register of another hall or in another frame).
 */
export function floorsOf(index: BeaconIndex, venue: Venue | undefined): FloorRaster[] | undefined {
  if (!venue || venue.levels.length === 0) return undefined;
  const floors = rasterFloors(venue);
  const canStand = floors.map(({ walkable }) => walkable.includes(1));
  const placed = index.beacons.filter((beacon) => beacon.placed);
  const onMap = placed.filter(({ x, y, level }) => {
    const floor = floors[level];
    if (!floor || !canStand[level]) return false;
    const at = cellAt(floor, x, y);
    return at >= 0 && floor.space[at] !== OUTSIDE;
  });
  return onMap.length * 2 > placed.length ? floors : undefined;
}

const rastered = new WeakMap<Venue, FloorRaster[]>();

/** Rasters of a venue's levels, in their order; a level too large for memory is coarser. Made once for each venue. */
export function rasterFloors(venue: Venue): FloorRaster[] {
  const known = rastered.get(venue);
  if (known) return known;
  const floors = venue.levels.map((level) => rasterFloor(venue, level.shortName, level.outline));
  rastered.set(venue, floors);
  return floors;
}

function rasterFloor(venue: Venue, level: string, outline: MultiPolygon): FloorRaster {
  const units = venue.units.filter((unit) => unit.level === level);
  const bounds = boundsOfAreas([...outline, ...units.flatMap((unit) => unit.area)]);
  const [width, height] = [Math.max(0, bounds.maxX - bounds.minX), Math.max(0, bounds.maxY - bounds.minY)];
  const cell = Math.max(CELL, Math.sqrt((width * height) / LARGEST_RASTER));
  const columns = Number.isFinite(width) ? Math.max(1, Math.ceil(width / cell)) : 1;
  const rows = Number.isFinite(height) ? Math.max(1, Math.ceil(height / cell)) : 1;
  const grid = { minX: bounds.minX, minY: bounds.minY, columns, rows, cell };
  const space = new Uint16Array(columns * rows).fill(OUTSIDE);
  const walkable = new Uint8Array(columns * rows);
  fill(grid, outline, (at) => {
    space[at] = OPEN;
    walkable[at] = units.length === 0 ? 1 : 0;
  });
  const wallDb = [0, 0, OUTER_WALL_DB];
  const spaces: (Unit | undefined)[] = [undefined, undefined, undefined];
  const openFirst = units.toSorted((a, b) => Number(isOpen(b.category)) - Number(isOpen(a.category)));
  for (const unit of openFirst) {
    const number = isOpen(unit.category) ? OPEN : wallDb.length;
    if (number >= FIRST_SPACE) {
      wallDb.push(CORE_CATEGORIES.has(unit.category) ? CORE_WALL_DB : INNER_WALL_DB);
      spaces.push(unit);
    }
    fill(grid, unit.area, (at) => {
      space[at] = number;
      walkable[at] = NOT_WALKABLE.has(unit.category) ? 0 : 1;
    });
  }
  for (const fixture of venue.fixtures) {
    if (fixture.level === level) {
      fill(grid, fixture.area, (at) => {
        walkable[at] = 0;
      });
    }
  }
  for (const opening of venue.openings) {
    if (opening.level === level) markDoorway(grid, opening.line, space, walkable);
  }
  return { ...grid, space, walkable, wallDb, spaces };
}

function isOpen(category: string): boolean {
  return OPEN_CATEGORIES.has(category);
}

type Grid = Pick<FloorRaster, 'minX' | 'minY' | 'columns' | 'rows' | 'cell'>;

/** Calls back for every cell whose centre is inside. */
function fill(grid: Grid, areas: MultiPolygon, visit: (at: number) => void): void {
  for (const area of areas) {
    const bounds = boundsOfAreas([area]);
    const [firstRow, lastRow] = [rowOf(grid, bounds.minY), rowOf(grid, bounds.maxY)];
    const [firstColumn, lastColumn] = [columnOf(grid, bounds.minX), columnOf(grid, bounds.maxX)];
    for (let row = Math.max(0, firstRow); row <= Math.min(grid.rows - 1, lastRow); row++) {
      for (
        let column = Math.max(0, firstColumn);
        column <= Math.min(grid.columns - 1, lastColumn);
        column++
      ) {
        const centre = {
          x: grid.minX + (column + 0.5) * grid.cell,
          y: grid.minY + (row + 0.5) * grid.cell,
        };
        if (multiPolygonContains([area], centre)) visit(row * grid.columns + column);
      }
    }
  }
}

function markDoorway(grid: Grid, line: readonly Point[], space: Uint16Array, walkable: Uint8Array): void {
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [nx, ny] = [-(b.y - a.y) / length, (b.x - a.x) / length];
    for (let along = 0; along <= length; along += grid.cell / 2) {
      for (let across = -DOOR_DEPTH / 2; across <= DOOR_DEPTH / 2; across += grid.cell / 2) {
        const t = along / length;
        const at = cellAt(grid, a.x + t * (b.x - a.x) + nx * across, a.y + t * (b.y - a.y) + ny * across);
        if (at < 0) continue;
        space[at] = DOORWAY;
        walkable[at] = 1;
      }
    }
  }
}

function columnOf(grid: Grid, x: number): number {
  return Math.floor((x - grid.minX) / grid.cell);
}

function rowOf(grid: Grid, y: number): number {
  return Math.floor((y - grid.minY) / grid.cell);
}

/** Index of the cell that holds a point; −1 outside the raster. */
export function cellAt(grid: Grid, x: number, y: number): number {
  const column = columnOf(grid, x);
  const row = rowOf(grid, y);
  if (!(column >= 0 && column < grid.columns && row >= 0 && row < grid.rows)) return -1;
  return row * grid.columns + column;
}

const MOST_WALLS_DB = 25;

/** Attenuation in dB of the walls that a straight line crosses, doorways being open; at most 25 dB, as signals find ways round. */
export function wallsBetween(raster: FloorRaster, ax: number, ay: number, bx: number, by: number): number {
  const { space, wallDb, cell, columns, rows } = raster;
  const steps = Math.max(1, Math.ceil(Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) / cell));
  // In cells from the south-west corner; the loop is the inner one of every prediction.
  const column = (ax - raster.minX) / cell;
  const row = (ay - raster.minY) / cell;
  const across = (bx - ax) / cell / steps;
  const up = (by - ay) / cell / steps;
  let last = DOORWAY;
  let total = 0;
  for (let i = 0; i <= steps; i++) {
    const x = column + i * across;
    const y = row + i * up;
    const inside = x >= 0 && x < columns && y >= 0 && y < rows;
    const here = inside ? space[(y | 0) * columns + (x | 0)]! : OUTSIDE;
    if (here !== last && here !== DOORWAY && last !== DOORWAY) {
      total += Math.max(wallDb[here]!, wallDb[last]!);
      if (total >= MOST_WALLS_DB) return MOST_WALLS_DB;
    }
    last = here;
  }
  return total;
}
