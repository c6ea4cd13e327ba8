import { centroid, distance, nearestOnSegment, type Point, type Polyline, ringEdges } from '@daoyin/geometry';
import type { Connector, FeatureId, Opening, Unit, Venue } from '@daoyin/venue';
import { isStaffOnly, type Passage, passageOf, unitKind } from '../space/categories';
import { type Access, isAllowed } from '../space/walker';

/** Where a connector is entered on one storey: places to look for free floor near. */
export interface Stop {
  readonly connector: Connector;
  /** Place in `connector.unitIds`. */
  readonly order: number;
  readonly unit: Unit;
  readonly level: string;
  readonly doors: readonly StopDoor[];
}

/** A place where a connector is entered; without an opening anybody may. */
export interface StopDoor {
  readonly at: Point;
  readonly openingId?: FeatureId;
  readonly passage?: Passage;
}

/** Whether a connector may be entered or left here: a lift behind a badge reader, or in a unit for staff, is for staff. */
export function mayUse(
  { connector, unit }: Stop,
  { openingId, passage = 'anyone' }: StopDoor,
  access: Access,
  closed: ReadonlySet<FeatureId>,
): boolean {
  const isShut = [connector.id, unit.id, openingId].some((id) => id !== undefined && closed.has(id));
  return !isShut && isAllowed(passage, access) && (access.staff || !isStaffOnly(unit));
}

/** How far a unit's edge may be from an opening that leads into it, in metres. */
const DOOR_REACH = 0.3;

/** The stops of all connectors; units that the venue lacks are left out. */
export function stopsOf(venue: Venue): Stop[] {
  const units = new Map(venue.units.map((unit) => [unit.id, unit]));
  return venue.connectors.flatMap((connector) =>
    connector.unitIds.flatMap((id, order) => {
      const unit = units.get(id);
      if (unit === undefined) return [];
      const openings = venue.openings.filter(({ level }) => level === unit.level);
      return [{ connector, order, unit, level: unit.level, doors: doorsOf(unit, openings) }];
    }),
  );
}

/**
 * The places where a unit is entered: its openings; without any, the middles of its edges, of which a long shaft (stairs,
 * escalator) is entered at its short ends only. A unit that is walked on anyway is entered at its middle.
 */
export function doorsOf(unit: Unit, openings: readonly Opening[]): readonly StopDoor[] {
  const outlines = unit.area.map(({ outer }) => outer);
  const doors = openings
    .filter(({ line }) => outlines.some((ring) => isOnEdge(ring, middle(line))))
    .map((opening) => ({ at: middle(opening.line), openingId: opening.id, passage: passageOf(opening) }));
  if (doors.length > 0) return doors;
  if (unitKind(unit.category) !== 'shaft') return outlines.map((ring) => ({ at: centroid(ring) }));
  return outlines.flatMap((ring) => {
    const edges = [...ringEdges(ring)].filter(([a, b]) => distance(a, b) > 0.5);
    const lengths = edges.map(([a, b]) => distance(a, b)).sort((a, b) => a - b);
    const isLong = lengths.length === 4 && lengths[3]! > 1.5 * lengths[0]!;
    return edges
      .filter(([a, b]) => !isLong || distance(a, b) <= lengths[1]!)
      .map(([a, b]) => ({ at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } }));
  });
}

function isOnEdge(ring: readonly Point[], point: Point): boolean {
  for (const [a, b] of ringEdges(ring)) {
    if (distance(point, nearestOnSegment(point, a, b).point) <= DOOR_REACH) return true;
  }
  return false;
}

function middle(line: Polyline): Point {
  const half = (line.length - 1) / 2;
  const [a, b] = [line[Math.floor(half)]!, line[Math.ceil(half)]!];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
