import { distance, nearestOnSegment, type Point } from '@daoyin/geometry';

/** What a point may snap to, all within `reach` metres. */
export interface SnapTargets {
  readonly reach: number;
  /** Corners and beacons: they win over lines, lines over the grid. */
  readonly points?: readonly Point[];
  readonly lines?: readonly (readonly [Point, Point])[];
  /** Metres between the nodes of a grid through the origin. */
  readonly grid?: number | undefined;
  /** Rows and columns of these points are also lines. */
  readonly alignedWith?: readonly Point[];
}

export interface Snapped {
  readonly point: Point;
  readonly kind: 'point' | 'line' | 'aligned' | 'grid' | 'none';
  /** Lines to draw that say to what it snapped. */
  readonly guides: readonly (readonly [Point, Point])[];
}

/** Where a dragged point goes: to a corner, else onto a line, else into a row or column, else to the grid, else it stays. */
export function snap(point: Point, targets: SnapTargets): Snapped {
  const { reach, points = [], lines = [], grid, alignedWith = [] } = targets;
  const corner = nearest(points, point, reach);
  if (corner) return { point: corner, kind: 'point', guides: [] };
  const feet = lines.map(([a, b]) => ({ point: nearestOnSegment(point, a, b).point, line: [a, b] as const }));
  const foot = feet.reduce<(typeof feet)[number] | undefined>((best, candidate) => {
    const metres = distance(candidate.point, point);
    return metres <= (best ? distance(best.point, point) : reach) ? candidate : best;
  }, undefined);
  if (foot) return { point: foot.point, kind: 'line', guides: [foot.line] };
  const column = nearestBy(alignedWith, (other) => Math.abs(other.x - point.x), reach);
  const row = nearestBy(alignedWith, (other) => Math.abs(other.y - point.y), reach);
  if (column || row) {
    const to = { x: column?.x ?? point.x, y: row?.y ?? point.y };
    const guides = [column, row].flatMap((other) => (other ? [[other, to] as const] : []));
    return { point: to, kind: 'aligned', guides };
  }
  if (grid === undefined) return { point, kind: 'none', guides: [] };
  const node = { x: Math.round(point.x / grid) * grid, y: Math.round(point.y / grid) * grid };
  return { point: node, kind: 'grid', guides: [] };
}

function nearest(points: readonly Point[], to: Point, reach: number): Point | undefined {
  return nearestBy(points, (point) => distance(point, to), reach);
}

function nearestBy<T>(items: readonly T[], metres: (item: T) => number, reach: number): T | undefined {
  let [found, least]: [T | undefined, number] = [undefined, reach];
  for (const item of items) {
    const far = metres(item);
    if (far <= least) [found, least] = [item, far];
  }
  return found;
}
