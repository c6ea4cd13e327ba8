import { cross, type MultiPolygon, type Point, type Polygon, type Ring } from '@daoyin/geometry';
import earcut from 'earcut';
import { type Rgb, shade } from '../colour';
import { type Slab, slabRing } from './slab';

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

const FOOT = 0.88;

/** Collects triangles; a value with state, made once for each mesh and thrown away after `arrays()`. */
export function meshBuilder() {
  const store = meshStore();
  const { put, triangle } = store;

  function vertex({ x, y, height }: Vertex, colour: Rgb, alpha = 1): number {
    return put(x, y, height, colour, alpha);
  }

  /** A quadrilateral, counter-clockwise as seen from its front; one tone for each corner, or one for all. */
  function quad(corners: readonly [Vertex, Vertex, Vertex, Vertex], tones: readonly Rgb[], alpha = 1): void {
    const first = vertex(corners[0], tones[0]!, alpha);
    for (let i = 1; i < 4; i++) vertex(corners[i]!, tones[i % tones.length]!, alpha);
    triangle(first, first + 1, first + 2);
    triangle(first, first + 2, first + 3);
  }

  function flat(polygon: Polygon, height: number, colour: Rgb, alpha = 1): void {
    const { outer, holes } = polygon;
    if (outer.length === 4 && holes.length === 0 && isConvex(outer)) {
      const first = put(outer[0]!.x, outer[0]!.y, height, colour, alpha);
      for (let i = 1; i < 4; i++) put(outer[i]!.x, outer[i]!.y, height, colour, alpha);
      triangle(first, first + 1, first + 2);
      triangle(first, first + 2, first + 3);
    } else cutFlat(store, polygon, height, colour, alpha);
  }

  /** The side faces over the edges of a ring; outward for a counter-clockwise one. */
  function skirt(ring: Ring, low: number, high: number, colour: Rgb, foot = FOOT, alpha = 1): void {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[j]!, ring[i]!];
      const length = Math.hypot(b.x - a.x, b.y - a.y);
      if (length < 1e-6) continue;
      const tone = shade(colour, sideLight((b.y - a.y) / length, (a.x - b.x) / length));
      const dark = shade(tone, foot);
      const first = put(a.x, a.y, low, dark, alpha);
      put(b.x, b.y, low, dark, alpha);
      put(b.x, b.y, high, tone, alpha);
      put(a.x, a.y, high, tone, alpha);
      triangle(first, first + 1, first + 2);
      triangle(first, first + 2, first + 3);
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
    const ring = slabRing(slab);
    flat({ outer: ring, holes: [] }, high, finish.top, finish.alpha);
    skirt(ring, low, high, finish.side, finish.foot, finish.alpha);
  }

  return { vertex, quad, flat, skirt, prism, box, triangle, arrays: store.arrays };
}

type MeshStore = ReturnType<typeof meshStore>;

/** Typed arrays that double when they are full. */
function meshStore() {
  let positions = new Float32Array(3 * 1024);
  let colours = new Uint8Array(4 * 1024);
  let indices = new Uint32Array(6 * 1024);
  let [vertices, corners] = [0, 0];

  function put(x: number, y: number, height: number, colour: Rgb, alpha: number): number {
    if (3 * vertices === positions.length) {
      positions = doubled(positions, new Float32Array(2 * positions.length));
      colours = doubled(colours, new Uint8Array(2 * colours.length));
    }
    positions[3 * vertices] = x;
    positions[3 * vertices + 1] = height;
    positions[3 * vertices + 2] = -y;
    colours[4 * vertices] = (colour >> 16) & 255;
    colours[4 * vertices + 1] = (colour >> 8) & 255;
    colours[4 * vertices + 2] = colour & 255;
    colours[4 * vertices + 3] = Math.round(alpha * 255);
    return vertices++;
  }

  function triangle(a: number, b: number, c: number): void {
    if (corners === indices.length) indices = doubled(indices, new Uint32Array(2 * indices.length));
    indices[corners++] = a;
    indices[corners++] = b;
    indices[corners++] = c;
  }

  const arrays = (): MeshArrays => ({
    positions: positions.slice(0, 3 * vertices),
    colours: colours.slice(0, 4 * vertices),
    indices: indices.slice(0, corners),
  });
  return { put, triangle, arrays };
}

function doubled<T extends Float32Array | Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** A polygon of any shape at one height, facing up. */
function cutFlat(
  { put, triangle }: MeshStore,
  polygon: Polygon,
  height: number,
  colour: Rgb,
  alpha: number,
): void {
  const holes: number[] = [];
  const coordinates: number[] = [];
  let first: number | undefined;
  for (const ring of [polygon.outer, ...polygon.holes]) {
    if (ring !== polygon.outer) holes.push(coordinates.length / 2);
    for (const { x, y } of ring) {
      coordinates.push(x, y);
      const index = put(x, y, height, colour, alpha);
      first ??= index;
    }
  }
  const triangles = earcut(coordinates, holes);
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!];
    const up = turn(coordinates, a, b, c) > 0;
    triangle(first! + a, first! + (up ? b : c), first! + (up ? c : b));
  }
}

/** Whether a ring of four turns left at every corner. */
function isConvex(ring: Ring): boolean {
  return ring.every((b, i) => cross(ring.at(i - 1)!, b, ring[(i + 1) % 4]!) > 0);
}

export type MeshBuilder = ReturnType<typeof meshBuilder>;

/** Light on a side whose outward normal in the venue plane is (x, y): the sun stands in the north-west, the sky fills the rest. */
function sideLight(x: number, y: number): number {
  return 0.93 + 0.07 * (x * -0.6 + y * 0.8);
}

function turn(c: readonly number[], i: number, j: number, k: number): number {
  const [ax, ay] = [c[2 * i]!, c[2 * i + 1]!];
  return (c[2 * j]! - ax) * (c[2 * k + 1]! - ay) - (c[2 * j + 1]! - ay) * (c[2 * k]! - ax);
}
