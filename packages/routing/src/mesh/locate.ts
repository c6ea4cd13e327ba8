import { next } from './half-edges';
import { type Mesh, RECORD } from './mesh';

/** A grid point of the free space with the triangles that hold it: one inside, two on an edge, more on a vertex. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly triangles: readonly number[];
  /** Where these stand in the cell of the point: places in `mesh.grid.triangles`. */
  readonly slots: readonly number[];
  /** How far it had to be moved, in grid units. */
  readonly moved: number;
}

/** The point as it is; undefined where no triangle holds it, its edges and corners included. */
export function placeExactly(mesh: Mesh, x: number, y: number, moved = 0): Placed | undefined {
  const { minX, minY, cell, columns, rows, offsets, triangles: inCells } = mesh.grid;
  const column = Math.floor((x - minX) / cell);
  const row = Math.floor((y - minY) / cell);
  if (!(column >= 0 && column < columns && row >= 0 && row < rows)) return undefined;
  const c = row * columns + column;
  for (let slot = offsets[c]!; slot < offsets[c + 1]!; slot++) {
    const least = leastSide(mesh, inCells[slot]!, x, y);
    if (least > 0) return { x, y, triangles: [inCells[slot]!], slots: [slot], moved };
    if (least === 0) return placeOnBoundary(mesh, c, x, y, moved);
  }
  return undefined;
}

/** A point on an edge or a vertex, with all triangles of its cell that hold it. */
function placeOnBoundary(mesh: Mesh, c: number, x: number, y: number, moved: number): Placed {
  const { offsets, triangles: inCells } = mesh.grid;
  const [triangles, slots]: [number[], number[]] = [[], []];
  for (let slot = offsets[c]!; slot < offsets[c + 1]!; slot++) {
    if (leastSide(mesh, inCells[slot]!, x, y) < 0) continue;
    triangles.push(inCells[slot]!);
    slots.push(slot);
  }
  return { x, y, triangles, slots, moved };
}

/** Negative where the point is outside of the triangle, zero on its boundary, positive inside. */
function leastSide({ records }: Mesh, triangle: number, x: number, y: number): number {
  const r = RECORD * triangle;
  const ax = records[r]! - x;
  const ay = records[r + 1]! - y;
  const bx = records[r + 2]! - x;
  const by = records[r + 3]! - y;
  const cx = records[r + 4]! - x;
  const cy = records[r + 5]! - y;
  return Math.min(ax * by - ay * bx, bx * cy - by * cx, cx * ay - cy * ax);
}

/** The grid point of the free space that is nearest to (x, y), within `reach` (all in grid units). */
export function place(mesh: Mesh, x: number, y: number, reach: number): Placed | undefined {
  const here = placeExactly(mesh, Math.round(x), Math.round(y));
  if (here !== undefined) return here;
  const edge = nearestBoundary(mesh, x, y, reach);
  return edge && settle(mesh, x, y, edge);
}

interface NearestEdge {
  readonly halfEdge: number;
  readonly x: number;
  readonly y: number;
}

function nearestBoundary(mesh: Mesh, x: number, y: number, reach: number): NearestEdge | undefined {
  for (let radius = Math.min(reach, 2_000); ; radius = Math.min(reach, radius * 3)) {
    const found = nearestWithin(mesh, x, y, radius);
    if (found !== undefined || radius >= reach) return found;
  }
}

function nearestWithin(mesh: Mesh, x: number, y: number, radius: number): NearestEdge | undefined {
  const { xs, ys, corners, boundary, boundaryIndex } = mesh;
  let best: NearestEdge | undefined;
  let nearest = radius * radius;
  boundaryIndex?.search(x - radius, y - radius, x + radius, y + radius, (i) => {
    const halfEdge = boundary[i]!;
    const a = corners[halfEdge]!;
    const b = corners[next(halfEdge)]!;
    const [dx, dy] = [xs[b]! - xs[a]!, ys[b]! - ys[a]!];
    const along = ((x - xs[a]!) * dx + (y - ys[a]!) * dy) / (dx * dx + dy * dy);
    const t = Math.min(1, Math.max(0, along));
    const point = { x: xs[a]! + t * dx, y: ys[a]! + t * dy };
    const squared = (point.x - x) ** 2 + (point.y - y) ** 2;
    if (squared <= nearest) {
      nearest = squared;
      best = { halfEdge, ...point };
    }
    return false;
  });
  return best;
}

/** Rounds a point of a boundary edge to a grid point on the right side of it; the edge's own vertex where no other will do. */
function settle(mesh: Mesh, x: number, y: number, edge: NearestEdge): Placed {
  const { xs, ys, corners } = mesh;
  const island = mesh.island[(edge.halfEdge / 3) | 0];
  const [rx, ry] = [Math.round(edge.x), Math.round(edge.y)];
  const around = [0, 1, -1, 2, -2].flatMap((i) => [0, 1, -1, 2, -2].map((j) => [rx + i, ry + j] as const));
  const [a, b] = [corners[edge.halfEdge]!, corners[next(edge.halfEdge)]!];
  const ends = [a, b].map((v) => [xs[v]!, ys[v]!] as const);
  for (const [px, py] of [...around, ...ends]) {
    const placed = placeExactly(mesh, px, py, Math.hypot(px - x, py - y));
    if (placed?.triangles.every((t) => mesh.island[t] === island)) return placed;
  }
  throw new Error(`A vertex at ${ends[0]} belongs to no triangle of its mesh.`);
}
