import { type Bounds, boundsOf, type Ring } from '@daoyin/geometry';
import type { Occluder } from './mesh';

/** Baked light of one floor: bytes by row from the south-west corner, 255 in full light. */
export interface ShadeMap {
  readonly bounds: Bounds;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const SUN = { x: -0.6, y: 0.8, slope: 1.15 }; // towards the light in the venue plane; rise of a ray for each metre
const LONGEST = 2.1;

/**
 * Ambient occlusion and a soft sun shadow on a floor, from the heights of what stands on it.
 * Occlusion is the height field blurred at two radii, the shadow a march towards the sun, blurred by a third of a metre.
 * About `cells` grid cells whatever the size of the hall; deterministic.
 */
export function bakeShade(bounds: Bounds, occluders: readonly Occluder[], cells = 420_000): ShadeMap {
  const [w, h] = [bounds.maxX - bounds.minX, bounds.maxY - bounds.minY];
  const cell = Math.max(0.06, Math.sqrt((w * h) / cells));
  const width = Math.max(1, Math.ceil(w / cell));
  const height = Math.max(1, Math.ceil(h / cell));
  const field = new Float32Array(width * height);
  for (const { ring, height: top } of occluders) raster(field, width, height, bounds, cell, ring, top);
  const shadow = castShadow(field, width, height, cell);
  blur(shadow, width, height, 0.22 / cell);
  const near = field.map((top) => Math.min(1, top));
  const wide = near.slice();
  blur(near, width, height, 0.3 / cell);
  blur(wide, width, height, 1.3 / cell);
  const data = new Uint8Array(field.length);
  for (let i = 0; i < data.length; i++) {
    const light = (1 - 0.3 * near[i]!) * (1 - 0.24 * wide[i]!) * (1 - 0.16 * shadow[i]!);
    data[i] = Math.round(255 * light);
  }
  return { bounds, width, height, data };
}

/** The bounds of a floor with a margin, for the map of its shade. */
export function shadeBounds(rings: readonly Ring[], margin = 0.5): Bounds {
  const { minX, minY, maxX, maxY } = boundsOf(rings.flat());
  return { minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin };
}

/** The soft shadow of a whole building on the ground about it: bytes of darkness, 0 far away. */
export function bakeGround(rings: readonly Ring[], reach = 16): ShadeMap {
  const bounds = shadeBounds(rings, reach);
  const cell = 0.7;
  const width = Math.ceil((bounds.maxX - bounds.minX) / cell);
  const height = Math.ceil((bounds.maxY - bounds.minY) / cell);
  const field = new Float32Array(width * height);
  for (const ring of rings) raster(field, width, height, bounds, cell, ring, 1);
  blur(field, width, height, (reach * 0.42) / cell);
  return { bounds, width, height, data: Uint8Array.from(field, (v) => Math.round(255 * v)) };
}

/** Even-odd scanline fill that keeps the higher of two heights; thin things get at least one cell. */
function raster(
  field: Float32Array,
  width: number,
  height: number,
  { minX, minY }: Bounds,
  cell: number,
  ring: Ring,
  top: number,
): void {
  const box = boundsOf(ring);
  const first = Math.max(0, Math.floor((box.minY - minY) / cell));
  const last = Math.min(height - 1, Math.floor((box.maxY - minY) / cell));
  for (let row = first; row <= last; row++) {
    const y = Math.min(box.maxY - 1e-6, Math.max(box.minY + 1e-6, minY + (row + 0.5) * cell));
    const xs = crossings(ring, y);
    for (let k = 1; k < xs.length; k += 2) {
      const from = Math.max(0, Math.floor((xs[k - 1]! - minX) / cell));
      const to = Math.min(width - 1, Math.floor((xs[k]! - minX) / cell));
      for (let i = row * width + from; i <= row * width + to; i++) field[i] = Math.max(field[i]!, top);
    }
  }
}

function crossings(ring: Ring, y: number): number[] {
  const xs: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!;
    const b = ring[i]!;
    if (a.y > y !== b.y > y) xs.push(a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x));
  }
  return xs.sort((p, q) => p - q);
}

/** 1 where a ray towards the sun meets something. */
function castShadow(field: Float32Array, width: number, height: number, cell: number): Float32Array {
  const shadow = new Float32Array(field.length);
  const steps = Math.ceil(LONGEST / SUN.slope / cell);
  const offsets = Array.from({ length: steps }, (_, k) => ({
    dx: Math.round((k + 1) * SUN.x),
    dy: Math.round((k + 1) * SUN.y),
    rise: (k + 1) * cell * SUN.slope,
  }));
  for (let i = 0; i < field.length; i++) {
    const top = field[i]!;
    if (top < 0.25) continue;
    // Scatter from what stands, which is far less than what lies.
    const [x, y] = [i % width, Math.floor(i / width)];
    for (const { dx, dy, rise } of offsets) {
      if (rise >= top) break;
      const [sx, sy] = [x - dx, y - dy];
      if (sx >= 0 && sx < width && sy >= 0 && sy < height) shadow[sy * width + sx] = 1;
    }
  }
  return shadow;
}

/** Two box blurs of the given radius in cells, along rows and columns: near enough to a Gaussian. */
function blur(values: Float32Array, width: number, height: number, radius: number): void {
  const r = Math.max(1, Math.round(radius / 1.4));
  const line = new Float32Array(Math.max(width, height));
  for (let pass = 0; pass < 2; pass++) {
    for (let row = 0; row < height; row++) boxBlur(values, line, row * width, 1, width, r);
    for (let column = 0; column < width; column++) boxBlur(values, line, column, width, height, r);
  }
}

function boxBlur(
  values: Float32Array,
  line: Float32Array,
  start: number,
  stride: number,
  count: number,
  r: number,
): void {
  for (let i = 0; i < count; i++) line[i] = values[start + i * stride]!;
  let sum = 0;
  for (let i = -r; i <= r; i++) sum += line[Math.min(count - 1, Math.max(0, i))]!;
  for (let i = 0; i < count; i++) {
    values[start + i * stride] = sum / (2 * r + 1);
    sum += line[Math.min(count - 1, i + r + 1)]! - line[Math.max(0, i - r)]!;
  }
}
