import type { MultiPolygon, Polyline } from '@daoyin/geometry';

const areas = new WeakMap<MultiPolygon, Path2D>();
const lines = new WeakMap<Polyline, Path2D>();

/** An area as a path in metres; made once, since geometry never changes. Fill it by the even-odd rule. */
export function areaPath(area: MultiPolygon): Path2D {
  const before = areas.get(area);
  if (before) return before;
  const path = new Path2D();
  for (const { outer, holes } of area) {
    for (const ring of [outer, ...holes]) {
      for (const [i, { x, y }] of ring.entries()) i === 0 ? path.moveTo(x, y) : path.lineTo(x, y);
      path.closePath();
    }
  }
  areas.set(area, path);
  return path;
}

export function linePath(line: Polyline): Path2D {
  const before = lines.get(line);
  if (before) return before;
  const path = new Path2D();
  for (const [i, { x, y }] of line.entries()) i === 0 ? path.moveTo(x, y) : path.lineTo(x, y);
  lines.set(line, path);
  return path;
}
