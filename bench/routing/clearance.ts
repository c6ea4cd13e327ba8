import { distance, nearestOnSegment, type Point, type Polyline, ringEdges } from '@daoyin/geometry';
import type { FeatureId, Venue } from '@daoyin/venue';
import Flatbush from 'flatbush';

/** Fixtures and units whose edges stop nobody (IMDF categories), as the plan itself says and not as the router read it. */
const FLAT = new Set(['inspectionarea', 'rug', 'marking']);
const OPEN = new Set([
  'walkway',
  'lobby',
  'unenclosedarea',
  'platform',
  'terrace',
  'ramp',
  'footbridge',
  'steps',
]);
/** Metres: arcs of the clearance are polygons, and walls a line thick are inset by their tolerance. */
const TOLERANCE = 0.003;
const STEP = 0.05;

/** How near paths come to what stands on a level, measured on the plan and not on the mesh. */
export interface Walls {
  /** The least distance in metres from a path to a wall, a counter or a machine; where it passes a door, to what is beyond the door. */
  readonly nearest: (path: Polyline, least: number) => number;
}

type Edge = readonly [Point, Point];

/** The edges of all rooms, shafts, walls and furniture of a level, doors cut out of them. */
export function wallsOf(venue: Venue, level: string, clearance: number): Walls {
  const here = <T extends { readonly level: string }>(all: readonly T[]) =>
    all.filter((one) => one.level === level);
  const doors = here(venue.openings).flatMap(({ line }) => line.slice(1).map((b, i): Edge => [line[i]!, b]));
  const solid = [
    ...here(venue.units).filter(({ category }) => !OPEN.has(category)),
    ...here(venue.fixtures).filter(({ category }) => !FLAT.has(category)),
    ...here(venue.kiosks),
  ] as readonly { readonly id: FeatureId; readonly area: Venue['units'][number]['area'] }[];
  const edges = solid.flatMap(({ area }) =>
    area.flatMap(({ outer, holes }) => [outer, ...holes].flatMap((ring) => [...ringEdges(ring)])),
  );
  const index = indexOf(edges);
  const narrow = doors.filter(([a, b]) => distance(a, b) < 2 * clearance + 0.1);
  const nearest = (path: Polyline, least: number) => {
    let found = Infinity;
    for (const point of along(path)) {
      if (narrow.some((door) => isBeside(point, door, clearance + 0.4))) continue;
      const reach = index.search(point.x - least, point.y - least, point.x + least, point.y + least);
      for (const i of reach) {
        const foot = nearestOnSegment(point, ...edges[i]!).point;
        const far = distance(point, foot);
        if (far < Math.min(found, least) && !doors.some((door) => isBeside(foot, door, 0.35))) found = far;
      }
    }
    return found;
  };
  return { nearest };
}

/** Whether a path is nearer to a wall than its clearance. */
export function isTooNear(walls: Walls, path: Polyline, clearance: number): boolean {
  return walls.nearest(path, clearance) < clearance - TOLERANCE;
}

function isBeside(point: Point, [a, b]: Edge, reach: number): boolean {
  return distance(point, nearestOnSegment(point, a, b).point) < reach;
}

function* along(path: Polyline): Generator<Point> {
  for (const [i, b] of path.slice(1).entries()) {
    const a = path[i]!;
    const steps = Math.max(1, Math.ceil(distance(a, b) / STEP));
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      yield { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
    }
  }
}

function indexOf(edges: readonly Edge[]): Flatbush {
  const index = new Flatbush(edges.length);
  for (const [a, b] of edges)
    index.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
  index.finish();
  return index;
}
