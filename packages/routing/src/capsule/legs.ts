import { distance, distanceToSegment, type Point, type VenuePoint } from '@daoyin/geometry';
import type { Manoeuvre, RouteLeg } from '../types';

/** All points of legs in order; where a leg begins as another ended, once. */
export function pathOf(legs: readonly RouteLeg[]): VenuePoint[] {
  const path: VenuePoint[] = [];
  for (const point of legs.flatMap(pointsOf)) {
    const last = path.at(-1);
    if (last?.x !== point.x || last.y !== point.y || last.level !== point.level) path.push(point);
  }
  return path;
}

function pointsOf(leg: RouteLeg): VenuePoint[] {
  return leg.kind === 'walk' ? leg.path.map(({ x, y }) => ({ x, y, level: leg.level })) : [leg.from, leg.to];
}

/** Where one is who has gone so many metres of the route, on a leg of it. */
export function placeOn(legs: readonly RouteLeg[], index: number, metres: number): VenuePoint {
  const leg = legs[index];
  if (leg === undefined) throw new RangeError(`leg ${index} of ${legs.length}`);
  const before = legs.slice(0, index).reduce((sum, { length }) => sum + length, 0);
  const points = pointsOf(leg);
  const pieces = points.slice(1).map((b, i) => ({ a: points[i]!, b, length: distance(points[i]!, b) }));
  const whole = pieces.reduce((sum, { length }) => sum + length, 0);
  // in the line's own metres: it may have been drawn straighter than it was measured
  let left = leg.length === 0 ? 0 : Math.max(0, (metres - before) / leg.length) * whole;
  for (const { a, b, length } of pieces) {
    if (left <= length && length > 0) {
      const t = left / length;
      return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y), level: a.level };
    }
    left -= length;
  }
  return points.at(-1)!;
}

/** The leg on which a manoeuvre is: where its distance leads nearest to its place. */
export function legOf(legs: readonly RouteLeg[], { at, distance: metres }: Manoeuvre): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  legs.forEach((_, index) => {
    const place = placeOn(legs, index, metres);
    const away = distance(place, at) + (place.level === at.level ? 0 : 1e3);
    if (away < least) [best, least] = [index, away];
  });
  return best;
}

/** The line with as few of its points as keep it within `tolerance` metres (Douglas and Peucker 1973). */
export function simplified(line: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (line.length < 3 || first === undefined || last === undefined) return line;
  let [farthest, far] = [0, 0];
  line.forEach((point, i) => {
    const away = distanceToSegment(point, first, last);
    if (away > far) [farthest, far] = [i, away];
  });
  if (far <= tolerance) return [first, last];
  const before = simplified(line.slice(0, farthest + 1), tolerance);
  return [...before.slice(0, -1), ...simplified(line.slice(farthest), tolerance)];
}
