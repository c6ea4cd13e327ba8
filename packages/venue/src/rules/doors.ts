import {
  distance,
  distanceToBoundary,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
} from '@daoyin/geometry';
import { isFloorCategory } from '../categories';
import type { Level, Opening, Unit } from '../types';
import { issueOf, type Rule, type RuleContext } from './rule';

/** How far to look on either side of a door: a wall is at most this thick. */
const PROBES = [0.05, 0.15, 0.3, 0.5, 0.75, 1];

/** A door leads from one floor to another, or from a floor out of the building. */
export const doorsLeadSomewhere: Rule = function* (context) {
  for (const opening of context.venue.openings) {
    const level = context.levelByName.get(opening.level);
    if (!level) continue;
    const problem = problemOf(opening, level, context);
    if (!problem) continue;
    const at = { ...placeOn(opening, 0.5).point, level: opening.level };
    yield issueOf('opening', opening.id, 'error', 'door-opens-nowhere', problem, at);
  }
};

/** A door leads somewhere if it does so in its middle or at a quarter: a gap of the drawing may run through its middle. */
function problemOf(opening: Opening, level: Level, context: RuleContext): string | undefined {
  const problems = [0.5, 0.25, 0.75].map((t) => problemAt(opening, t, level, context));
  return problems.every((problem) => problem !== undefined) ? problems[0] : undefined;
}

function problemAt(opening: Opening, t: number, level: Level, context: RuleContext): string | undefined {
  const units = context.unitsByOrdinal.get(level.ordinal) ?? [];
  const { point, normal } = placeOn(opening, t);
  const floors = units.filter((unit) => isFloorCategory(unit.category));
  const left = floorBeside(point, normal, 1, floors);
  const right = floorBeside(point, normal, -1, floors);
  if (left && right) {
    const loose = left === right && !standsAtEdge(point, left, opening, context);
    return loose
      ? `the door stands in the open floor of ${left.id}, on no edge and at no fixture.`
      : undefined;
  }
  if (!left && !right) return 'there is no floor on either side of the door within 1 m.';
  const entrance = ENTRANCES.has(opening.category);
  if (leadsOut(point, normal, left ? -1 : 1, level, units, entrance)) return undefined;
  return `the door opens from ${(left ?? right)!.id} into no floor: a wall, a void or nothing is behind it.`;
}

/** Whether a door within one unit is at its edge, or in a barrier that is drawn as fixtures: a gate, a partition. */
function standsAtEdge(point: Point, unit: Unit, { level }: Opening, { venue }: RuleContext): boolean {
  const near = (area: MultiPolygon) => area.some((part) => distanceToBoundary(part, point) < NEAR);
  return near(unit.area) || venue.fixtures.some((fixture) => fixture.level === level && near(fixture.area));
}

/** The unit that one enters on one side of a door, past the thickness of the wall. */
function floorBeside(point: Point, normal: Point, side: 1 | -1, floors: readonly Unit[]): Unit | undefined {
  for (const probe of PROBES) {
    const there = along(point, normal, side * probe);
    const unit = floors.find(({ area }) => multiPolygonContains(area, there));
    if (unit) return unit;
  }
  return undefined;
}

const NEAR = 1.5; // m from the middle of a door to the wall or barrier that it is in

/** Doors that say themselves that they lead out. */
const ENTRANCES = new Set(['pedestrian.principal', 'emergencyexit']);

/**
 * Whether the side without a floor is the open air: in no unit at all, and outside the level or at its very edge. A level
 * may be drawn as wide as its site, so that an entrance needs only be free of units.
 */
function leadsOut(
  point: Point,
  normal: Point,
  side: 1 | -1,
  level: Level,
  units: readonly Unit[],
  entrance: boolean,
): boolean {
  const outside = PROBES.map((probe) => along(point, normal, side * probe));
  if (outside.some((there) => units.some(({ area }) => multiPolygonContains(area, there)))) return false;
  if (entrance) return true;
  const farthest = outside.at(-1)!;
  if (!multiPolygonContains(level.outline, farthest)) return true;
  return level.outline.some((polygon) => distanceToBoundary(polygon, point) < 0.5);
}

/** The point at `t` of a door's longest straight piece, and the unit normal of that piece. */
function placeOn({ line }: Opening, t: number): { readonly point: Point; readonly normal: Point } {
  let [from, to] = [line[0]!, line[1]!];
  for (let i = 1; i < line.length; i++) {
    if (distance(line[i - 1]!, line[i]!) > distance(from, to)) [from, to] = [line[i - 1]!, line[i]!];
  }
  const length = distance(from, to) || 1;
  return {
    point: { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t },
    normal: { x: -(to.y - from.y) / length, y: (to.x - from.x) / length },
  };
}

function along(point: Point, normal: Point, metres: number): Point {
  return { x: point.x + normal.x * metres, y: point.y + normal.y * metres };
}
