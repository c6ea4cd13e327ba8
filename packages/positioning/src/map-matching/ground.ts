import type { Point } from '@daoyin/geometry';
import type { Unit, Venue } from '@daoyin/venue';
import { cellAt, DOORWAY, type FloorRaster, OUTSIDE } from '../floor-raster';
import { distancesTo } from './distances';

/** Where one can walk on a level: the region of each cell, and what it costs to pass between regions. */
export interface Ground {
  readonly minX: number;
  readonly minY: number;
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  /** `BLOCKED`, `DOOR`, or the number of an enclosed or open region. */
  readonly region: Uint16Array;
  /** What a walker pays to pass the wall of a region, and to enter it by a door, by its number: −log of a probability. */
  readonly wallCost: readonly number[];
  readonly entryCost: readonly number[];
}

const BLOCKED = 0;
const DOOR = DOORWAY + 1;

/** A body is this wide at least: no one passes between two desks that stand closer. */
const BODY_RADIUS = 0.27;
/** Plans err, doors are missing, people lean over counters: nothing is impossible. */
const WALL = 4;
const OUTER_WALL = 6;
/** Many plans draw lifts and stairs without a door. */
const DOORLESS_SHAFT = 0.2;
const SHAFT_WALL = 2.5;
const STAFF_DOOR = 1.5;
const BLOCKED_ENTRY = 3.5;
const BLOCKED_STAY = 0.8;

const SHAFTS = new Set(['elevator', 'stairs', 'escalator', 'ramp', 'movingwalkway', 'steps']);
const STAFF_CATEGORIES = new Set(['nonpublic', 'serverroom', 'storage', 'mailroom']);

/** The grounds of a venue's levels by its rasters; absent for a level on which nobody can stand. */
export function groundsOf(venue: Venue, floors: readonly FloorRaster[]): (Ground | undefined)[] {
  const inConnectors = new Set(venue.connectors.flatMap(({ unitIds }) => unitIds));
  return floors.map((floor) => (floor.walkable.includes(1) ? groundOf(floor, inConnectors) : undefined));
}

function groundOf(floor: FloorRaster, inConnectors: ReadonlySet<string>): Ground {
  const { space, spaces, columns, rows, cell, minX, minY } = floor;
  const walkable = openedByBody(floor);
  const region = new Uint16Array(space.length);
  for (let at = 0; at < space.length; at++) {
    const passable = walkable[at] === 1 || (space[at] === DOORWAY && floor.walkable[at] === 1);
    region[at] = passable || space[at] === OUTSIDE ? space[at]! + 1 : BLOCKED;
  }
  const shaft = (unit: Unit | undefined): boolean =>
    unit !== undefined && (inConnectors.has(unit.id) || SHAFTS.has(unit.category));
  const doored = spacesWithDoors(floor);
  const wallOf = (unit: Unit | undefined, number: number): number => {
    if (number === OUTSIDE) return OUTER_WALL;
    if (!unit) return 0;
    if (!shaft(unit)) return WALL;
    return doored.has(number) ? SHAFT_WALL : DOORLESS_SHAFT;
  };
  const wallCost = [0, ...spaces.map(wallOf)];
  const entryCost = [0, ...spaces.map((unit) => (unit && isStaffOnly(unit) ? STAFF_DOOR : 0))];
  return { minX, minY, columns, rows, cell, region, wallCost, entryCost };
}

/** The numbers of the spaces that a doorway touches. */
function spacesWithDoors({ space, columns }: FloorRaster): ReadonlySet<number> {
  const doored = new Set<number>();
  for (let at = 0; at < space.length; at++) {
    if (space[at] !== DOORWAY) continue;
    for (const beside of [at - 1, at + 1, at - columns, at + columns]) doored.add(space[beside] ?? OUTSIDE);
  }
  return doored;
}

function isStaffOnly({ category, restriction }: Unit): boolean {
  return STAFF_CATEGORIES.has(category) || restriction === 'employeesonly' || restriction === 'restricted';
}

