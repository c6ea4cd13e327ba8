import { distance, distanceToSegment, type Point } from '@daoyin/geometry';
import type { Arc } from './curves';
import { lineOf, type PlanPath, radiusOf, segmentsOf } from './plan-shapes';

/** A door: the line that one steps over, and how it opens. */
export interface PlanDoor {
  readonly line: readonly [Point, Point];
  readonly type: 'swinging' | 'sliding';
}

type Segment = readonly [Point, Point];

const LEAF = { least: 0.4, most: 2.6 }; // m
const WIDTH = { least: 0.5, most: 8 }; // m of a door without a swing
const DEPTH = 0.7; // m: what is deeper than it is a room with a door's name
const NEAR = 0.15; // m

/**
 * The doors among what is drawn on layers of doors and windows. A swing is an arc about the hinge from the leaf's open end to
 * its closed one: the door is the line from hinge to the closed end. Two leaves that meet are one door. Blocks and
 * outlines without a swing are doors along their longer side.
 */
export function planDoors(paths: readonly PlanPath[], walls: readonly Segment[]): readonly PlanDoor[] {
  const drawn = paths.filter(({ role }) => role === 'door' || role === 'glass');
  const lines = drawn.filter(({ arcs }) => arcs.length === 0).flatMap((path) => segmentsOf(lineOf(path)));
  const bulged = drawn.filter(({ arcs }) => arcs.length > 0).flatMap((path) => segmentsOf(lineOf(path)));
  const swings = swingsOf(drawn);
  const leaves = swings.map((arc) => thresholdOf(arc, [...lines, ...bulged], walls));
  const plain = plainDoors(drawn, swings);
  return [...mergeLeaves(leaves), ...plain].filter(isFirstOfItsPlace);
}

/** The glass that closes a gap: no part of a door, which is what has a swing or is a leaf beside one. */
export function standingGlass(paths: readonly PlanPath[]): readonly PlanPath[] {
  const glass = paths.filter(({ role }) => role === 'glass');
  const swinging = glass.filter((path) => swingsOf([path]).length > 0);
  const doors = new Set(swinging.map(({ part }) => part?.id).filter((id) => id !== undefined));
  const swings = swingsOf(paths);
  return glass.filter(
    (path) =>
      !swinging.includes(path) && !(path.part && doors.has(path.part.id)) && !isInSwing(path.points, swings),
  );
}

/** Arcs that may be the swing of a leaf, each once. */
function swingsOf(paths: readonly PlanPath[]): readonly Arc[] {
  const arcs = paths
    .filter(({ role }) => role === 'door' || role === 'glass')
    .flatMap((path) => path.arcs)
    .filter((arc) => {
      const radius = radiusOf(arc);
      return radius >= LEAF.least && radius <= LEAF.most && isQuarter(arc);
    });
  return arcs.filter(
    (arc, i) =>
      !arcs.slice(0, i).some((other) => distance(arc.centre, other.centre) < NEAR && sameEnds(arc, other)),
  );
}

function sameEnds(a: Arc, b: Arc): boolean {
  const straight = distance(a.from, b.from) < NEAR && distance(a.to, b.to) < NEAR;
  return straight || (distance(a.from, b.to) < NEAR && distance(a.to, b.from) < NEAR);
}

/** Between 25° and 155°: less is a mark, more a round table. */
function isQuarter({ centre, from, to }: Arc): boolean {
  const angle = angleBetween(direction(centre, from), direction(centre, to));
  return angle > 25 && angle < 155;
}

function thresholdOf(arc: Arc, lines: readonly Segment[], walls: readonly Segment[]): Segment {
  const reach = 1.5 * radiusOf(arc);
  const [near, beside] = [lines, walls].map((all) => all.filter((one) => isNear(one, arc.centre, reach)));
  const [a, b] = [arc.from, arc.to].map((end) => {
    const line: Segment = [arc.centre, end];
    return { line, isLeaf: near!.some((drawn) => liesAlong(drawn, line)), walls: wallsAlong(line, beside!) };
  }) as [Candidate, Candidate];
  if (a.isLeaf !== b.isLeaf) return a.isLeaf ? b.line : a.line;
  return a.walls >= b.walls ? a.line : b.line;
}

/** Whether the box around a segment comes near a point. */
function isNear([p, q]: Segment, { x, y }: Point, reach: number): boolean {
  return (
    Math.min(p.x, q.x) < x + reach &&
    Math.max(p.x, q.x) > x - reach &&
    Math.min(p.y, q.y) < y + reach &&
    Math.max(p.y, q.y) > y - reach
  );
}

interface Candidate {
  readonly line: Segment;
  readonly isLeaf: boolean;
  readonly walls: number;
}

