import { type Bounds, boundsOf, boundsOfAreas, type MultiPolygon, type Point } from '@daoyin/geometry';

/** The parts of a feature that say where it is. */
export interface Located {
  readonly level?: string;
  readonly area?: MultiPolygon;
  readonly line?: readonly Point[];
  readonly point?: Point;
  readonly outline?: MultiPolygon;
  readonly at?: Point;
}

const known = new WeakMap<object, Bounds>();

/** The bounds of a feature in metres; worked out once for each, since features never change. */
export function extentOf(feature: Located): Bounds {
  const before = known.get(feature);
  if (before) return before;
  const { area, line, point, outline, at } = feature;
  const bounds = area
    ? boundsOfAreas(area)
    : outline
      ? boundsOfAreas(outline)
      : boundsOf(line ?? [point ?? at ?? { x: NaN, y: NaN }]);
  known.set(feature, bounds);
  return bounds;
}

export const meets = (a: Bounds, b: Bounds): boolean =>
  a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;

export const grown = ({ minX, minY, maxX, maxY }: Bounds, by: number): Bounds => ({
  minX: minX - by,
  minY: minY - by,
  maxX: maxX + by,
  maxY: maxY + by,
});

export const united = (a: Bounds, b: Bounds): Bounds => ({
  minX: Math.min(a.minX, b.minX),
  minY: Math.min(a.minY, b.minY),
  maxX: Math.max(a.maxX, b.maxX),
  maxY: Math.max(a.maxY, b.maxY),
});
