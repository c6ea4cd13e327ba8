import { boundsOf, type Point } from '@daoyin/geometry';
import { type SpacePoint, slabCount, type Venue } from '@daoyin/venue';
import { CHANNEL } from './channel';
import { segmentGrid } from './segment-grid';
import { type Wall, wallsOf } from './walls';

/** How the building weakens a straight link between two points, in dB. */
export interface Obstruction {
  /** Walls on the way, counters not counted; their loss is at most 25 dB, counters among it. */
  readonly walls: (from: SpacePoint, to: SpacePoint) => { readonly wallsDb: number; readonly walls: number };
  /** Slabs on the way; where it goes through an opening (an atrium) there is none. */
  readonly slabs: (from: SpacePoint, to: SpacePoint) => { readonly slabsDb: number; readonly slabs: number };
}

const CELL_M = 4;
/** Walls that a ray meets within this length are one wall, drawn by both of its rooms. */
const SAME_WALL_M = 0.35;

export function createObstruction(venue: Venue): Obstruction {
  const storeys = storeysOf(venue);
  const slabsBetween = slabCount(venue);
  return {
    walls(from, to) {
      const [low, high] = from.z <= to.z ? [from, to] : [to, from];
      const hits: Hit[] = [];
      for (const { bottom, ceiling, crossings } of storeys) {
        if (low.z >= ceiling || high.z < bottom) continue;
        const enters = low.z >= bottom ? low : pointAt(low, high, bottom);
        const leaves = high.z < ceiling ? high : pointAt(low, high, ceiling);
        crossings(enters, leaves, hits);
      }
      return sumOf(hits);
    },
    slabs(from, to) {
      const slabs = slabsBetween(from, to);
      return { slabs, slabsDb: slabs === 0 ? 0 : CHANNEL.firstSlabDb + (slabs - 1) * CHANNEL.furtherSlabDb };
    },
  };
}

/** One level in space: from `bottom` (its floor; for the lowest without end) to the next floor above. */
interface Storey {
  readonly bottom: number;
  readonly ceiling: number;
  readonly crossings: (from: Point, to: Point, hits: Hit[]) => void;
}

/** The storeys from the lowest up. */
function storeysOf(venue: Venue): readonly Storey[] {
  const floors = [...new Set(venue.levels.map(({ elevation }) => elevation))].sort((a, b) => a - b);
  const levels = venue.levels.toSorted((a, b) => a.elevation - b.elevation);
  return levels.map((level) => ({
    bottom: level.elevation === floors[0] ? -Infinity : level.elevation,
    ceiling: floors.find((floor) => floor > level.elevation) ?? Infinity,
    crossings: wallIndex(wallsOf(venue, level)),
  }));
}

function pointAt(low: SpacePoint, high: SpacePoint, z: number): Point {
  const t = (z - low.z) / (high.z - low.z);
  return { x: low.x + t * (high.x - low.x), y: low.y + t * (high.y - low.y) };
}

/** Where a ray meets a wall, `s` metres along it. */
interface Hit {
  readonly s: number;
  readonly wall: Wall;
}

/** Losses of the walls that a ray meets: one for each body, and one (the greatest) where several walls are drawn in one place. */
function sumOf(hits: Hit[]): { readonly wallsDb: number; readonly walls: number } {
  if (hits.length > 1) hits.sort((a, b) => a.s - b.s);
  let bodies: Set<string> | undefined;
  let [wallsDb, walls, current, since] = [0, 0, 0, -Infinity];
  for (const { s, wall } of hits) {
    const loss = CHANNEL.walls[wall.kind];
    if (wall.body !== undefined) {
      bodies ??= new Set();
      if (bodies.has(wall.body)) continue;
      bodies.add(wall.body);
      wallsDb += loss;
      if (wall.kind !== 'counter') walls++;
    } else if (s - since > SAME_WALL_M) {
      [current, since] = [loss, s];
      wallsDb += loss;
      walls++;
    } else if (loss > current) {
      wallsDb += loss - current;
      current = loss;
    }
  }
  return { wallsDb: Math.min(CHANNEL.wallsAtMostDb, wallsDb), walls };
}

/** The walls of one level behind a grid; the function given adds what a ray meets in plan. */
function wallIndex(walls: readonly Wall[]): (from: Point, to: Point, hits: Hit[]) => void {
  const grid = segmentGrid(boundsOf(walls.flatMap(({ a, b }) => [a, b])), CELL_M);
  const cells: number[][] = Array.from({ length: grid.size }, () => []);
  for (const [i, { a, b }] of walls.entries()) grid.visit(a, b, (cell) => cells[cell]!.push(i));
  const seen = new Uint32Array(walls.length);
  let ray = 0;
  return (from, to, hits) => {
    ray++;
    grid.visit(from, to, (cell) => {
      for (const i of cells[cell]!) {
        if (seen[i] === ray) continue;
        seen[i] = ray;
        const s = meets(from, to, walls[i]!);
        if (s !== undefined) hits.push({ s, wall: walls[i]! });
      }
    });
  };
}

/** Metres along the ray at which it meets the wall; the start of a wall belongs to it, its end does not, so that a corner is met once. */
function meets(from: Point, to: Point, { a, b }: Wall): number | undefined {
  const [dx, dy, ex, ey] = [to.x - from.x, to.y - from.y, b.x - a.x, b.y - a.y];
  const determinant = dx * ey - dy * ex;
  if (determinant === 0) return undefined;
  const t = ((a.x - from.x) * ey - (a.y - from.y) * ex) / determinant;
  const u = ((a.x - from.x) * dy - (a.y - from.y) * dx) / determinant;
  return t > 0 && t < 1 && u >= 0 && u < 1 ? t * Math.hypot(dx, dy) : undefined;
}
