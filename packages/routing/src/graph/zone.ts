import type { Point } from '@daoyin/geometry';
import type { Region } from '../space/clip';
import { cellAt, MIXED, mayTouch, type ZoneCells, zoneCells } from './zone-cells';

/** A region of shut floor, indexed for many questions. Its edge is not inside: a path may follow it. Grid units. */
export interface Zone {
  readonly region: Region;
  readonly isEmpty: boolean;
  readonly slabs: Slabs;
  readonly cells: ZoneCells;
}

/** Height of the slabs that edges are sorted into. */
const SLAB = 10_000;

interface Slabs {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  /** Edges as ax, ay, bx, by, and for each slab the places in it of the edges that reach it. */
  readonly edges: Float64Array;
  readonly bySlab: readonly (readonly number[])[];
}

export function zoneOf(region: Region): Zone {
  const slabs = slabsOf(region);
  return { region, isEmpty: region.length === 0, slabs, cells: zoneCells(slabs, slabs.edges) };
}

/** Strictly inside: a point within half a grid unit of an edge is on it. */
export function zoneHolds({ slabs, cells }: Zone, x: number, y: number): boolean {
  if (!(x > slabs.minX && x < slabs.maxX && y > slabs.minY && y < slabs.maxY)) return false;
  const cell = cellAt(cells, x, y, isInside, slabs);
  return cell === MIXED ? isInside(slabs, x, y) : cell === 1;
}

/** Whether a straight line enters it. */
export function zoneCrosses(zone: Zone, ax: number, ay: number, bx: number, by: number): boolean {
  return zoneHolds(zone, ax, ay) || zoneHolds(zone, bx, by) || zonePasses(zone, ax, ay, bx, by);
}

/** The same for a line of which it is known that neither end is inside. */
export function zonePasses(zone: Zone, ax: number, ay: number, bx: number, by: number): boolean {
  const { minX, minY, maxX, maxY } = zone.slabs;
  if (Math.max(ax, bx) <= minX || Math.min(ax, bx) >= maxX) return false;
  if (Math.max(ay, by) <= minY || Math.min(ay, by) >= maxY) return false;
  return mayTouch(zone.cells, ax, ay, bx, by) && passesThrough(zone, ax, ay, bx, by);
}

function slabsOf(region: Region): Slabs {
  const edges = Float64Array.from(
    region.flatMap((ring) => ring.flatMap(({ x, y }, i) => [ring.at(i - 1)!.x, ring.at(i - 1)!.y, x, y])),
  );
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 2) {
    minX = Math.min(minX, edges[i]!);
    maxX = Math.max(maxX, edges[i]!);
    minY = Math.min(minY, edges[i + 1]!);
    maxY = Math.max(maxY, edges[i + 1]!);
  }
  const count = edges.length === 0 ? 0 : Math.floor((maxY - minY) / SLAB) + 1;
  const bySlab = Array.from({ length: count }, (): number[] => []);
  for (let i = 0; i < edges.length; i += 4) {
    const [low, high] = [Math.min(edges[i + 1]!, edges[i + 3]!), Math.max(edges[i + 1]!, edges[i + 3]!)];
    const first = Math.max(0, Math.floor((low - 1 - minY) / SLAB));
    const last = Math.min(count - 1, Math.floor((high + 1 - minY) / SLAB));
    for (let s = first; s <= last; s++) bySlab[s]!.push(i);
  }
  return { minX, minY, maxX, maxY, edges, bySlab };
}

/** Edges of which a part may be within a square of half-width `reach` around a point. */
export function zoneEdgesNear(
  { slabs: { minY, edges, bySlab } }: Zone,
  x: number,
  y: number,
  reach: number,
): readonly (readonly [Point, Point])[] {
  const near = new Set<number>();
  const last = Math.min(bySlab.length - 1, Math.floor((y + reach - minY) / SLAB));
  for (let s = Math.max(0, Math.floor((y - reach - minY) / SLAB)); s <= last; s++) {
    for (const i of bySlab[s]!) {
      const [ax, bx] = [edges[i]!, edges[i + 2]!];
      if (Math.max(ax, bx) >= x - reach && Math.min(ax, bx) <= x + reach) near.add(i);
    }
  }
  return [...near].map((i) => [
    { x: edges[i]!, y: edges[i + 1]! },
    { x: edges[i + 2]!, y: edges[i + 3]! },
  ]);
}

function isInside({ minY, edges, bySlab }: Slabs, x: number, y: number): boolean {
  let inside = false;
  for (const i of bySlab[Math.floor((y - minY) / SLAB)]!) {
    const ay = edges[i + 1]!;
    const by = edges[i + 3]!;
    // Most edges of a slab are short, and lie above or below.
    if ((ay > y + 1 && by > y + 1) || (ay < y - 1 && by < y - 1)) continue;
    const ax = edges[i]!;
    const bx = edges[i + 2]!;
    if (isOnEdge(x, y, ax, ay, bx, by)) return false;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function isOnEdge(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  if (x < Math.min(ax, bx) - 1 || x > Math.max(ax, bx) + 1) return false;
  if (y < Math.min(ay, by) - 1 || y > Math.max(ay, by) + 1) return false;
  const off = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  return off * off <= 0.25 * ((bx - ax) ** 2 + (by - ay) ** 2);
}

/** A line between points that are not inside: it crosses an edge, or a part of it between two touches lies inside. */
function passesThrough(zone: Zone, ax: number, ay: number, bx: number, by: number): boolean {
  const { minY, edges, bySlab } = zone.slabs;
  const dx = bx - ax;
  const dy = by - ay;
  const left = Math.min(ax, bx);
  const right = Math.max(ax, bx);
  let touches: number[] | undefined;
  const first = Math.max(0, Math.floor((Math.min(ay, by) - minY) / SLAB));
  const last = Math.min(bySlab.length - 1, Math.floor((Math.max(ay, by) - minY) / SLAB));
  for (let s = first; s <= last; s++) {
    for (const i of bySlab[s]!) {
      const px = edges[i]!;
      const py = edges[i + 1]!;
      const qx = edges[i + 2]!;
      const qy = edges[i + 3]!;
      if ((px > right && qx > right) || (px < left && qx < left)) continue;
      const p = dx * (py - ay) - dy * (px - ax);
      const q = dx * (qy - ay) - dy * (qx - ax);
      if ((p > 0 && q > 0) || (p < 0 && q < 0)) continue;
      const a = (qx - px) * (ay - py) - (qy - py) * (ax - px);
      const b = (qx - px) * (by - py) - (qy - py) * (bx - px);
      if (p * q < 0 && a * b < 0) return true;
      if (p !== 0 && q !== 0) continue;
      touches ??= [];
      if (p === 0) touches.push(((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy));
      if (q === 0) touches.push(((qx - ax) * dx + (qy - ay) * dy) / (dx * dx + dy * dy));
    }
  }
  if (touches === undefined) return zoneHolds(zone, ax + dx / 2, ay + dy / 2);
  const inOrder = [0, 1, ...touches.filter((t) => t >= 0 && t <= 1)].sort((t, u) => t - u);
  return inOrder.slice(1).some((t, i) => {
    const middle = (t + inOrder[i]!) / 2;
    return t - inOrder[i]! > 1e-9 && zoneHolds(zone, ax + middle * dx, ay + middle * dy);
  });
}