/** Whether a drawn line covers most of a leaf, in its thickness. */
function liesAlong([p, q]: Segment, [hinge, end]: Segment): boolean {
  const leaf = distance(hinge, end);
  if (distance(p, q) < 0.7 * leaf) return false;
  return Math.max(distanceToSegment(p, hinge, end), distanceToSegment(q, hinge, end)) < 0.12 * leaf;
}

const PARALLEL = 6; // degrees

/** How well walls lie in the line of a closed leaf: those that go on where it ends, and one that nobody broke for the door. */
function wallsAlong([hinge, end]: Segment, walls: readonly Segment[]): number {
  const along = direction(hinge, end);
  const middle = { x: (hinge.x + end.x) / 2, y: (hinge.y + end.y) / 2 };
  return walls.reduce((sum, [a, b]) => {
    const angle = angleBetween(along, direction(a, b));
    if (Math.min(angle, 180 - angle) > PARALLEL) return sum;
    const under = distanceToSegment(middle, a, b);
    if (under < 0.4 * distance(hinge, end)) return sum + Math.max(0, 0.9 - 4 * under);
    return [hinge, end].some((point) => distanceToSegment(point, a, b) < 0.35) ? sum + 1 : sum;
  }, 0);
}

function mergeLeaves(leaves: readonly Segment[]): readonly PlanDoor[] {
  const merged = new Set<Segment>();
  return leaves.flatMap((leaf, i): readonly PlanDoor[] => {
    if (merged.has(leaf)) return [];
    const other = leaves.slice(i + 1).find((one) => !merged.has(one) && meet(leaf, one));
    if (other) merged.add(other);
    return [{ line: other ? [leaf[0], other[0]] : leaf, type: 'swinging' }];
  });
}

/** Two leaves whose closed ends meet in one line. */
function meet(a: Segment, b: Segment): boolean {
  const straight = angleBetween(direction(...a), direction(...b)) > 170;
  return straight && distance(a[1], b[1]) < NEAR;
}

/** Doors without a swing: a block, or outlines that touch, as long as a door and no deeper than a wall. */
function plainDoors(drawn: readonly PlanPath[], swings: readonly Arc[]): readonly PlanDoor[] {
  const groups = new Map<unknown, PlanPath[]>();
  for (const path of drawn.filter(({ role }) => role === 'door')) {
    const key = path.part?.id ?? path;
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups.values()].flatMap((group): readonly PlanDoor[] => {
    const points = group.flatMap((path) => path.points);
    if (group.some(({ arcs }) => arcs.length > 0) || isInSwing(points, swings)) return [];
    const line = longAxis(points, group);
    return line ? [{ line, type: 'sliding' }] : [];
  });
}

/** A leaf drawn beside its arc. */
function isInSwing(points: readonly Point[], swings: readonly Arc[]): boolean {
  return swings.some((arc) => points.every((p) => distance(p, arc.centre) < radiusOf(arc) + NEAR));
}

/** The middle line of the box around points, along their longest stroke. */
function longAxis(points: readonly Point[], group: readonly PlanPath[]): Segment | undefined {
  const longest = group
    .flatMap((path) => segmentsOf(lineOf(path)))
    .reduce((a, b) => (distance(b[0], b[1]) > distance(a[0], a[1]) ? b : a));
  const u = direction(...longest);
  const along = points.map((p) => p.x * u.x + p.y * u.y);
  const across = points.map((p) => p.y * u.x - p.x * u.y);
  const [a0, a1, c0, c1] = [Math.min(...along), Math.max(...along), Math.min(...across), Math.max(...across)];
  if (a1 - a0 < WIDTH.least || a1 - a0 > WIDTH.most || c1 - c0 > DEPTH) return undefined;
  const c = (c0 + c1) / 2;
  const at = (t: number): Point => ({ x: t * u.x - c * u.y, y: t * u.y + c * u.x });
  return [at(a0), at(a1)];
}

/** Several lines of one sliding door, or a threshold beside a swing, are one door. */
function isFirstOfItsPlace({ line }: PlanDoor, index: number, doors: readonly PlanDoor[]): boolean {
  const middle = middleOf(line);
  return !doors
    .slice(0, index)
    .some(
      ({ line: [a, b] }) => distanceToSegment(middle, a, b) < 0.3 && distance(middle, middleOf([a, b])) < 0.6,
    );
}

function middleOf([a, b]: Segment): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function direction(a: Point, b: Point): Point {
  const length = distance(a, b) || 1;
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}

/** In degrees, 0 to 180. */
function angleBetween(u: Point, v: Point): number {
  return (Math.acos(Math.max(-1, Math.min(1, u.x * v.x + u.y * v.y))) * 180) / Math.PI;
}
