import { boundsOfAreas, distance, multiPolygonContains, type Point, type VenuePoint } from '@daoyin/geometry';
import type { ConnectorKind, Unit, Venue } from '@daoyin/venue';

/** What carries a walker from one level to another: its kind and its units there, where the venue has them. */
export interface Connection {
  readonly kind: ConnectorKind;
  readonly enter: Unit | undefined;
  readonly leave: Unit | undefined;
}

/** The connector (of a kind, where one is given) that joins the levels nearest to where the walker leaves one; stairs where there is none. */
export function connectionBetween(
  venue: Venue,
  from: VenuePoint,
  to: VenuePoint,
  kind?: ConnectorKind,
): Connection {
  const joining = venue.connectors.flatMap((connector) => {
    const on = ({ level }: VenuePoint): Unit | undefined =>
      venue.units.find((unit) => unit.level === level && connector.unitIds.includes(unit.id));
    const [enter, leave] = [on(from), on(to)];
    const right = enter !== undefined && leave !== undefined && (kind ?? connector.kind) === connector.kind;
    return right
      ? [{ kind: connector.kind, enter, leave, away: awayFrom(enter, from) + awayFrom(leave, to) }]
      : [];
  });
  joining.sort((a, b) => a.away - b.away);
  return joining[0] ?? { kind: kind ?? 'stairs', enter: undefined, leave: undefined };
}

/** Metres from a unit, by its corners; 0 inside. */
function awayFrom({ area }: Unit, point: Point): number {
  if (multiPolygonContains(area, point)) return 0;
  return Math.min(...area.flatMap(({ outer }) => outer.map((corner) => distance(corner, point))));
}

export function centreOf({ area }: Unit): Point {
  const { minX, minY, maxX, maxY } = boundsOfAreas(area);
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2 };
}

/** Where a flight of stairs turns: from where it starts, `run` metres towards the far end of its unit. */
export function landingOf(unit: Unit, from: Point, run: number): Point {
  const { x, y } = centreOf(unit);
  const far = { x: 2 * x - from.x, y: 2 * y - from.y };
  const length = distance(from, far);
  const t = length === 0 ? 0 : Math.min(1, run / length);
  return { x: from.x + t * (far.x - from.x), y: from.y + t * (far.y - from.y) };
}