/** The walkable cells that a body can reach: the morphological opening by a disc. */
function openedByBody(floor: FloorRaster): Uint8Array {
  const { walkable, columns, rows, cell } = floor;
  const radius = BODY_RADIUS / cell;
  const toBlocked = distancesTo(walkable, 0, columns, rows);
  const centre = Uint8Array.from(toBlocked, (distance) => (distance > radius ? 1 : 0));
  const toCentre = distancesTo(centre, 1, columns, rows);
  return Uint8Array.from(toCentre, (distance, at) =>
    walkable[at] === 1 && distance <= radius + 1e-6 ? 1 : 0,
  );
}

/** The region at a point; that of the outside beyond the raster. */
function regionAt(ground: Ground, x: number, y: number): number {
  const at = cellAt(ground, x, y);
  return at < 0 ? OUTSIDE + 1 : ground.region[at]!;
}

/** −log of the probability that a walker goes straight from a to b, as far as walls, counters and doors tell. */
export function passageCost(ground: Ground, ax: number, ay: number, bx: number, by: number): number {
  const pieces = Math.max(1, Math.ceil(lengthOf(bx - ax, by - ay) / (0.8 * ground.cell)));
  let last = regionAt(ground, ax, ay);
  let cost = 0;
  for (let i = 1; i <= pieces; i++) {
    const t = i / pieces;
    const here = regionAt(ground, ax + t * (bx - ax), ay + t * (by - ay));
    if (here !== last) cost += changeCost(ground, last, here);
    last = here;
  }
  return last === BLOCKED ? cost + BLOCKED_STAY : cost;
}

/** `Math.hypot` guards against overflow and takes ten times as long. */
export function lengthOf(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}

function changeCost({ wallCost, entryCost }: Ground, from: number, to: number): number {
  if (to === BLOCKED) return BLOCKED_ENTRY;
  if (from === BLOCKED) return 0;
  if (from === DOOR) return entryCost[to]!;
  if (to === DOOR) return 0;
  return Math.max(wallCost[from]!, wallCost[to]!);
}

/** Whether a walker sees the way from a to b free of walls and counters. */
export function isFree(ground: Ground, ax: number, ay: number, bx: number, by: number): boolean {
  const pieces = Math.max(1, Math.ceil(lengthOf(bx - ax, by - ay) / ground.cell));
  let last = regionAt(ground, ax, ay);
  for (let i = 1; i <= pieces; i++) {
    const t = i / pieces;
    const here = regionAt(ground, ax + t * (bx - ax), ay + t * (by - ay));
    if (here !== last && changeCost(ground, last, here) > DOORLESS_SHAFT) return false;
    last = here;
  }
  return true;
}

/** The walkable point nearest to a point, and how far it is, in metres; absent where none is within `within` metres. */
export function walkableNear(
  ground: Ground,
  { x, y }: Point,
  within = 5,
): (Point & { readonly metres: number }) | undefined {
  const { minX, minY, columns, rows, cell, region } = ground;
  if (isWalkable(regionAt(ground, x, y))) return { x, y, metres: 0 };
  const [column, row] = [(x - minX) / cell - 0.5, (y - minY) / cell - 0.5];
  const reach = within / cell;
  let nearest: { column: number; row: number; away: number } | undefined;
  for (let r = Math.max(0, Math.ceil(row - reach)); r <= Math.min(rows - 1, row + reach); r++) {
    for (let c = Math.max(0, Math.ceil(column - reach)); c <= Math.min(columns - 1, column + reach); c++) {
      const away = Math.hypot(c - column, r - row);
      if (away > reach || away >= (nearest?.away ?? Number.POSITIVE_INFINITY)) continue;
      if (isWalkable(region[r * columns + c]!)) nearest = { column: c, row: r, away };
    }
  }
  if (!nearest) return undefined;
  return {
    x: minX + (nearest.column + 0.5) * cell,
    y: minY + (nearest.row + 0.5) * cell,
    metres: nearest.away * cell,
  };
}

function isWalkable(region: number): boolean {
  return region !== BLOCKED && region !== OUTSIDE + 1;
}
