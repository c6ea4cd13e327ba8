import { type Bounds, boundsOf } from '@daoyin/geometry';
import { type Zone, zoneCrosses, zonePasses } from './zone';

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
  readonly zone: Zone;
}

/** A closure with the box around all of it: a line whose box is beside that is not shut. */
export interface Blocks extends Closure {
  readonly bounds: Bounds;
}

export function blocksOf({ gates, zone }: Closure): Blocks {
  const ends = gates.flatMap(({ ax, ay, bx, by }) => [
    { x: ax, y: ay },
    { x: bx, y: by },
  ]);
  return { gates, zone, bounds: boundsOf([...ends, ...zone.region.flat()]) };
}

/** Whether a straight line between two grid points is shut. */
export function blocksLine({ gates, zone }: Blocks, ax: number, ay: number, bx: number, by: number): boolean {
  return touchesAny(gates, ax, ay, bx, by) || zoneCrosses(zone, ax, ay, bx, by);
}

/** The same between points that are not inside shut floor. */
export function blocksLineOutside(
  { gates, zone }: Blocks,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  return touchesAny(gates, ax, ay, bx, by) || zonePasses(zone, ax, ay, bx, by);
}

function touchesAny(gates: readonly Gate[], ax: number, ay: number, bx: number, by: number): boolean {
  for (let i = 0; i < gates.length; i++) if (touchesGate(gates[i]!, ax, ay, bx, by)) return true;
  return false;
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
