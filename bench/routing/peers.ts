import { boundsOfAreas, type MultiPolygon, multiPolygonContains, type Point } from '@daoyin/geometry';
import earcut from 'earcut';
import createGraph from 'ngraph.graph';
import { aStar } from 'ngraph.path';
import { init, NavMeshQuery } from 'recast-navigation';
import { generateSoloNavMesh } from 'recast-navigation/generators';
import { BufferAttribute, BufferGeometry, Vector3 } from 'three';
import { Pathfinding } from 'three-pathfinding';

/** A peer on the same walkable space: its path in metres from start to goal, undefined for none. */
export interface Peer {
  readonly name: string;
  readonly buildMs: number;
  readonly find: (from: Point, to: Point) => readonly Point[] | undefined;
}

interface Triangles {
  readonly positions: number[];
  readonly indices: number[];
}

/** The space as triangles in three dimensions: x, 0, −y, upwards. */
function trianglesOf(areas: MultiPolygon): Triangles {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const { outer, holes } of areas) {
    const rings = [outer, ...holes];
    const first = positions.length / 3;
    const starts: number[] = [];
    const flat = rings.flatMap((ring, i) => {
      if (i > 0) starts.push(rings.slice(0, i).reduce((sum, { length }) => sum + length, 0));
      return ring.flatMap(({ x, y }) => [x, y]);
    });
    for (let i = 0; i < flat.length; i += 2) positions.push(flat[i]!, 0, -flat[i + 1]!);
    const triangles = earcut(flat, starts);
    for (let i = 0; i < triangles.length; i += 3) {
      const [a, b, c] = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!];
      const cross =
        (flat[2 * b]! - flat[2 * a]!) * (flat[2 * c + 1]! - flat[2 * a + 1]!) -
        (flat[2 * b + 1]! - flat[2 * a + 1]!) * (flat[2 * c]! - flat[2 * a]!);
      indices.push(...(cross > 0 ? [a, b, c] : [a, c, b]).map((v) => first + v));
    }
  }
  return { positions, indices };
}

/** recast-navigation: cells of 0.1 m, no further inset, since the space is inset already. */
export async function recastPeer(areas: MultiPolygon): Promise<Peer> {
  await init();
  const before = performance.now();
  const { positions, indices } = trianglesOf(areas);
  const built = generateSoloNavMesh(positions, indices, {
    cs: 0.1,
    ch: 0.1,
    walkableRadius: 0,
    walkableHeight: 1,
    walkableClimb: 0,
    maxSimplificationError: 1,
    minRegionArea: 4,
    maxEdgeLen: 0,
  });
  if (!built.success) throw new Error(`recast-navigation: ${built.error}`);
  const query = new NavMeshQuery(built.navMesh);
  query.defaultQueryHalfExtents = { x: 0.5, y: 0.5, z: 0.5 };
  const find: Peer['find'] = (from, to) => {
    const { success, path } = query.computePath({ x: from.x, y: 0, z: -from.y }, { x: to.x, y: 0, z: -to.y });
    const end = path.at(-1);
    if (!success || end === undefined || Math.hypot(end.x - to.x, end.z + to.y) > 0.5) return undefined;
    return [from, ...path.map(({ x, z }) => ({ x, y: -z })), to];
  };
  return { name: 'recast-navigation', buildMs: performance.now() - before, find };
}

/** three-pathfinding on the plain triangles. */
export function threePeer(areas: MultiPolygon): Peer {
  const before = performance.now();
  const { positions, indices } = trianglesOf(areas);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setIndex(indices);
  const pathfinding = new Pathfinding();
  pathfinding.setZoneData('hall', Pathfinding.createZone(geometry));
  const find: Peer['find'] = (from, to) => {
    const [a, b] = [new Vector3(from.x, 0, -from.y), new Vector3(to.x, 0, -to.y)];
    const group = pathfinding.getGroup('hall', a);
    const path = pathfinding.findPath(a, b, 'hall', group);
    if (!path || path.length === 0) return undefined;
    return [from, ...path.map(({ x, z }) => ({ x, y: -z }))];
  };
  return { name: 'three-pathfinding', buildMs: performance.now() - before, find };
}

/** ngraph.path: A* on a grid of 0.25 m with eight neighbours. */
export function gridPeer(areas: MultiPolygon, cell = 0.25): Peer {
  const before = performance.now();
  const { minX, minY, maxX, maxY } = boundsOfAreas(areas);
  const columns = Math.ceil((maxX - minX) / cell);
  const rows = Math.ceil((maxY - minY) / cell);
  const graph = createGraph<Point, number>();
  const centre = (c: number, r: number): Point => ({
    x: minX + (c + 0.5) * cell,
    y: minY + (r + 0.5) * cell,
  });
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (multiPolygonContains(areas, centre(c, r))) graph.addNode(r * columns + c, centre(c, r));
    }
  }
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      for (const [dc, dr] of [
        [1, 0],
        [0, 1],
        [1, 1],
        [-1, 1],
      ] as const) {
        const [a, b] = [r * columns + c, (r + dr) * columns + c + dc];
        if (c + dc < 0 || c + dc >= columns || !graph.hasNode(a) || !graph.hasNode(b)) continue;
        graph.addLink(a, b, cell * Math.hypot(dc, dr));
      }
    }
  }
  const distance = (a: { data: Point }, b: { data: Point }) =>
    Math.hypot(a.data.x - b.data.x, a.data.y - b.data.y);
  const finder = aStar(graph, { distance: (_a, _b, link) => link.data, heuristic: distance });
  const cellOf = ({ x, y }: Point) => Math.floor((y - minY) / cell) * columns + Math.floor((x - minX) / cell);
  const find: Peer['find'] = (from, to) => {
    const [a, b] = [cellOf(from), cellOf(to)];
    if (!graph.hasNode(a) || !graph.hasNode(b)) return undefined;
    const path = finder.find(a, b);
    if (path.length === 0) return undefined;
    return [from, ...path.map(({ data }) => data), to];
  };
  return { name: `ngraph.path, ${cell} m grid`, buildMs: performance.now() - before, find };
}
