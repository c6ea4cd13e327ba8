import { distance, type Point, type VenuePoint } from '@daoyin/geometry';

/** The lines of a route on one level: what has been walked, and what lies ahead. */
export interface RouteLines {
  readonly walked: readonly (readonly Point[])[];
  readonly ahead: readonly (readonly Point[])[];
}

/** Splits a route's path by level and at `travelled` metres. */
export function splitRoute(path: readonly VenuePoint[], level: string, travelled: number): RouteLines {
  const walked: Point[][] = [];
  const ahead: Point[][] = [];
  let along = 0;
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    const length = a.level === b.level ? distance(a, b) : 0;
    if (a.level === level && b.level === level) {
      const t = length === 0 ? 1 : Math.min(1, Math.max(0, (travelled - along) / length));
      const cut = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
      if (t > 0) extend(walked, a, cut);
      if (t < 1) extend(ahead, cut, b);
    }
    along += length;
  }
  return { walked, ahead };
}

/** The place so many metres along the path, and the direction there in radians counter-clockwise from east. */
export function placeAlong(
  path: readonly VenuePoint[],
  metres: number,
): { readonly at: VenuePoint; readonly heading: number } | undefined {
  let along = 0;
  let heading = 0;
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    const length = a.level === b.level ? distance(a, b) : 0;
    if (length === 0) continue;
    heading = Math.atan2(b.y - a.y, b.x - a.x);
    if (along + length >= metres) {
      const t = (metres - along) / length;
      return { at: { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y), level: a.level }, heading };
    }
    along += length;
  }
  const end = path.at(-1);
  return end && { at: end, heading };
}

function extend(lines: Point[][], a: Point, b: Point): void {
  const last = lines.at(-1);
  const end = last?.at(-1);
  if (last !== undefined && end !== undefined && end.x === a.x && end.y === a.y) last.push(b);
  else lines.push([a, b]);
}
