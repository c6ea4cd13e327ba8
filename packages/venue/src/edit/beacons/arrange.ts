import type { Point, VenuePoint } from '@daoyin/geometry';
import type { Beacon } from '../../types';
import type { Action, HallDocument } from '../document';
import { editBeacons, placedAt, withBeacons } from './edit-beacons';

/** `x` puts beacons in one column, `y` in one row, `line` on the straight line between the two that are farthest apart. */
export type Alignment = 'x' | 'y' | 'line';

type Placed = Beacon & { readonly at: VenuePoint };

const placedOf = ({ register }: HallDocument, ids: ReadonlySet<string>): readonly Placed[] =>
  register.beacons.filter((beacon): beacon is Placed => ids.has(beacon.id) && beacon.at !== undefined);

/** Moves each beacon the shortest way into line. */
export function alignBeacons(ids: Iterable<string>, alignment: Alignment): Action {
  const chosen = new Set(ids);
  return (document) => {
    const beacons = placedOf(document, chosen);
    if (beacons.length < 2) return document;
    const mean = (axis: 'x' | 'y') => beacons.reduce((sum, { at }) => sum + at[axis], 0) / beacons.length;
    if (alignment !== 'line') {
      const value = mean(alignment);
      return editBeacons(chosen, (b) => (b.at ? placedAt(b, { ...b.at, [alignment]: value }) : b))(document);
    }
    const [a, b] = farthest(beacons);
    return editBeacons(chosen, (beacon) =>
      beacon.at ? placedAt(beacon, { ...beacon.at, ...onLine(beacon.at, a.at, b.at) }) : beacon,
    )(document);
  };
}

/** Spreads beacons evenly on the line between the two that are farthest apart, in the order in which they lie along it. */
export function distributeBeacons(ids: Iterable<string>): Action {
  const chosen = new Set(ids);
  return (document) => {
    const beacons = placedOf(document, chosen);
    if (beacons.length < 3) return document;
    const [a, b] = farthest(beacons);
    const ordered = beacons.toSorted((p, q) => along(p.at, a.at, b.at) - along(q.at, a.at, b.at));
    const rank = new Map(ordered.map(({ id }, i) => [id, i / (ordered.length - 1)]));
    return editBeacons(chosen, (beacon) => {
      const t = rank.get(beacon.id);
      return t === undefined ? beacon : placedAt(beacon, { ...beacon.at!, ...between(a.at, b.at, t) });
    })(document);
  };
}

/** A grid over a level: `spacing` in metres from a corner, turned by `angle` (radians counter-clockwise from east). */
export interface Grid {
  readonly origin: Point;
  readonly spacing: number;
  readonly angle?: number;
}

/** The nearest node of a grid. */
function nearestNode(point: Point, { origin, spacing, angle = 0 }: Grid): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [point.x - origin.x, point.y - origin.y];
  const column = Math.round((dx * cos + dy * sin) / spacing) * spacing;
  const row = Math.round((dy * cos - dx * sin) / spacing) * spacing;
  return { x: origin.x + column * cos - row * sin, y: origin.y + column * sin + row * cos };
}

/** Moves each beacon to a node of the grid near it that no other of them takes, the nearest first. */
export function distributeOnGrid(ids: Iterable<string>, grid: Grid): Action {
  const chosen = new Set(ids);
  return (document) => {
    const left = placedOf(document, chosen).map((beacon) => ({ beacon, node: nearestNode(beacon.at, grid) }));
    left.sort((p, q) => gap(p.beacon.at, p.node) - gap(q.beacon.at, q.node));
    const taken = new Set<string>();
    const places = new Map<string, VenuePoint>();
    for (const { beacon, node } of left) {
      const free = freeNode(beacon.at, node, grid, taken);
      taken.add(nameOf(free, beacon.at.level));
      places.set(beacon.id, { ...free, level: beacon.at.level });
    }
    return editBeacons(places.keys(), (beacon) => placedAt(beacon, places.get(beacon.id)!))(document);

    function freeNode(at: VenuePoint, node: Point, on: Grid, not: ReadonlySet<string>): Point {
      for (let reach = 0; ; reach++) {
        const ring = nodesAround(node, reach, on).filter((spot) => !not.has(nameOf(spot, at.level)));
        if (ring.length > 0) return ring.reduce((a, b) => (gap(b, at) < gap(a, at) ? b : a));
      }
    }
  };
}

function nodesAround(node: Point, reach: number, { spacing, angle = 0 }: Grid): readonly Point[] {
  const nodes: Point[] = [];
  const [cos, sin] = [Math.cos(angle) * spacing, Math.sin(angle) * spacing];
  for (let i = -reach; i <= reach; i++) {
    for (let j = -reach; j <= reach; j++) {
      if (Math.max(Math.abs(i), Math.abs(j)) !== reach) continue;
      nodes.push({ x: node.x + i * cos - j * sin, y: node.y + i * sin + j * cos });
    }
  }
  return nodes;
}

/**
 * Numbers beacons anew in reading order (rows from north to south, west to east within `rowHeight` metres), from `first`
 * on: `B101`, `B102` … Nothing where a new id belongs to a beacon that is not chosen, or `first` ends in no number.
 */
export function renumberBeacons(ids: Iterable<string>, first: string, rowHeight = 2.5): Action {
  const chosen = new Set(ids);
  const match = /^(.*?)(\d+)$/.exec(first);
  return (document) => {
    if (!match) return document;
    const { beacons } = document.register;
    const others = new Set(beacons.filter(({ id }) => !chosen.has(id)).map(({ id }) => id));
    const ordered = beacons.filter(({ id }) => chosen.has(id)).toSorted(readingOrder(rowHeight));
    const [, prefix = '', digits = ''] = match;
    const names = new Map(
      ordered.map(({ id }, i) => [id, `${prefix}${String(Number(digits) + i).padStart(digits.length, '0')}`]),
    );
    if ([...names.values()].some((name) => others.has(name))) return document;
    if ([...names].every(([id, name]) => id === name)) return document;
    return withBeacons(
      document,
      beacons.map((beacon) => (names.has(beacon.id) ? { ...beacon, id: names.get(beacon.id)! } : beacon)),
    );
  };
}

const readingOrder =
  (rowHeight: number) =>
  (a: Beacon, b: Beacon): number => {
    if (!a.at || !b.at) return Number(!a.at) - Number(!b.at) || (a.id < b.id ? -1 : 1);
    const row = (at: Point) => Math.round(-at.y / rowHeight);
    return a.at.level.localeCompare(b.at.level) || row(a.at) - row(b.at) || a.at.x - b.at.x;
  };

function farthest(beacons: readonly Placed[]): readonly [Placed, Placed] {
  let best: readonly [Placed, Placed] = [beacons[0]!, beacons[1]!];
  for (const [i, a] of beacons.entries()) {
    for (const b of beacons.slice(i + 1)) if (gap(a.at, b.at) > gap(best[0].at, best[1].at)) best = [a, b];
  }
  return best;
}

const gap = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const nameOf = ({ x, y }: Point, level: string): string => `${level} ${x.toFixed(3)} ${y.toFixed(3)}`;
const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + t * (b.x - a.x),
  y: a.y + t * (b.y - a.y),
});

/** How far along ab a point lies, 0 at a and 1 at b. */
function along(p: Point, a: Point, b: Point): number {
  const squared = gap(a, b) ** 2;
  return squared === 0 ? 0 : ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / squared;
}

const onLine = (p: Point, a: Point, b: Point): Point => between(a, b, along(p, a, b));
