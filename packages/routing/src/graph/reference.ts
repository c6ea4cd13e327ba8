import { cross, type Point, segmentsCross } from '@daoyin/geometry';
import Flatbush from 'flatbush';
import { GRID, type Region } from '../space/clip';
import { regionContains } from '../space/level-parts';

/** Sights are tested piece by piece, each against the edges near it: grid units. */
const PIECE = 5 * GRID;

/**
 * An independent reference for tests and benches: lengths over the plain visibility graph of all the region's corners, each sight
 * tested against the region's edges. It shares nothing with the mesh, the sweep or the taut graph. With a `limit`, ways that
 * cannot be shorter than it are not looked at: the answer is the shortest length under the limit, else Infinity.
 */
export function visibilityGraphLength(region: Region): (from: Point, to: Point, limit?: number) => number {
  const corners: Corner[] = region.flatMap((ring) =>
    ring
      .map(({ x, y }, i) => ({ x, y, before: ring.at(i - 1)!, after: ring[(i + 1) % ring.length]! }))
      .filter((p) => cross(p.before, p, p.after) < 0),
  );
  const sees = sightOf(region);
  const known = new Map<number, boolean>();
  const sight = (i: number, j: number): boolean => {
    const key = Math.min(i, j) * corners.length + Math.max(i, j);
    if (!known.has(key)) known.set(key, touches(corners[j]!, corners[i]!) && sees(corners[i]!, corners[j]!));
    return known.get(key)!;
  };
  return (from, to, limit = Infinity) => {
    if (sees(from, to)) return distance(from, to);
    const ahead = corners.map((corner) => distance(corner, to));
    const couldHelp = (i: number, length: number) => length + ahead[i]! < limit;
    const cost = corners.map((corner, i) =>
      couldHelp(i, distance(from, corner)) && touches(corner, from) && sees(from, corner)
        ? distance(from, corner)
        : Infinity,
    );
    const done = corners.map(() => false);
    let best = Infinity;
    for (;;) {
      let nearest = -1;
      cost.forEach((c, i) => {
        if (!done[i] && c < Infinity && (nearest < 0 || c + ahead[i]! < cost[nearest]! + ahead[nearest]!))
          nearest = i;
      });
      if (nearest < 0 || cost[nearest]! + ahead[nearest]! >= best) return best;
      done[nearest] = true;
      if (touches(corners[nearest]!, to) && sees(corners[nearest]!, to))
        best = Math.min(best, cost[nearest]! + ahead[nearest]!);
      corners.forEach((corner, i) => {
        const length = cost[nearest]! + distance(corners[nearest]!, corner);
        if (
          !done[i] &&
          length < cost[i]! &&
          couldHelp(i, length) &&
          touches(corners[nearest]!, corner) &&
          sight(nearest, i)
        )
          cost[i] = length;
      });
    }
  };
}

interface Corner extends Point {
  readonly before: Point;
  readonly after: Point;
}

/** Whether a line from `from` passes the corner without entering the wall there: else no shortest way bends round it. */
function touches(corner: Corner, from: Point): boolean {
  return cross(from, corner, corner.before) * cross(from, corner, corner.after) >= 0;
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** Whether a segment stays in the region, its boundary included: it crosses no edge, and no part between touches is outside. */
function sightOf(region: Region): (a: Point, b: Point) => boolean {
  const edges = region.flatMap((ring) => ring.map((p, i) => [ring.at(i - 1)!, p] as const));
  const index = new Flatbush(edges.length);
  for (const [p, q] of edges) {
    index.add(Math.min(p.x, q.x), Math.min(p.y, q.y), Math.max(p.x, q.x), Math.max(p.y, q.y));
  }
  index.finish();
  const near = (a: Point, b: Point) =>
    index
      .search(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y))
      .map((i) => edges[i]!);
  const at = (a: Point, b: Point, t: number) => ({ x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) });
  return (a, b) => {
    const length = distance(a, b);
    const count = Math.max(1, Math.ceil(length / PIECE));
    const cuts = [0, 1];
    for (let i = 0; i < count; i++) {
      for (const [p, q] of near(at(a, b, i / count), at(a, b, (i + 1) / count))) {
        if (segmentsCross(a, b, p, q)) return false;
        if (cross(a, b, p) === 0)
          cuts.push(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length));
      }
    }
    const parts = cuts.filter((t) => t >= 0 && t <= 1).sort((s, t) => s - t);
    return parts.slice(1).every((t, i) => {
      const middle = at(a, b, (t + parts[i]!) / 2);
      return t - parts[i]! < 1e-9 || holds(region, near(middle, middle), middle);
    });
  };
}

function holds(region: Region, edges: readonly (readonly [Point, Point])[], point: Point): boolean {
  const isOnEdge = edges.some(([p, q]) => Math.abs(cross(p, q, point)) <= 1e-3 * distance(p, q));
  return isOnEdge || regionContains(region, { x: point.x / GRID, y: point.y / GRID });
}
