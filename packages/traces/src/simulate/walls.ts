import {
  type Bounds,
  boundsOfAreas,
  distanceToSegment,
  multiPolygonContains,
  type Point,
  polygonArea,
  ringEdges,
} from '@daoyin/geometry';
import type { Fixture, Level, Unit, Venue } from '@daoyin/venue';

export type WallKind = 'counter' | 'partition' | 'inner' | 'outer' | 'core';

/** A straight piece of wall in plan. Pieces of one `body` (a counter, a column) weaken a ray once, however often it cuts them. */
export interface Wall {
  readonly a: Point;
  readonly b: Point;
  readonly kind: WallKind;
  readonly body?: string;
}

/** Edges are looked at in pieces of this length. */
const PIECE_M = 0.25;
/** How far beside an edge to look for what is there. */
const BESIDE_M = 0.25;
/** A door this near to an edge opens it. */
const OPENING_WITHIN_M = 0.35;

const OPEN_CATEGORIES = new Set(
  `walkway walkway.island opentobelow escalator movingwalkway ramp steps lobby foyer lounge platform terrace unenclosedarea
   road parking vegetation footbridge fieldofplay unspecified`.split(/\s+/),
);
const SOLID_UNITS: Readonly<Record<string, WallKind>> = {
  concrete: 'core',
  structure: 'core',
  brick: 'inner',
  column: 'inner',
  drywall: 'partition',
  glass: 'partition',
  wood: 'partition',
};
const SOLID_FIXTURES: Readonly<Record<string, WallKind>> = {
  desk: 'counter',
  equipment: 'counter',
  furniture: 'counter',
  baggagecarousel: 'counter',
  wall: 'partition',
};

/**
 * The walls of one level as a radio wave meets them, from the plan: the level's outline (outer), lift shafts (core), the edges of
 * enclosed rooms towards open space (inner) and towards each other (partition), counters and other fixtures; none where there is an opening.
 */
export function wallsOf(venue: Venue, level: Level): readonly Wall[] {
  const on = ({ level: name }: { readonly level: string }): boolean => name === level.shortName;
  const units = venue.units
    .filter(on)
    .map(withBounds)
    .sort((a, b) => a.area - b.area);
  const openings = venue.openings.filter(on).map(({ line }) => line);
  const opened = (p: Point): boolean =>
    openings.some((line) =>
      line.some((end, i) => i > 0 && distanceToSegment(p, line[i - 1]!, end) < OPENING_WITHIN_M),
    );
  const between = (left: Point, right: Point): WallKind | undefined => {
    if (![left, right].every((p) => multiPolygonContains(level.outline, p))) return undefined;
    return wallBetween(unitAt(units, left), unitAt(units, right));
  };
  const rings = units.flatMap(({ unit }) => unit.area.flatMap(({ outer, holes }) => [outer, ...holes]));
  const outline = level.outline.flatMap(({ outer, holes }) => [outer, ...holes]);
  return [
    ...outline.flatMap((ring) =>
      [...ringEdges(ring)].flatMap(([a, b]) => runs(a, b, (p) => (opened(p) ? undefined : 'outer'))),
    ),
    ...rings.flatMap((ring) =>
      [...ringEdges(ring)].flatMap(([a, b]) => {
        const { x, y } = normalOf(a, b);
        return runs(a, b, (p) =>
          opened(p) ? undefined : between({ x: p.x + x, y: p.y + y }, { x: p.x - x, y: p.y - y }),
        );
      }),
    ),
    ...units.flatMap(({ unit }) => solid(unit, SOLID_UNITS[unit.category])),
    ...venue.fixtures.filter(on).flatMap((fixture) => solid(fixture, SOLID_FIXTURES[fixture.category])),
  ];
}

interface Placed {
  readonly unit: Unit;
  readonly bounds: Bounds;
  readonly area: number;
}

function withBounds(unit: Unit): Placed {
  return {
    unit,
    bounds: boundsOfAreas(unit.area),
    area: unit.area.reduce((sum, polygon) => sum + polygonArea(polygon), 0),
  };
}

/** The smallest unit at a point; units come by rising area. */
function unitAt(units: readonly Placed[], p: Point): Unit | undefined {
  return units.find(
    ({ bounds, unit }) =>
      p.x >= bounds.minX &&
      p.x <= bounds.maxX &&
      p.y >= bounds.minY &&
      p.y <= bounds.maxY &&
      multiPolygonContains(unit.area, p),
  )?.unit;
}

function wallBetween(a: Unit | undefined, b: Unit | undefined): WallKind | undefined {
  if (a === b) return undefined;
  if (a?.category === 'elevator' || b?.category === 'elevator') return 'core';
  const enclosed = [a, b].filter((unit) => unit !== undefined && isEnclosed(unit)).length;
  if (enclosed === 0) return undefined;
  return enclosed === 2 ? 'partition' : 'inner';
}

function isEnclosed({ category }: Unit): boolean {
  return !OPEN_CATEGORIES.has(category) && SOLID_UNITS[category] === undefined;
}

function solid(body: Fixture | Unit, kind: WallKind | undefined): readonly Wall[] {
  if (kind === undefined) return [];
  return body.area.flatMap(({ outer }) =>
    [...ringEdges(outer)].map(([a, b]) => ({ a, b, kind, body: body.id })),
  );
}

/** The edge ab cut into the longest runs of one kind. */
function runs(a: Point, b: Point, kindAt: (p: Point) => WallKind | undefined): readonly Wall[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const pieces = Math.max(1, Math.round(length / PIECE_M));
  const at = (i: number): Point => ({
    x: a.x + ((b.x - a.x) * i) / pieces,
    y: a.y + ((b.y - a.y) * i) / pieces,
  });
  const walls: Wall[] = [];
  let start = 0;
  let kind = kindAt(at(0.5));
  for (let i = 1; i <= pieces; i++) {
    const next = i < pieces ? kindAt(at(i + 0.5)) : undefined;
    if (i < pieces && next === kind) continue;
    if (kind !== undefined) walls.push({ a: at(start), b: at(i), kind });
    [start, kind] = [i, next];
  }
  return walls;
}

function normalOf(a: Point, b: Point): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: (-(b.y - a.y) / length) * BESIDE_M, y: ((b.x - a.x) / length) * BESIDE_M };
}
