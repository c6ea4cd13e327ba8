import { type MultiPolygon, multiPolygonContains, type Point } from '@daoyin/geometry';
import type { PlanDoor } from './doors';
import type { PlanRoom } from './plan-rooms';

/** What a door joins: two rooms, a room and the open air, or nothing. */
export type DoorKind = 'between' | 'entrance' | 'nowhere';

const PROBES = [0.05, 0.15, 0.3, 0.45, 0.58];
const ALONG = [0.5, 0.25, 0.75];

/** What is on the two sides of a door; outdoors is what lies beyond the outline. */
export function doorKind(
  { line: [a, b] }: PlanDoor,
  rooms: readonly PlanRoom[],
  outline: MultiPolygon,
): DoorKind {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const normal = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  const beside = (t: number, metres: number): Point => ({
    x: a.x + t * (b.x - a.x) + metres * normal.x,
    y: a.y + t * (b.y - a.y) + metres * normal.y,
  });
  const hasFloor = (side: number) =>
    PROBES.some((metres) =>
      ALONG.some((t) => rooms.some(({ area }) => multiPolygonContains(area, beside(t, side * metres)))),
    );
  const [left, right] = [hasFloor(1), hasFloor(-1)];
  if (left && right) return 'between';
  if (!left && !right) return 'nowhere';
  return multiPolygonContains(outline, beside(0.5, left ? -1 : 1)) ? 'nowhere' : 'entrance';
}
