import {
  boundsOf,
  distanceToBoundary,
  type LngLat,
  type MultiPolygon,
  multiPolygonContains,
  orientPolygon,
  type Point,
  type VenueFrame,
  venueFrame,
} from '@daoyin/geometry';
import { isTangled, untangle } from '../archive/boolean';
import { cleanRing } from '../archive/read-geometry';
import type { ConnectorKind, Issue } from '../types';
import { type Role, roleOf } from './osm-categories';
import { levelsOf, type OsmElement } from './osm-element';

/** An element with what it is, its levels, and its shape in metres around the middle of the extract. */
export interface Piece {
  readonly element: OsmElement;
  readonly role: Exclude<Role, { readonly part: 'none' }>;
  readonly levels: readonly number[];
  /** The area of an area, the vertices of a line, the place of a point. */
  readonly area: MultiPolygon;
  readonly line: readonly Point[];
}

/** A unit on one level of the plan. */
export interface PlanUnit {
  readonly name: string;
  readonly piece: Piece;
  readonly level: number;
  readonly category: string;
  readonly area: MultiPolygon;
}

export interface IndoorPlan {
  readonly frame: VenueFrame;
  readonly pieces: readonly Piece[];
  /** By rising level. */
  readonly levels: readonly number[];
  readonly issues: readonly Issue[];
}

/** The indoor part of an extract: what stands on a level. Undefined where there is none. */
export function indoorPlan(elements: readonly OsmElement[]): IndoorPlan | undefined {
  const candidates = elements.flatMap((element) => {
    const role = roleOf(element.tags, element.kind);
    return role.part === 'none' ? [] : [{ element, role }];
  });
  const rooms = candidates.filter(({ role }) => role.part === 'unit' || role.part === 'connector');
  if (rooms.length === 0) return undefined;
  const frame = venueFrame(middleOf(rooms.flatMap(({ element }) => positionsOf(element))));
  const issues: Issue[] = [];
  const located = candidates.flatMap(({ element, role }) => {
    const shape = shapeOf(element, frame, issues);
    return shape && isIndoors(element, role)
      ? [{ element, role, levels: levelsOf(element.tags), ...shape }]
      : [];
  });
  const pieces = withLevels(located, issues);
  const levels = new Set(pieces.flatMap((piece) => (makesLevel(piece.role) ? piece.levels : [])));
  return { frame, pieces, levels: [...levels].sort((a, b) => a - b), issues };
}

/** Only what has floor makes a level: a lone parking entrance on -3 does not. */
function makesLevel({ part }: Role): boolean {
  return part === 'unit' || part === 'connector' || part === 'level';
}

function isIndoors({ tags }: OsmElement, { part }: Role): boolean {
  if (part === 'building' || part === 'wall') return tags.level !== undefined || tags.indoor !== undefined;
  const outdoorStairs = part === 'connector' && tags.level === undefined && tags.indoor === undefined;
  return !outdoorStairs;
}

/** Levels for what has none: those of the units around it, else the ground's. Said once, with the number of cases. */
function withLevels(located: readonly Piece[], issues: Issue[]): readonly Piece[] {
  const known = located.filter(({ levels }) => levels.length > 0);
  const ground = known
    .flatMap(({ levels }) => levels)
    .reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a), 0);
  const without = located.filter(({ levels }) => levels.length === 0);
  const floors = known.filter(({ role }) => role.part === 'unit');
  const lost: string[] = [];
  const found = located.map((piece) => {
    if (piece.levels.length > 0) return piece;
    lost.push(piece.element.id);
    const around = floors.filter(({ area }) => piece.line[0] && multiPolygonContains(area, piece.line[0]));
    const level = around
      .flatMap(({ levels }) => levels)
      .reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a), Infinity);
    return { ...piece, levels: [Number.isFinite(level) ? level : ground] };
  });
  if (without.length > 0) {
    const some = lost.slice(0, 5).join(', ');
    const message = `${without.length} elements (${some}${lost.length > 5 ? ' …' : ''}) have no "level"; that of the rooms around them is taken, else ${ground}.`;
    issues.push({ severity: 'assumption', kind: 'level-assumed', message });
  }
  return found;
}

function shapeOf(
  element: OsmElement,
  frame: VenueFrame,
  issues: Issue[],
): { readonly area: MultiPolygon; readonly line: readonly Point[] } | undefined {
  const points = (line: readonly LngLat[]) => line.map(frame.lngLatToVenue);
  if (element.kind === 'point') return { area: [], line: points([element.at]) };
  if (element.kind === 'line') return { area: [], line: points(element.line) };
  const area = element.polygons.flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => cleanRing(points(ring))).filter((ring) => ring.length >= 3);
    if (!outer) return [];
    const polygon = orientPolygon(outer, holes);
    return isTangled(polygon) ? untangle(polygon) : [polygon];
  });
  if (area.length > 0) return { area, line: area[0]!.outer };
  const message = `${element.id}: its outline encloses no area; it is left out.`;
  issues.push({ severity: 'warning', kind: 'degenerate-ring', featureId: element.id, message });
  return undefined;
}

function positionsOf(element: OsmElement): readonly LngLat[] {
  if (element.kind === 'point') return [element.at];
  return element.kind === 'line' ? element.line : element.polygons.flat(2);
}

function middleOf(positions: readonly LngLat[]): LngLat {
  const bounds = boundsOf(positions.map(([x, y]) => ({ x, y })));
  return [(bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2];
}

/** The IMDF unit category of a connector. */
export const CONNECTOR_CATEGORY: Readonly<Record<ConnectorKind, string>> = {
  elevator: 'elevator',
  escalator: 'escalator',
  stairs: 'stairs',
  ramp: 'ramp',
};

/** The unit of a level that a point is in, else the nearest within `reach` metres; the smallest where several overlap. */
export function unitAt(
  units: readonly PlanUnit[],
  level: number,
  point: Point,
  reach: number,
): PlanUnit | undefined {
  const here = units.filter((unit) => unit.level === level);
  const inside = here.filter(({ area }) => multiPolygonContains(area, point));
  if (inside.length > 0) return inside.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a));
  const away = (unit: PlanUnit) =>
    Math.min(...unit.area.map((polygon) => distanceToBoundary(polygon, point)));
  const near = here.map((unit) => ({ unit, metres: away(unit) })).filter(({ metres }) => metres <= reach);
  return near.sort((a, b) => a.metres - b.metres)[0]?.unit;
}

function sizeOf({ area }: PlanUnit): number {
  const bounds = boundsOf(area.flatMap(({ outer }) => outer));
  return (bounds.maxX - bounds.minX) * (bounds.maxY - bounds.minY);
}
