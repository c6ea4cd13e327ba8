import { multiPolygonContains, orientPolygon, type Point, type Polyline, type Ring } from '@daoyin/geometry';
import { bufferLine } from '../../archive/boolean';
import type { ConnectorKind, FeatureId, Labels, Level } from '../../types';
import { uuidOf } from '../../uuid';
import type { Action } from '../document';
import { addFeatures, mapArea } from './edit-features';
import { neat, soundPolygon } from './sound-polygon';

const NAMELESS: Labels = {};

/** A wall along a line, `thickness` metres wide, as a fixture that nobody walks through. */
export function drawWall(wall: {
  readonly id: FeatureId;
  readonly level: string;
  readonly line: Polyline;
  readonly thickness: number;
}): Action {
  const { id, level, line, thickness } = wall;
  const area = line.length < 2 ? [] : mapArea(bufferLine(line, thickness / 2), neat);
  if (area.length === 0) return (document) => document;
  return addFeatures({ fixtures: [{ id, level, name: NAMELESS, category: 'wall', area }] });
}

/** A room or another unit of a category, from its corners in any order of turning. */
export function drawRoom(room: {
  readonly id: FeatureId;
  readonly level: string;
  readonly ring: Ring;
  readonly category: string;
  readonly name?: Labels;
}): Action {
  const { id, level, ring, category, name = NAMELESS } = room;
  const polygon = soundPolygon(ring);
  if (!polygon) return (document) => document;
  return addFeatures({ units: [{ id, level, name, category, accessibility: [], area: [polygon] }] });
}

/** Furniture, a planter or another thing that stands in the way. */
export function drawFixture(fixture: {
  readonly id: FeatureId;
  readonly level: string;
  readonly ring: Ring;
  readonly category: string;
  readonly name?: Labels;
}): Action {
  const { id, level, ring, category, name = NAMELESS } = fixture;
  const polygon = soundPolygon(ring);
  if (!polygon) return (document) => document;
  return addFeatures({ fixtures: [{ id, level, name, category, area: [polygon] }] });
}

/** A door or passage between two points on the edge of a unit. */
export function drawDoor(door: {
  readonly id: FeatureId;
  readonly level: string;
  readonly line: readonly [Point, Point];
  readonly category?: string;
  readonly name?: Labels;
}): Action {
  const { id, level, line, category = 'pedestrian', name = NAMELESS } = door;
  return addFeatures({
    openings: [{ id, level, name, category, accessibility: [], accessControl: [], line: line.map(neat) }],
  });
}

/** A point of service, with the units that it is in. */
export function placeAmenity(amenity: {
  readonly id: FeatureId;
  readonly level: string;
  readonly point: Point;
  readonly category: string;
  readonly name?: Labels;
}): Action {
  const { id, level, point, category, name = NAMELESS } = amenity;
  return (document) => {
    const inside = document.venue.units.filter(
      (u) => u.level === level && multiPolygonContains(u.area, point),
    );
    const unitIds = inside.map((unit) => unit.id);
    const feature = { id, level, name, category, accessibility: [], point: neat(point), unitIds };
    return addFeatures({ amenities: [feature] })(document);
  };
}

/** A counter of `count` windows side by side. */
export interface Counter {
  readonly id: FeatureId;
  readonly level: string;
  /** The edge at which visitors stand, from the first window to the last; visitors are on its right-hand side. */
  readonly from: Point;
  readonly to: Point;
  readonly count: number;
  /** The number of the first window, such as `32` or `A12`; the others follow it. */
  readonly firstNumber: string;
  /** Metres from the edge to the back of the desks. */
  readonly depth?: number;
  /** Metres from the edge to the middle of who stands there. */
  readonly standOff?: number;
  readonly hours?: string;
}

/**
 * A desk, a place to stand and a window for each of n windows at once, in the shares of a straight counter. The ids of all
 * follow from that of the counter.
 */
export function drawCounter(counter: Counter): Action {
  const { id, level, from, to, count, firstNumber, depth = 0.8, standOff = 0.6, hours } = counter;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (count < 1 || length === 0) return (document) => document;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const at = (metres: number, behind: number): Point =>
    neat({
      x: from.x + along.x * metres - along.y * behind,
      y: from.y + along.y * metres + along.x * behind,
    });
  const share = length / count;
  const windows = Array.from({ length: count }, (_, i) => {
    const number = numberAfter(firstNumber, i);
    const [start, end] = [i * share, (i + 1) * share];
    const name: Labels = { 'zh-Hans': `${number}号窗口`, en: `Window ${number}` };
    const anchorId = uuidOf(`anchor ${i} of ${id}`);
    const ring = [at(start, 0), at(end, 0), at(end, depth), at(start, depth)];
    return {
      fixture: {
        id: uuidOf(`desk ${i} of ${id}`),
        level,
        name,
        category: 'desk',
        anchorId,
        area: [orientPolygon(ring, [])],
      },
      anchor: { id: anchorId, at: { ...at((start + end) / 2, -standOff), level } },
      occupant: {
        id: uuidOf(`window ${i} of ${id}`),
        name,
        category: 'governmentoffice',
        anchorId,
        ...(hours && { hours }),
      },
    };
  });
  return (document) => {
    const units = document.venue.units.filter((unit) => unit.level === level);
    const anchors = windows.map(({ anchor }) => {
      const unit = units.find(({ area }) => multiPolygonContains(area, anchor.at));
      return { ...anchor, ...(unit && { unitId: unit.id }) };
    });
    const fixtures = windows.map(({ fixture }) => fixture);
    return addFeatures({ fixtures, anchors, occupants: windows.map(({ occupant }) => occupant) })(document);
  };
}

/** `A12` after `A10` by 2; a number without digits gets one. */
export function numberAfter(first: string, steps: number): string {
  const match = /^(.*?)(\d+)(\D*)$/.exec(first.trim());
  if (!match) return steps === 0 ? first.trim() : `${first.trim()}${steps + 1}`;
  const [, prefix = '', digits = '', suffix = ''] = match;
  return `${prefix}${String(Number(digits) + steps).padStart(digits.length, '0')}${suffix}`;
}

/** A lift, stairs, an escalator or a ramp through several storeys at one place. */
export interface Shaft {
  readonly id: FeatureId;
  readonly kind: ConnectorKind;
  /** Short names. */
  readonly levels: readonly string[];
  readonly ring: Ring;
  readonly direction?: 'both' | 'up' | 'down';
  readonly name?: Labels;
}

/** A unit on each storey, and the relationship that joins them. Nothing for fewer than two storeys. */
export function drawShaft(shaft: Shaft): Action {
  const { id, kind, ring, direction = 'both', name = NAMELESS } = shaft;
  return (document) => {
    const levels = shaft.levels
      .flatMap((level) => document.venue.levels.find(({ shortName }) => shortName === level) ?? [])
      .toSorted((a: Level, b: Level) => a.ordinal - b.ordinal);
    const polygon = soundPolygon(ring);
    if (levels.length < 2 || !polygon) return document;
    const area = [polygon];
    const units = levels.map(({ shortName }) => {
      return {
        id: uuidOf(`shaft ${shortName} of ${id}`),
        level: shortName,
        name,
        category: kind,
        accessibility: [],
        area,
      };
    });
    const unitIds = units.map((unit) => unit.id);
    const connectors = [{ id, kind, unitIds, direction, relationshipIds: [id], assumed: false }];
    return addFeatures({ units, connectors })(document);
  };
}
