import {
  distance,
  distanceToBoundary,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
} from '@daoyin/geometry';
import { bufferLine, subtractAreas } from '../archive/boolean';
import { areasOverlap } from '../archive/overlap';
import { CONNECTOR_CATEGORY, type IndoorPlan, type Piece, type PlanUnit } from './indoor-plan';

const STAIRS_WIDTH = 2; // m, where no `width` says
const LIFT_SIZE = 2; // m, the side of a lift that is only a point

/**
 * The units of a plan, one for each level of a piece. Lifts that are points and stairs that are lines get an area, which is
 * taken from the floor that they stand on.
 */
export function planUnits(plan: IndoorPlan): readonly PlanUnit[] {
  const units = drawnUnits(plan);
  const made = units.filter(({ piece }) => piece.area.length === 0);
  return units.flatMap((unit) => {
    if (made.includes(unit)) return [unit];
    const taken = made.filter(({ level, area }) => level === unit.level && areasOverlap(area, unit.area));
    if (taken.length === 0) return [unit];
    const area = subtractAreas(
      unit.area,
      taken.flatMap((shaft) => shaft.area),
    );
    return area.length > 0 ? [{ ...unit, area }] : [];
  });
}

function drawnUnits(plan: IndoorPlan): readonly PlanUnit[] {
  const shafts = plan.pieces.filter(({ role, area }) => role.part === 'connector' && area.length > 0);
  return plan.pieces.flatMap((piece) => {
    const area = areaOf(piece, shafts);
    const category = categoryOf(piece);
    if (!category || area.length === 0) return [];
    const levels = piece.levels.filter((level) => plan.levels.includes(level));
    return levels.map((level) => ({ name: `${piece.element.id}@${level}`, piece, level, category, area }));
  });
}

/** The unit category of a piece; stairs and ramps within one level are steps and floor. */
function categoryOf({ role, levels }: Piece): string | undefined {
  if (role.part === 'unit') return role.category;
  if (role.part !== 'connector') return undefined;
  if (levels.length >= 2 || role.connector === 'elevator') return CONNECTOR_CATEGORY[role.connector];
  return role.connector === 'ramp' ? 'ramp' : 'steps';
}

function areaOf(piece: Piece, shafts: readonly Piece[]): MultiPolygon {
  if (piece.area.length > 0 || piece.role.part !== 'connector') return piece.area;
  const [first] = piece.line;
  if (!first) return [];
  if (piece.element.kind === 'line') return bufferLine(piece.line, widthOf(piece, STAIRS_WIDTH) / 2);
  return shafts.some((shaft) => isSameLift(shaft, piece, first)) ? [] : square(first, LIFT_SIZE);
}

/** Whether a lift's point is the lift that is also drawn as an area. */
function isSameLift(shaft: Piece, piece: Piece, at: Point): boolean {
  if (shaft.role.part !== 'connector' || shaft.role.connector !== 'elevator') return false;
  if (!shaft.levels.some((level) => piece.levels.includes(level))) return false;
  return shaft.area.some(
    (polygon) => multiPolygonContains([polygon], at) || distanceToBoundary(polygon, at) < 1,
  );
}

function square({ x, y }: Point, side: number): MultiPolygon {
  const r = side / 2;
  const outer = [
    { x: x - r, y: y - r },
    { x: x + r, y: y - r },
    { x: x + r, y: y + r },
    { x: x - r, y: y + r },
  ];
  return [{ outer, holes: [] }];
}

/** The `width` tag in metres, within what is plausible. */
function widthOf({ element }: Piece, otherwise: number): number {
  const width = Number.parseFloat(element.tags.width ?? '');
  return width >= 0.4 && width <= 20 ? width : otherwise;
}

const ON_EDGE = 0.5; // m from a door's node to the edge that it is on
const NEAR_EDGE = 2; // m; as far as a carelessly drawn door is moved
const DOOR = 1; // m
const MAIN_ENTRANCE = 2; // m

/** The line of a door: of a node, along the nearest edge of a unit of its level, rooms before open floor. */
export function doorLine(
  piece: Piece,
  level: number,
  units: readonly PlanUnit[],
): readonly [Point, Point] | undefined {
  const [first, last] = [piece.line[0]!, piece.line.at(-1)!];
  if (piece.element.kind === 'line') return [first, last];
  const here = units.filter((unit) => unit.level === level && hasWalls(unit));
  const all = units.filter((unit) => unit.level === level);
  const edge =
    nearestEdge(first, here, ON_EDGE) ??
    nearestEdge(first, all, ON_EDGE) ??
    nearestEdge(first, all, NEAR_EDGE);
  if (!edge) return undefined;
  const main = piece.element.tags.entrance === 'main' || piece.element.tags.door === 'sliding';
  return alongEdge(first, edge, widthOf(piece, main ? MAIN_ENTRANCE : DOOR));
}

const OPEN = new Set(['walkway', 'unenclosedarea', 'platform', 'lobby']);

function hasWalls({ category }: PlanUnit): boolean {
  return !OPEN.has(category);
}

interface Edge {
  readonly a: Point;
  readonly b: Point;
  readonly metres: number;
}

function nearestEdge(point: Point, units: readonly PlanUnit[], within: number): Edge | undefined {
  let best: Edge | undefined;
  for (const { area } of units) {
    for (const ring of area.flatMap(({ outer, holes }) => [outer, ...holes])) {
      for (const [i, b] of ring.entries()) {
        const edge = { a: ring.at(i - 1)!, b, metres: distanceToEdge(point, ring.at(i - 1)!, b) };
        if (edge.metres <= within && (!best || isBetter(edge, best))) best = edge;
      }
    }
  }
  return best;
}

/** Nearer; of two that are as near, as the edges at a vertex, the longer. */
function isBetter(edge: Edge, best: Edge): boolean {
  if (Math.abs(edge.metres - best.metres) > 0.05) return edge.metres < best.metres;
  return distance(edge.a, edge.b) > distance(best.a, best.b);
}

function distanceToEdge(p: Point, a: Point, b: Point): number {
  const length = distance(a, b);
  const t = length === 0 ? 0 : ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length);
  return distance(p, between(a, b, Math.min(1, Math.max(0, t))));
}

/** A piece of an edge, as wide as the door or the edge, its middle as near to the node as the edge allows. */
function alongEdge(point: Point, { a, b }: Edge, width: number): readonly [Point, Point] {
  const length = distance(a, b);
  const half = Math.min(width, length) / (2 * length);
  const t = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length);
  const middle = Math.min(1 - half, Math.max(half, t));
  return [between(a, b, middle - half), between(a, b, middle + half)];
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}
