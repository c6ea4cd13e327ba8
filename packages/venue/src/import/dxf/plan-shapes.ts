import {
  boundsOf,
  boundsOfAreas,
  distance,
  type MultiPolygon,
  type Point,
  type Polyline,
} from '@daoyin/geometry';
import type { Arc } from './curves';
import type { Insertion, Shape } from './flatten';
import { isDoorBlock, type LayerRole } from './layer-roles';

/** A stroke in metres around the middle of the plan, with what it is. */
export interface PlanPath {
  readonly role: LayerRole;
  readonly points: Polyline;
  readonly closed: boolean;
  readonly filled: boolean;
  readonly arcs: readonly Arc[];
  /** The block that it is a part of: a door, a desk. */
  readonly part?: Insertion;
}

export interface PlanText {
  readonly role: LayerRole | undefined;
  readonly at: Point;
  readonly text: string;
  readonly height: number;
}

/** A role for what is drawn in a block that is a door by its name, whatever its layers. */
export function roleOf(
  shape: Shape,
  roles: ReadonlyMap<string, LayerRole | undefined>,
): LayerRole | undefined {
  const own = roles.get(shape.layer);
  if (shape.kind === 'text') return own;
  const isDoor = shape.within.some(({ block, layer }) => isDoorBlock(block) || roles.get(layer) === 'door');
  return isDoor && own !== 'ignore' ? 'door' : own;
}

const TOGETHER: ReadonlySet<LayerRole> = new Set(['door', 'glass', 'furniture', 'counter', 'column']);

/** The innermost block on a layer of the shape's role, or a door by its name: a block that holds a whole plan is none. */
export function partOf(
  { within }: Shape,
  role: LayerRole,
  roles: ReadonlyMap<string, LayerRole | undefined>,
): Insertion | undefined {
  if (!TOGETHER.has(role)) return undefined;
  return within.find(
    ({ block, layer }) => roles.get(layer) === role || (role === 'door' && isDoorBlock(block)),
  );
}

/** The larger side of the bounds of points; 0 where there is none. */
export function spanOf(points: Iterable<Point>): number {
  const { minX, minY, maxX, maxY } = boundsOf(points);
  return minX > maxX ? 0 : Math.max(maxX - minX, maxY - minY);
}

/** A path as a line: closed ones come back to where they began. */
export function lineOf({ points, closed }: Pick<PlanPath, 'points' | 'closed'>): Polyline {
  return closed ? [...points, points[0]!] : points;
}

export function segmentsOf(line: Polyline): readonly (readonly [Point, Point])[] {
  return line.slice(1).map((point, i) => [line[i]!, point] as const);
}

export function radiusOf({ centre, from }: Arc): number {
  return distance(centre, from);
}

/** The counter-clockwise convex hull of points (Andrew's monotone chain). */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const chain = (ordered: readonly Point[]) => {
    const hull: Point[] = [];
    for (const p of ordered) {
      while (hull.length >= 2 && turn(hull.at(-2)!, hull.at(-1)!, p) <= 0) hull.pop();
      hull.push(p);
    }
    return hull.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Those of `areas` whose bounds come within `metres` of those of `area`: the others cannot matter to it. */
export function near(areas: MultiPolygon, area: MultiPolygon, metres = 0.5): MultiPolygon {
  const box = boundsOfAreas(area);
  return areas.filter(({ outer }) => {
    const other = boundsOf(outer);
    const beside = other.minX > box.maxX + metres || other.maxX < box.minX - metres;
    return !beside && other.minY <= box.maxY + metres && other.maxY >= box.minY - metres;
  });
}
