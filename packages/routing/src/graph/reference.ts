import { cross, type Point, segmentsCross } from '@daoyin/geometry';
import { GRID, type Region } from '../space/clip';
import { regionContains } from '../space/level-parts';

/**
 * An independent reference for tests and benches: lengths by Dijkstra over the plain visibility graph of all the region's
 * corners, each sight tested against every edge. Slow, and sharing nothing with the mesh, the sweep or the taut graph.
 */
export function visibilityGraphLength(region: Region): (from: Point, to: Point) => number {
  const corners = region.flatMap((ring) =>
    ring.filter((p, i) => cross(ring.at(i - 1)!, p, ring[(i + 1) % ring.length]!) < 0),
  );
  const edges = region.flatMap((ring) => ring.map((p, i) => [ring.at(i - 1)!, p] as const));
  const sees = sightOf(region, edges);
  const sight = corners.map((a) => corners.map((b): number => (a === b ? 0 : -1)));
  const lengthBetween = (i: number, j: number): number => {
    if (sight[i]![j] === -1) {
      const length = sees(corners[i]!, corners[j]!) ? distance(corners[i]!, corners[j]!) : Infinity;
      sight[i]![j] = length;
      sight[j]![i] = length;
    }
    return sight[i]![j]!;
  };
  return (from, to) => {
    if (sees(from, to)) return distance(from, to);
    const cost = corners.map((corner) => (sees(from, corner) ? distance(from, corner) : Infinity));
    const done = corners.map(() => false);
    let best = Infinity;
    for (;;) {
      let nearest = -1;
      cost.forEach((c, i) => {
        if (!done[i] && c < (nearest < 0 ? Infinity : cost[nearest]!)) nearest = i;
      });
      if (nearest < 0 || cost[nearest]! >= best) return best;
      done[nearest] = true;
      if (cost[nearest]! + distance(corners[nearest]!, to) < best && sees(corners[nearest]!, to)) {
        best = cost[nearest]! + distance(corners[nearest]!, to);
      }
      corners.forEach((_, i) => {
        if (!done[i] && cost[nearest]! + distance(corners[nearest]!, corners[i]!) < cost[i]!) {
          cost[i] = Math.min(cost[i]!, cost[nearest]! + lengthBetween(nearest, i));
        }
      });
    }
  };
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** Whether a segment stays in the region, its boundary included: it crosses no edge, and no part between touches is outside. */
function sightOf(
  region: Region,
  edges: readonly (readonly [Point, Point])[],
): (a: Point, b: Point) => boolean {
  return (a, b) => {
    const [minX, maxX] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
    const [minY, maxY] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
    const cuts = [0, 1];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const squared = dx * dx + dy * dy;
    for (const [p, q] of edges) {
      if (Math.max(p.x, q.x) < minX || Math.min(p.x, q.x) > maxX) continue;
      if (Math.max(p.y, q.y) < minY || Math.min(p.y, q.y) > maxY) continue;
      if (segmentsCross(a, b, p, q)) return false;
      if (cross(a, b, p) === 0) cuts.push(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared);
      const onEdge = (e: Point) => cross(p, q, e) === 0;
      if (onEdge(a) || onEdge(b)) continue;
    }
    const parts = cuts.filter((t) => t >= 0 && t <= 1).sort((s, t) => s - t);
    return parts.slice(1).every((t, i) => {
      const middle = (t + parts[i]!) / 2;
      return t - parts[i]! < 1e-9 || holds(region, edges, { x: a.x + middle * dx, y: a.y + middle * dy });
    });
  };
}

function holds(region: Region, edges: readonly (readonly [Point, Point])[], point: Point): boolean {
  if (regionContains(region, { x: point.x / GRID, y: point.y / GRID })) return true;
  return edges.some(([p, q]) => {
    const length = distance(p, q);
    if (Math.abs(cross(p, q, point)) > 1e-3 * length) return false;
    const along = ((point.x - p.x) * (q.x - p.x) + (point.y - p.y) * (q.y - p.y)) / length;
    return along >= 0 && along <= length;
  });
}
