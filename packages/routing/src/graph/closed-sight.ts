import { cross } from '@daoyin/geometry';
import { type Placed, placeExactly } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import type { Region } from '../space/clip';
import { type Blocks, blocksOf, type Closure } from './closure';
import { arrivalState, type Bends } from './corners';
import type { DistanceTree } from './distance-tree';
import type { Sight } from './sight';
import type { TautGraph } from './taut';
import { addSeen, emptySeen, keepSeen } from './views';

/** A sight in which something is shut. */
export interface ClosedSight extends Sight {
  /** Whether a tree that was made with nothing shut is right now too: shutting only lengthens ways. */
  readonly isUnhurt: (tree: DistanceTree) => boolean;
}

/**
 * Shuts doors and floor on a level whose graph is known: segments that cross what is shut are taken out, and the corners of the shut
 * floor that a path may bend at are added with what they see. Neither mesh nor views are made anew.
 */
export function closedSight(mesh: Mesh, open: Sight, closure: Closure): ClosedSight {
  const blocks = blocksOf(closure);
  const corners = cornersOfZone(mesh, closure.zone);
  const first = open.graph.count;
  const line: Sight['line'] = (a, b) => !blocks(a.x, a.y, b.x, b.y) && open.line(a, b);
  const onOpen: Sight['round'] = (from, seen) => {
    const { x, y } = open.graph;
    open.round(from, seen);
    keepSeen(seen, (state) => !blocks(x[state]!, y[state]!, from.x, from.y));
  };
  const round: Sight['round'] = (from, seen) => {
    onOpen(from, seen);
    corners.placed.forEach((at, i) => {
      const [dx, dy] = [from.x - at.x, from.y - at.y];
      const state = dx === 0 && dy === 0 ? 2 * i : arrivalState(corners, i, dx, dy);
      if (state < 0 || !line(at, from)) return;
      addSeen(seen, first + state, Math.hypot(dx, dy));
      if (dx === 0 && dy === 0) addSeen(seen, first + state + 1, 0);
    });
  };
  const { links, hurt } = linksOf(open.graph, blocks);
  linkCorners(corners, first, { x: open.graph.x, y: open.graph.y, round: onOpen, line }, links);
  const graph = graphOf(open.graph, corners.placed, links);
  const isUnhurt: ClosedSight['isUnhurt'] = ({ root, parent, distance }) => {
    if (corners.placed.length > 0) return false;
    const { x, y } = open.graph;
    if (hurt.some(([from, to]) => parent[to] === from && distance[to]! < Infinity)) return false;
    return parent.every(
      (from, to) => from >= 0 || distance[to] === Infinity || !blocks(root.x, root.y, x[to]!, y[to]!),
    );
  };
  // Ways only get longer: bounds stay bounds as long as there are no other corners.
  const clusters = corners.placed.length === 0 ? open.clusters : undefined;
  return { graph, clusters, round, line, isUnhurt };
}

/** Corners of the shut floor. */
interface ZoneCorners extends Bends {
  readonly placed: readonly Placed[];
}

/** The vertices that stand out of the shut floor into free floor, with the free floor on the left of its edges. */
function cornersOfZone(mesh: Mesh, zone: Region): ZoneCorners {
  const found = zone.flatMap((ring) =>
    ring.flatMap((at, i) => {
      const [before, after] = [ring[(i + 1) % ring.length]!, ring.at(i - 1)!];
      if (cross(before, at, after) > 0) return [];
      const placed = placeExactly(mesh, at.x, at.y);
      return placed === undefined ? [] : [{ before, after, placed }];
    }),
  );
  return {
    placed: found.map(({ placed }) => placed),
    inX: Float64Array.from(found, ({ before, placed }) => placed.x - before.x),
    inY: Float64Array.from(found, ({ before, placed }) => placed.y - before.y),
    outX: Float64Array.from(found, ({ after, placed }) => after.x - placed.x),
    outY: Float64Array.from(found, ({ after, placed }) => after.y - placed.y),
  };
}

/** Directed segments of a graph in the making. */
interface Links {
  readonly from: number[];
  readonly to: number[];
  readonly length: number[];
}

/** The graph's segments that are not shut, those along walls among them, and the pairs of states whose segment is. */
function linksOf({ count, x, y, along, alongLength, offsets, targets, lengths }: TautGraph, blocks: Blocks) {
  const links: Links = { from: [], to: [], length: [] };
  const hurt: [number, number][] = [];
  const offer = (from: number, to: number, length: number): void => {
    if (blocks(x[from]!, y[from]!, x[to]!, y[to]!)) hurt.push([from, to]);
    else add(links, from, to, length);
  };
  for (let state = 0; state < count; state++) {
    if (along[state]! >= 0) offer(state, along[state]!, alongLength[state]!);
    for (let e = offsets[state]!; e < offsets[state + 1]!; e++) offer(state, targets[e]!, lengths[e]!);
  }
  return { links, hurt };
}

function add({ from, to, length }: Links, a: number, b: number, metres: number): void {
  from.push(a);
  to.push(b);
  length.push(metres);
}

function linkCorners(
  corners: ZoneCorners,
  first: number,
  { x, y, round, line }: Pick<TautGraph, 'x' | 'y'> & Pick<Sight, 'round' | 'line'>,
  links: Links,
): void {
  const seen = emptySeen();
  corners.placed.forEach((at, i) => {
    round(at, seen);
    for (let k = 0; k < seen.count; k++) {
      const from = seen.states[k]!;
      const state = arrivalState(corners, i, at.x - x[from]!, at.y - y[from]!);
      if (state < 0) continue;
      add(links, from, first + state, seen.lengths[k]!);
      add(links, (first + state) ^ 1, from ^ 1, seen.lengths[k]!);
    }
    for (let j = 0; j < i; j++) {
      const other = corners.placed[j]!;
      const [dx, dy] = [at.x - other.x, at.y - other.y];
      const [leaving, arriving] = [arrivalState(corners, j, dx, dy), arrivalState(corners, i, dx, dy)];
      if (leaving < 0 || arriving < 0 || !line(other, at)) continue;
      add(links, first + leaving, first + arriving, Math.hypot(dx, dy));
      add(links, (first + arriving) ^ 1, (first + leaving) ^ 1, Math.hypot(dx, dy));
    }
  });
}

/** The links in compressed rows, with the corners of the shut floor as further states. */
function graphOf(open: TautGraph, placed: readonly Placed[], { from, to, length }: Links): TautGraph {
  const count = open.count + 2 * placed.length;
  const offsets = new Int32Array(count + 1);
  for (const state of from) offsets[state + 1]!++;
  for (let state = 0; state < count; state++) offsets[state + 1]! += offsets[state]!;
  const filled = offsets.slice();
  const targets = new Int32Array(from.length);
  const lengths = new Float64Array(from.length);
  from.forEach((state, i) => {
    const e = filled[state]!++;
    targets[e] = to[i]!;
    lengths[e] = length[i]!;
  });
  const withCorners = (of: Float64Array, pick: (at: Placed) => number) =>
    Float64Array.from([...of, ...placed.flatMap((at) => [pick(at), pick(at)])]);
  return {
    count,
    x: withCorners(open.x, ({ x }) => x),
    y: withCorners(open.y, ({ y }) => y),
    along: new Int32Array(count).fill(-1),
    alongLength: new Float64Array(count),
    offsets,
    targets,
    lengths,
  };
}
