import type { Point, Ring } from '@daoyin/geometry';

/** The point at the same distance from `from` as `to`, on the nearest multiple of `step` radians from `reference`. */
export function atAngle(from: Point, to: Point, step = Math.PI / 4, reference = 0): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const angle = Math.atan2(to.y - from.y, to.x - from.x) - reference;
  const snapped = Math.round(angle / step) * step + reference;
  return { x: from.x + length * Math.cos(snapped), y: from.y + length * Math.sin(snapped) };
}

/** The point `length` metres from `from` in the direction of `to`; `from` itself where they are one. */
export function atLength(from: Point, to: Point, length: number): Point {
  const given = Math.hypot(to.x - from.x, to.y - from.y);
  if (given === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / given, y: from.y + ((to.y - from.y) * length) / given };
}

/** How far a corner may be from a right or straight one to be made it, in radians. */
const TOLERANCE = Math.PI / 6;

/**
 * A ring with right angles: each edge is turned about its middle to the nearest of the two directions of the longest edge, and
 * corners are where neighbouring edges meet. Edges that are slanted on purpose (over 30° off) stay.
 */
export function squared(ring: Ring): Ring {
  if (ring.length < 3) return ring;
  const edges = ring.map((a, i) => [a, ring[(i + 1) % ring.length]!] as const);
  const longest = edges.reduce((p, q) => (lengthOf(q) > lengthOf(p) ? q : p));
  const reference = angleOf(longest);
  const lines = edges.map((edge) => {
    const off =
      Math.round((angleOf(edge) - reference) / (Math.PI / 2)) * (Math.PI / 2) + reference - angleOf(edge);
    const angle = Math.abs(wrapped(off)) <= TOLERANCE ? angleOf(edge) + off : angleOf(edge);
    const [a, b] = edge;
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, angle };
  });
  return ring.map((corner, i) => meeting(lines[(i + lines.length - 1) % lines.length]!, lines[i]!) ?? corner);
}

interface Line {
  readonly middle: Point;
  readonly angle: number;
}

/** Where two lines meet; undefined for ones that are nearly parallel. */
function meeting(p: Line, q: Line): Point | undefined {
  const [px, py, qx, qy] = [Math.cos(p.angle), Math.sin(p.angle), Math.cos(q.angle), Math.sin(q.angle)];
  const cross = px * qy - py * qx;
  if (Math.abs(cross) < 1e-6) return undefined;
  const t = ((q.middle.x - p.middle.x) * qy - (q.middle.y - p.middle.y) * qx) / cross;
  return { x: p.middle.x + t * px, y: p.middle.y + t * py };
}

type Edge = readonly [Point, Point];
const lengthOf = ([a, b]: Edge): number => Math.hypot(b.x - a.x, b.y - a.y);
const angleOf = ([a, b]: Edge): number => Math.atan2(b.y - a.y, b.x - a.x);
const wrapped = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));

/** A rectangle between two opposite corners, turned by `angle` radians. */
export function rectangleRing(a: Point, b: Point, angle = 0): Ring {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [u, v] = [dx * cos + dy * sin, dy * cos - dx * sin];
  const corner = (right: number, up: number): Point => ({
    x: a.x + right * cos - up * sin,
    y: a.y + right * sin + up * cos,
  });
  return [a, corner(u, 0), b, corner(0, v)];
}
