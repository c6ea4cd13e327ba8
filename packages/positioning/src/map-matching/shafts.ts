import {
  type Bounds,
  boundsOfAreas,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
} from '@daoyin/geometry';
import type { Connector, ConnectorKind, Unit, Venue } from '@daoyin/venue';

/** A lift, flight of stairs, escalator or ramp as a walker on one level meets it. */
export interface Shaft {
  readonly kind: ConnectorKind;
  readonly area: MultiPolygon;
  readonly bounds: Bounds;
  /** Where it leads: level by index, and its area there. */
  readonly exits: readonly { readonly level: number; readonly area: MultiPolygon }[];
}

/** The shafts of each level, by index. */
export function shaftsOf(venue: Venue): readonly (readonly Shaft[])[] {
  const units = new Map(venue.units.map((unit) => [unit.id, unit]));
  const levels = new Map(venue.levels.map(({ shortName }, i) => [shortName, i]));
  const byLevel: Shaft[][] = venue.levels.map(() => []);
  for (const connector of venue.connectors) {
    const chain = connector.unitIds.flatMap((id) => units.get(id) ?? []);
    for (const [i, { level, area }] of chain.entries()) {
      const exits = reachedFrom(connector, chain, i).flatMap((unit) => {
        const reached = levels.get(unit.level);
        return reached === undefined || unit.level === level ? [] : [{ level: reached, area: unit.area }];
      });
      const shaft = { kind: connector.kind, area, bounds: boundsOfAreas(area), exits };
      if (exits.length > 0) byLevel[levels.get(level) ?? -1]?.push(shaft);
    }
  }
  return byLevel;
}

/** A lift leads anywhere in one ride, all else to the next unit of its chain. */
function reachedFrom({ kind, direction }: Connector, chain: readonly Unit[], i: number): readonly Unit[] {
  if (kind === 'elevator') return chain;
  const up = direction === 'down' ? undefined : chain[i + 1];
  const down = direction === 'up' ? undefined : chain[i - 1];
  return [up, down].filter((unit) => unit !== undefined);
}

/** The shaft that holds a point, or comes nearer than `within` metres in x and y. */
export function shaftAt(shafts: readonly Shaft[], x: number, y: number, within = 0): Shaft | undefined {
  return shafts.find(({ area, bounds: { minX, minY, maxX, maxY } }) => {
    const near = x > minX - within && x < maxX + within && y > minY - within && y < maxY + within;
    return near && (within > 0 || multiPolygonContains(area, { x, y }));
  });
}

/** The end of a long area that is farthest from a point: where an escalator that was entered there lets one off. */
export function farEnd(area: MultiPolygon, from: Point): Point {
  const { minX, minY, maxX, maxY } = boundsOfAreas(area);
  const [midX, midY] = [(minX + maxX) / 2, (minY + maxY) / 2];
  const ends =
    maxX - minX > maxY - minY
      ? [
          { x: minX, y: midY },
          { x: maxX, y: midY },
        ]
      : [
          { x: midX, y: minY },
          { x: midX, y: maxY },
        ];
  const away = ({ x, y }: Point): number => Math.hypot(x - from.x, y - from.y);
  return away(ends[0]!) > away(ends[1]!) ? ends[0]! : ends[1]!;
}
