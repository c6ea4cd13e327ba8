import { type MultiPolygon, type Point, type Polygon, type Ring, signedArea } from '@daoyin/geometry';
import earcut from 'earcut';
import { channels, type Rgb, shade } from '../colour';

/** Arrays for one indexed mesh in the frame of its storey: metres, x east, y above the floor, z south. Colours are RGBA bytes, light included. */
export interface MeshArrays {
  readonly positions: Float32Array;
  readonly colours: Uint8Array;
  readonly indices: Uint32Array;
}

/** A vertex of a storey: venue point and height above the floor. */
export interface Vertex extends Point {
  readonly height: number;
}

/** A thing that stands on the floor: what bakes shade and hides labels. */
export interface Occluder {
  readonly ring: Ring;
  readonly height: number;
}

export interface Finish {
  readonly top: Rgb;
  readonly side: Rgb;
  /** Brightness of a side where it meets the floor, against its upper edge. */
  readonly foot?: number;
  readonly alpha?: number;
}

/** A rectangle that may be turned: centre, unit vector along its length, half length and half width in metres. */
export interface Slab {
  readonly centre: Point;
  readonly along: Point;
  readonly halfLength: number;
  readonly halfWidth: number;
}

const FOOT = 0.88;

/** Collects triangles; a value with state, made once for each mesh and thrown away after `arrays()`. */
export function meshBuilder() {
  const positions: number[] = [];
  const colours: number[] = [];
  const indices: number[] = [];

  function vertex({ x, y, height }: Vertex, colour: Rgb, alpha = 1): number {
    positions.push(x, height, -y);
    colours.push(...channels(colour), Math.round(alpha * 255));
    return positions.length / 3 - 1;
  }

  /** A quadrilateral, counter-clockwise as seen from its front. */
  function quad(corners: readonly [Vertex, Vertex, Vertex, Vertex], tones: readonly Rgb[], alpha = 1): void {
    const [a, b, c, d] = corners.map((corner, i) => vertex(corner, tones[i % tones.length]!, alpha));
    indices.push(a!, b!, c!, a!, c!, d!);
  }

  function flat(polygon: Polygon, height: number, colour: Rgb, alpha = 1): void {
    const rings = [polygon.outer, ...polygon.holes];
    const first = positions.length / 3;
    const holes: number[] = [];
    const coordinates: number[] = [];
    for (const ring of rings) {
      if (ring !== polygon.outer) holes.push(coordinates.length / 2);
      for (const { x, y } of ring) {
        coordinates.push(x, y);
        vertex({ x, y, height }, colour, alpha);
      }
    }
    const triangles = earcut(coordinates, holes);
    for (let i = 0; i < triangles.length; i += 3) {
      const [a, b, c] = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!];
      const up = turn(coordinates, a, b, c) > 0;
      indices.push(first + a, first + (up ? b : c), first + (up ? c : b));
    }
  }

  /** The side faces over the edges of a ring; outward for a counter-clockwise one. */
  function skirt(ring: Ring, low: number, high: number, colour: Rgb, foot = FOOT, alpha = 1): void {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[j]!;
      const b = ring[i]!;
      const length = Math.hypot(b.x - a.x, b.y - a.y);
      if (length < 1e-6) continue;
      const tone = shade(colour, sideLight((b.y - a.y) / length, (a.x - b.x) / length));
      const dark = shade(tone, foot);
      quad(
        [
          { ...a, height: low },
          { ...b, height: low },
          { ...b, height: high },
          { ...a, height: high },
        ],
        [dark, dark, tone, tone],
        alpha,
      );
    }
  }

  function prism(areas: MultiPolygon, low: number, high: number, finish: Finish): void {
    for (const polygon of areas) {
      flat(polygon, high, finish.top, finish.alpha);
      for (const ring of [polygon.outer, ...polygon.holes]) {
        skirt(ring, low, high, finish.side, finish.foot, finish.alpha);
      }
    }
  }

  function box(slab: Slab, low: number, high: number, finish: Finish): void {
    prism([{ outer: slabRing(slab), holes: [] }], low, high, finish);
  }

  function arrays(): MeshArrays {
    return {
      positions: new Float32Array(positions),
      colours: new Uint8Array(colours),
      indices: new Uint32Array(indices),
    };
  }

  return { vertex, quad, flat, skirt, prism, box, triangle, arrays };

  function triangle(a: number, b: number, c: number): void {
    indices.push(a, b, c);
  }
}

export type MeshBuilder = ReturnType<typeof meshBuilder>;

/** The corners of a rectangle, counter-clockwise. */
export function slabRing({ centre, along, halfLength, halfWidth }: Slab): Ring {
  const across = { x: -along.y, y: along.x };
  const corner = (u: number, v: number): Point => ({
    x: centre.x + along.x * u * halfLength + across.x * v * halfWidth,
    y: centre.y + along.y * u * halfLength + across.y * v * halfWidth,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** A point of a rectangle's own frame: metres along and across from its centre. */
export function slabPoint({ centre, along }: Slab, u: number, v: number): Point {
  return { x: centre.x + along.x * u - along.y * v, y: centre.y + along.y * u + along.x * v };
}

/** The rectangle of least area around a ring, by trying each edge's direction; the length is the longer side. */
export function slabAround(ring: Ring): Slab {
  let best: Slab | undefined;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!;
    const b = ring[i]!;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length < 1e-6) continue;
    const fit = slabAlong(ring, { x: (b.x - a.x) / length, y: (b.y - a.y) / length });
    if (!best || fit.halfLength * fit.halfWidth < best.halfLength * best.halfWidth - 1e-9) best = fit;
  }
  if (!best) throw new RangeError(`Expected a ring with an edge, got ${ring.length} points.`);
  return best;
}

/** Whether a ring is, within 3 % of its area, the rectangle around it. */
export function isRectangle(ring: Ring, slab: Slab): boolean {
  return Math.abs(signedArea(ring)) > 0.97 * 4 * slab.halfLength * slab.halfWidth;
}

function slabAlong(ring: Ring, along: Point): Slab {
  const us = ring.map((p) => p.x * along.x + p.y * along.y);
  const vs = ring.map((p) => p.y * along.x - p.x * along.y);
  const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  const centre = { x: u * along.x - v * along.y, y: u * along.y + v * along.x };
  const [half, halfAcross] = [(u1 - u0) / 2, (v1 - v0) / 2];
  return half >= halfAcross
    ? { centre, along, halfLength: half, halfWidth: halfAcross }
    : { centre, along: { x: -along.y, y: along.x }, halfLength: halfAcross, halfWidth: half };
}

/** Light on a side whose outward normal in the venue plane is (x, y): the sun stands in the north-west, the sky fills the rest. */
function sideLight(x: number, y: number): number {
  return 0.93 + 0.07 * (x * -0.6 + y * 0.8);
}

function turn(c: readonly number[], i: number, j: number, k: number): number {
  const [ax, ay] = [c[2 * i]!, c[2 * i + 1]!];
  return (c[2 * j]! - ax) * (c[2 * k + 1]! - ay) - (c[2 * j + 1]! - ay) * (c[2 * k]! - ax);
}
