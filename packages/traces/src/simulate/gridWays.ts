import { distance, multiPolygonContains, type Point, type VenuePoint } from '@daoyin/geometry';
import type { RouteLeg } from '@daoyin/routing';
import type { Connector, Unit, Venue } from '@daoyin/venue';
import type { FindWay } from './errands';
import { createObstruction } from './obstruction';
import { floorOf } from './world';

const CELL = 0.5;

/** Ways over a half-metre grid of the walkable units; stands in for the router. */
export function gridWays(venue: Venue): FindWay {
  const grids = new Map(venue.levels.map(({ shortName }) => [shortName, levelGrid(venue, shortName)]));
  const walk = (from: VenuePoint, to: Point): RouteLeg | undefined => {
    const path = grids.get(from.level)?.(from, to);
    return path && { kind: 'walk', level: from.level, path, length: 0, duration: 0 };
  };
  return (from, to, kind) => {
    if (from.level === to.level) return present([walk(from, to)]);
    for (const connector of venue.connectors) {
      const [enter, leave] = [doorOf(venue, connector, from.level), doorOf(venue, connector, to.level)];
      if (connector.kind !== kind || enter === undefined || leave === undefined) continue;
      const ride = {
        kind: 'connector',
        connectorId: connector.id,
        connector: kind,
        from: enter,
        to: leave,
      } as const;
      const legs = present([walk(from, enter), { ...ride, length: 0, duration: 0 }, walk(leave, to)]);
      if (legs !== undefined) return legs;
    }
    return undefined;
  };
}

function present<T>(all: readonly (T | undefined)[]): readonly T[] | undefined {
  return all.every((one) => one !== undefined) ? (all as readonly T[]) : undefined;
}

function doorOf(venue: Venue, { unitIds }: Connector, level: string): VenuePoint | undefined {
  const unit = venue.units.find(({ id, level: on }) => on === level && unitIds.includes(id));
  if (unit === undefined) return undefined;
  const { minX, minY, maxX, maxY } = bounds(unit);
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2, level };
}

function bounds(unit: Unit): { minX: number; minY: number; maxX: number; maxY: number } {
  const points = unit.area.flatMap(({ outer }) => outer);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}

const CLOSED = new Set(['opentobelow', 'nonpublic', 'brick', 'concrete', 'column', 'structure']);

function levelGrid(venue: Venue, level: string): (from: Point, to: Point) => readonly Point[] | undefined {
  const on = (feature: { readonly level: string }) => feature.level === level;
  const units = venue.units.filter(on);
  const open = units.filter(
    ({ category, restriction }) => !CLOSED.has(category) && restriction === undefined,
  );
  const shut = [...units.filter(({ category }) => CLOSED.has(category)), ...venue.fixtures.filter(on)];
  const z = floorOf(venue, { x: 0, y: 0, level }) + 0.1;
  const obstruction = createObstruction(venue);
  const clear = (a: Point, b: Point): boolean => {
    const { wallsDb } = obstruction.walls({ ...a, z }, { ...b, z });
    return wallsDb === 0;
  };
  const free = new Map<string, boolean>();
  const isFree = (x: number, y: number): boolean => {
    const key = `${x}/${y}`;
    const p = { x: x * CELL, y: y * CELL };
    if (!free.has(key))
      free.set(
        key,
        open.some(({ area }) => multiPolygonContains(area, p)) &&
          !shut.some(({ area }) => multiPolygonContains(area, p)),
      );
    return free.get(key)!;
  };
  return (from, to) => {
    const [sx, sy, gx, gy] = [from.x, from.y, to.x, to.y].map((v) => Math.round(v / CELL)) as [
      number,
      number,
      number,
      number,
    ];
    const came = new Map<string, { x: number; y: number; px?: number; py?: number }>([
      [`${sx}/${sy}`, { x: sx, y: sy }],
    ]);
    const queue = [{ x: sx, y: sy }];
    for (let i = 0; i < queue.length; i++) {
      const { x, y } = queue[i]!;
      if (x === gx && y === gy) return pull(unwind(came, gx, gy), from, to, clear, isFree);
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const key = `${x + dx}/${y + dy}`;
        const goal = x + dx === gx && y + dy === gy;
        if (came.has(key) || (!goal && !isFree(x + dx, y + dy))) continue;
        if (!clear({ x: x * CELL, y: y * CELL }, { x: (x + dx) * CELL, y: (y + dy) * CELL })) continue;
        came.set(key, { x: x + dx, y: y + dy, px: x, py: y });
        queue.push({ x: x + dx, y: y + dy });
      }
    }
    return undefined;
  };
}

function unwind(
  came: ReadonlyMap<string, { x: number; y: number; px?: number; py?: number }>,
  x: number,
  y: number,
): Point[] {
  const path: Point[] = [];
  for (
    let at = came.get(`${x}/${y}`);
    at;
    at = at.px === undefined ? undefined : came.get(`${at.px}/${at.py}`)
  ) {
    path.unshift({ x: at.x * CELL, y: at.y * CELL });
  }
  return path;
}

function pull(
  cells: Point[],
  from: Point,
  to: Point,
  clear: (a: Point, b: Point) => boolean,
  isFree: (x: number, y: number) => boolean,
): readonly Point[] {
  const points = [from, ...cells.slice(1, -1), to];
  const open = (a: Point, b: Point): boolean => {
    const n = Math.ceil(distance(a, b) / CELL);
    return (
      clear(a, b) &&
      Array.from({ length: Math.max(0, n - 1) }, (_, i) => (i + 1) / n).every((t) =>
        isFree(Math.round((a.x + t * (b.x - a.x)) / CELL), Math.round((a.y + t * (b.y - a.y)) / CELL)),
      )
    );
  };
  const path = [from];
  for (let i = 0; i < points.length - 1; ) {
    let j = points.length - 1;
    while (j > i + 1 && !open(points[i]!, points[j]!)) j--;
    path.push(points[j]!);
    i = j;
  }
  return path;
}
