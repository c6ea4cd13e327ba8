import { cross } from '@daoyin/geometry';
import { type Placed, placeExactly } from '../mesh/locate';
import type { Mesh } from '../mesh/mesh';
import type { Region } from '../space/clip';
import { withSingles } from './chains';
import { blocksLine, blocksOf, type Closure } from './closure';
import { arrivalState, type Bends } from './corners';
import type { DistanceTree } from './distance-tree';
import { type Hurt, hurtBy, isUnhurt, keepUnhurt } from './hurt';
import { addSeen, emptySeen } from './seen';
import type { OpenSight, Sight } from './sight';
import type { TautGraph } from './taut';

/** A sight in which something is shut. */
export interface ClosedSight extends Sight {
  /** Whether a tree that was made with nothing shut is right now too: shutting only lengthens ways. */
  readonly isUnhurt: (tree: DistanceTree) => boolean;
}

/**
 * Shuts doors and floor on a level whose graph is known: segments that cross what is shut are taken out, and the corners of the shut
 * floor that a path may bend at are added with what they see. Neither mesh nor views are made anew.
 */
export function closedSight(mesh: Mesh, open: OpenSight, closure: Closure): ClosedSight {
  const blocks = blocksOf(closure);
  const corners = cornersOfZone(mesh, closure.zone.region);
  const first = open.graph.count;
  const hurt = hurtBy(open.graph, open.chains, open.reach, blocks);
  const line: Sight['line'] = (a, b) => !blocksLine(blocks, a.x, a.y, b.x, b.y) && open.line(a, b);
  const onOpen: Sight['round'] = (from, seen) => {
    open.round(from, seen);
    keepUnhurt(hurt, from, seen);
  };
  const round: Sight['round'] = (from, seen) => {
    onOpen(from, seen);
    corners.placed.forEach((at, i) => {
      const [dx, dy] = [from.x - at.x, from.y - at.y];
      const state = dx === 0 && dy === 0 ? 2 * i : arrivalState(corners, i, dx, dy);
      if (state < 0 || !line(at, from)) return;
      const chain = open.chains.count + state;
      addSeen(seen, first + state, Math.hypot(dx, dy), chain, 0, at.x, at.y);
      if (dx === 0 && dy === 0) addSeen(seen, first + state + 1, 0, chain + 1, 0, at.x, at.y);
    });
  };
  const links: Links = { from: [], to: [], length: [] };
  linkCorners(corners, first, { x: open.graph.x, y: open.graph.y, round: onOpen, line }, links);
  const graph = graphOf(open.graph, hurt, corners.placed, links);
  // Ways only get longer: bounds stay bounds as long as there are no other corners.
  const rows = corners.placed.length === 0 ? open.rows : undefined;
  const chains = withSingles(open.chains, corners.placed.length);
  return {
    graph,
    chains,
    rows,
    rowsAreExact: false,
    round,
    line,
    isUnhurt: (tree) => corners.placed.length === 0 && isUnhurt(tree, hurt),
  };
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

/** Segments that are added to a graph. */
interface Links {
  readonly from: number[];
  readonly to: number[];
  readonly length: number[];
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

/** The graph without what is shut, with the corners of the shut floor as further states. */
function graphOf(open: TautGraph, hurt: Hurt, placed: readonly Placed[], added: Links): TautGraph {
  const count = open.count + 2 * placed.length;
  const offsets = new Int32Array(count + 1);
  for (const state of added.from) offsets[state + 1]!++;
  for (let state = 0; state < open.count; state++) {
    for (let e = open.offsets[state]!; e < open.offsets[state + 1]!; e++)
      offsets[state + 1]! += 1 - hurt.rows[e]!;
  }
  for (let state = 0; state < count; state++) offsets[state + 1]! += offsets[state]!;
  const filled = offsets.slice();
  const targets = new Int32Array(offsets[count]!);
  const lengths = new Float64Array(offsets[count]!);
  const put = (state: number, target: number, length: number): void => {
    const e = filled[state]!++;
    targets[e] = target;
    lengths[e] = length;
  };
  for (let state = 0; state < open.count; state++) {
    for (let e = open.offsets[state]!; e < open.offsets[state + 1]!; e++) {
      if (hurt.rows[e] === 0) put(state, open.targets[e]!, open.lengths[e]!);
    }
  }
  added.from.forEach((state, i) => {
    put(state, added.to[i]!, added.length[i]!);
  });
  const along = new Int32Array(count).fill(-1);
  along.set(open.along);
  for (let state = 0; state < open.count; state++) if (hurt.walls[state] === 1) along[state] = -1;
  const alongLength = new Float64Array(count);
  alongLength.set(open.alongLength);
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  x.set(open.x);
  y.set(open.y);
  placed.forEach((at, i) => {
    x.fill(at.x, open.count + 2 * i, open.count + 2 * i + 2);
    y.fill(at.y, open.count + 2 * i, open.count + 2 * i + 2);
  });
  return { count, x, y, along, alongLength, offsets, targets, lengths };
}
