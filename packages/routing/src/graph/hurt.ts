import type { Point } from '@daoyin/geometry';
import type { Chains } from './chains';
import { type Blocks, blocksLine, blocksLineOutside } from './closure';
import type { DistanceTree } from './distance-tree';
import { addSeen, type Seen } from './seen';
import type { TautGraph } from './taut';
import { zoneHolds } from './zone';

/** Which segments of a graph are shut: in the rows, and along walls by their first state. */
export interface Hurt {
  readonly graph: TautGraph;
  readonly blocks: Blocks;
  readonly rows: Uint8Array;
  readonly walls: Uint8Array;
  /** The states that a shut segment begins at. */
  readonly states: number[];
  /** Of each corner whether it is inside shut floor, once that was asked for. */
  readonly corners: Uint8Array;
}

const FREE = 1;
const SHUT = 2;

/** For each chain the box of all segments that begin in it, as least x and y and most x and y: what is shut elsewhere does not touch them. */
export function reachOf({ x, y, along, offsets, targets }: TautGraph, { count, of }: Chains): Float64Array {
  const reach = new Float64Array(4 * count);
  for (let i = 0; i < reach.length; i++) reach[i] = i % 4 < 2 ? Infinity : -Infinity;
  const widen = (chain: number, state: number): void => {
    const i = 4 * chain;
    reach[i] = Math.min(reach[i]!, x[state]!);
    reach[i + 1] = Math.min(reach[i + 1]!, y[state]!);
    reach[i + 2] = Math.max(reach[i + 2]!, x[state]!);
    reach[i + 3] = Math.max(reach[i + 3]!, y[state]!);
  };
  for (let state = 0; state < of.length; state++) {
    const chain = of[state]!;
    widen(chain, state);
    if (along[state]! >= 0) widen(chain, along[state]!);
    for (let e = offsets[state]!; e < offsets[state + 1]!; e++) widen(chain, targets[e]!);
  }
  return reach;
}

export function hurtBy(graph: TautGraph, chains: Chains, reach: Float64Array, blocks: Blocks): Hurt {
  const { count, along, targets } = graph;
  const [rows, walls] = [new Uint8Array(targets.length), new Uint8Array(count)];
  const hurt: Hurt = { graph, blocks, rows, walls, states: [], corners: new Uint8Array(count >> 1) };
  const { minX, minY, maxX, maxY } = blocks.bounds;
  for (let chain = 0; chain < chains.count; chain++) {
    const i = 4 * chain;
    if (reach[i]! > maxX || reach[i + 2]! < minX || reach[i + 1]! > maxY || reach[i + 3]! < minY) continue;
    const last = chains.last[chain]!;
    for (let state = chains.first[chain]!; ; state = along[state]!) {
      markFrom(hurt, state);
      if (state === last) break;
    }
  }
  return hurt;
}

/** Marks the shut segments that begin at a state. */
function markFrom(hurt: Hurt, state: number): void {
  const { rows, walls, states } = hurt;
  const { along, offsets, targets } = hurt.graph;
  const isAll = isShut(hurt, state);
  let isAny = isAll;
  const following = along[state]!;
  if (following >= 0 && (isAll || isHurt(hurt, state, following))) {
    walls[state] = 1;
    isAny = true;
  }
  const end = offsets[state + 1]!;
  for (let e = offsets[state]!; e < end; e++) {
    if (!isAll && !isHurt(hurt, state, targets[e]!)) continue;
    rows[e] = 1;
    isAny = true;
  }
  if (isAny) states.push(state);
}

/** Whether a segment from a state outside of shut floor is shut. */
function isHurt(hurt: Hurt, state: number, target: number): boolean {
  if (isShut(hurt, target)) return true;
  const { x, y } = hurt.graph;
  // Both ways along a segment are asked for as one.
  const isForward = state >> 1 < target >> 1;
  const a = isForward ? state : target;
  const b = isForward ? target : state;
  return blocksLineOutside(hurt.blocks, x[a]!, y[a]!, x[b]!, y[b]!);
}

/** Whether a state's corner is inside shut floor. */
function isShut({ graph: { x, y }, blocks: { zone }, corners }: Hurt, state: number): boolean {
  const corner = state >> 1;
  if (corners[corner] === 0) corners[corner] = zoneHolds(zone, x[state]!, y[state]!) ? SHUT : FREE;
  return corners[corner] === SHUT;
}

/** Leaves of the corners that a point sees with nothing shut those that it still sees. */
export function keepUnhurt(hurt: Hurt, from: Point, seen: Seen): void {
  const { count, states, lengths, chains, rests, xs, ys } = seen;
  const { blocks } = hurt;
  seen.count = 0;
  if (zoneHolds(blocks.zone, from.x, from.y)) return;
  for (let i = 0; i < count; i++) {
    if (isShut(hurt, states[i]!) || blocksLineOutside(blocks, xs[i]!, ys[i]!, from.x, from.y)) continue;
    addSeen(seen, states[i]!, lengths[i]!, chains[i]!, rests[i]!, xs[i]!, ys[i]!);
  }
}

/** Whether a tree that was made with nothing shut is right now too: shutting only lengthens ways. */
export function isUnhurt({ root, starts, parent, distance }: DistanceTree, hurt: Hurt): boolean {
  const { graph, blocks, rows, walls, states } = hurt;
  const { x, y, along, offsets, targets } = graph;
  for (const state of states) {
    if (walls[state] === 1 && isBranch(parent, distance, state, along[state]!)) return false;
    for (let e = offsets[state]!; e < offsets[state + 1]!; e++)
      if (rows[e] === 1 && isBranch(parent, distance, state, targets[e]!)) return false;
  }
  return !starts.some((to) => blocksLine(blocks, root.x, root.y, x[to]!, y[to]!));
}

function isBranch(parent: Int32Array, distance: Float64Array, from: number, to: number): boolean {
  return parent[to] === from && distance[to]! < Infinity;
}
