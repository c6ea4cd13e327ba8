import { type Bounds, boundsOf } from '@daoyin/geometry';
import type { Zone } from './zone';

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

/** What a closure keeps from whom. */
export interface Blocks {
  /** A line whose bounding box is beside this is not shut. */
  readonly bounds: Bounds;
  /** Whether a straight line between two grid points is shut. */
  readonly line: (ax: number, ay: number, bx: number, by: number) => boolean;
  /** Whether a grid point is inside shut floor. */
  readonly point: (x: number, y: number) => boolean;
  /** `line` between points that are not inside shut floor. */
  readonly lineOutside: (ax: number, ay: number, bx: number, by: number) => boolean;
}

export function blocksOf({ gates, zone }: Closure): Blocks {
  const { crosses, holds, passes } = zone;
  const ends = gates.flatMap(({ ax, ay, bx, by }) => [
    { x: ax, y: ay },
    { x: bx, y: by },
  ]);
  const touches: Blocks['line'] = (ax, ay, bx, by) => {
    for (let i = 0; i < gates.length; i++) if (touchesGate(gates[i]!, ax, ay, bx, by)) return true;
    return false;
  };
  return {
    bounds: boundsOf([...ends, ...zone.region.flat()]),
    line: (ax, ay, bx, by) => touches(ax, ay, bx, by) || crosses(ax, ay, bx, by),
    point: holds,
    lineOutside: (ax, ay, bx, by) => touches(ax, ay, bx, by) || passes(ax, ay, bx, by),
  };
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
