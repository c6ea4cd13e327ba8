import type { Region } from '../space/clip';
import { zoneOf } from './zone';

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
  const { crosses } = zoneOf(zone);
  return (ax, ay, bx, by) => {
    for (let i = 0; i < gates.length; i++) if (touchesGate(gates[i]!, ax, ay, bx, by)) return true;
    return crosses(ax, ay, bx, by);
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
