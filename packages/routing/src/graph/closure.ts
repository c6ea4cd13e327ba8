import { GRID, type Region } from '../space/clip';
import { regionContains } from '../space/level-parts';

/** A line on the floor that must not be crossed or touched: a closed door. Grid units. */
export interface Gate {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** What is shut on a level: doors as lines, and floor as a region that the walker's centre must not enter; its edge is free. */
export interface Closure {
  readonly gates: readonly Gate[];
  readonly zone: Region;
}

export const NOTHING_SHUT: Closure = { gates: [], zone: [] };

/** Whether a straight line between two grid points is shut. */
export type Blocks = (ax: number, ay: number, bx: number, by: number) => boolean;

export function blocksOf({ gates, zone }: Closure): Blocks {
  const crossesZone = zoneCrossing(zone);
  return (ax, ay, bx, by) =>
    gates.some((gate) => touchesGate(gate, ax, ay, bx, by)) || crossesZone(ax, ay, bx, by);
}

function touchesGate({ ax, ay, bx, by }: Gate, px: number, py: number, qx: number, qy: number): boolean {
  if (Math.max(px, qx) < Math.min(ax, bx) || Math.min(px, qx) > Math.max(ax, bx)) return false;
  if (Math.max(py, qy) < Math.min(ay, by) || Math.min(py, qy) > Math.max(ay, by)) return false;
  const p = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  const q = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
  if (p * q > 0) return false;
  const a = (qx - px) * (ay - py) - (qy - py) * (ax - px);
  const b = (qx - px) * (by - py) - (qy - py) * (bx - px);
  return a * b <= 0;
}

/** A line enters the zone if it crosses an edge, or if a part of it between two touches lies inside. */
function zoneCrossing(zone: Region): Blocks {
  const edges = Float64Array.from(
    zone.flatMap((ring) => ring.flatMap(({ x, y }, i) => [ring.at(i - 1)!.x, ring.at(i - 1)!.y, x, y])),
  );
  const bounds = boundsOfEdges(edges);
  return (ax, ay, bx, by) => {
    const [left, right] = ax < bx ? [ax, bx] : [bx, ax];
    const [bottom, top] = ay < by ? [ay, by] : [by, ay];
    if (right < bounds.minX || left > bounds.maxX || top < bounds.minY || bottom > bounds.maxY) return false;
    const dx = bx - ax;
    const dy = by - ay;
    const cuts = [0, 1];
    for (let i = 0; i < edges.length; i += 4) {
      const [px, py, qx, qy] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!];
      if ((px > right && qx > right) || (px < left && qx < left)) continue;
      if ((py > top && qy > top) || (py < bottom && qy < bottom)) continue;
      const p = dx * (py - ay) - dy * (px - ax);
      const q = dx * (qy - ay) - dy * (qx - ax);
      if ((p > 0 && q > 0) || (p < 0 && q < 0)) continue;
      const a = (qx - px) * (ay - py) - (qy - py) * (ax - px);
      const b = (qx - px) * (by - py) - (qy - py) * (bx - px);
      if (p * q < 0 && a * b < 0) return true;
      if (p === 0) cuts.push(((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy));
    }
    return cuts.length === 2
      ? isInside(zone, ax + dx / 2, ay + dy / 2)
      : hasPartInside(zone, cuts, ax, ay, dx, dy);
  };
}

function hasPartInside(
  zone: Region,
  cuts: number[],
  ax: number,
  ay: number,
  dx: number,
  dy: number,
): boolean {
  const inOrder = cuts.filter((t) => t >= 0 && t <= 1).sort((s, t) => s - t);
  return inOrder.slice(1).some((t, i) => {
    const middle = (t + inOrder[i]!) / 2;
    return t - inOrder[i]! > 1e-9 && isInside(zone, ax + middle * dx, ay + middle * dy);
  });
}

/** Strictly inside: a point within half a grid unit of an edge is on it. */
export function isInside(zone: Region, x: number, y: number): boolean {
  for (const ring of zone) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      if (isNear(x, y, ring[j]!.x, ring[j]!.y, ring[i]!.x, ring[i]!.y)) return false;
    }
  }
  return regionContains(zone, { x: x / GRID, y: y / GRID });
}

function isNear(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  if (x < Math.min(ax, bx) - 1 || x > Math.max(ax, bx) + 1) return false;
  if (y < Math.min(ay, by) - 1 || y > Math.max(ay, by) + 1) return false;
  const off = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  return off * off <= 0.25 * ((bx - ax) ** 2 + (by - ay) ** 2);
}

function boundsOfEdges(edges: Float64Array) {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 2) {
    minX = Math.min(minX, edges[i]!);
    maxX = Math.max(maxX, edges[i]!);
    minY = Math.min(minY, edges[i + 1]!);
    maxY = Math.max(maxY, edges[i + 1]!);
  }
  return { minX, minY, maxX, maxY };
}
