import { distance, type Point, type VenuePoint } from '@daoyin/geometry';
import type { Route } from '@daoyin/routing';

/** The lines of a route on one level: what has been walked, and what lies ahead. */
export interface RouteLines {
  readonly walked: readonly (readonly Point[])[];
  readonly ahead: readonly (readonly Point[])[];
}

/** The walking legs on one level, cut at `travelled` metres along the route. */
export function splitRoute({ legs }: Pick<Route, 'legs'>, level: string, travelled: number): RouteLines {
  const walked: Point[][] = [];
  const ahead: Point[][] = [];
  let from = 0;
  for (const leg of legs) {
    if (leg.kind === 'walk' && leg.level === level) {
      const cut = cutLine(leg.path, travelled - from);
      if (cut.before.length > 1) walked.push(cut.before);
      if (cut.after.length > 1) ahead.push(cut.after);
    }
    from += leg.length;
  }
  return { walked, ahead };
}

/** The place so many metres along a route, and the direction of walking there, radians counter-clockwise from east; on a ride, its ends. */
export function placeAlong(
  { legs, destination }: Pick<Route, 'legs' | 'destination'>,
  metres: number,
): { readonly at: VenuePoint; readonly heading: number } {
  let from = 0;
  let heading = 0;
  for (const leg of legs) {
    const along = metres - from;
    if (leg.kind === 'connector') {
      if (along < leg.length) return { at: along < leg.length / 2 ? leg.from : leg.to, heading };
    } else {
      const { before, after } = cutLine(leg.path, along);
      const [a, b] = after.length > 1 ? [after[0]!, after[1]!] : [before.at(-2), before.at(-1)];
      if (a !== undefined && b !== undefined) heading = Math.atan2(b.y - a.y, b.x - a.x);
      if (after.length > 1) return { at: { x: after[0]!.x, y: after[0]!.y, level: leg.level }, heading };
    }
    from += leg.length;
  }
  return { at: destination.at, heading };
}

/** A line cut at so many metres from its start; a part that is empty has no points. */
function cutLine(line: readonly Point[], metres: number): { before: Point[]; after: Point[] } {
  if (metres <= 0) return { before: [], after: [...line] };
  const before: Point[] = line.slice(0, 1);
  let along = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = distance(a, b);
    if (along + length > metres) {
      const t = (metres - along) / length;
      const cut = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
      return { before: [...before, cut], after: [cut, ...line.slice(i)] };
    }
    along += length;
    before.push(b);
  }
  return { before, after: [] };
}
