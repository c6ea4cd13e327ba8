import { type MultiPolygon, type Point, type Ring, ringEdges } from '@daoyin/geometry';
import { mix, type Rgb } from '../colour';
import type { Palette } from '../palette';
import { type Finish, type MeshBuilder, meshBuilder, type Occluder } from './mesh';
import { type Slab, slabRing } from './slab';
import type { AreaStyle } from './style';

/** What the builders of one storey write into. */
export interface Kit {
  readonly floor: MeshBuilder;
  readonly solid: MeshBuilder;
  readonly glass: MeshBuilder;
  /** Line segments as x, y, z triples in the frame of the storey. */
  readonly edges: number[];
  readonly occluders: Occluder[];
  readonly palette: Palette;
  readonly style: AreaStyle;
}

export function newKit(palette: Palette, style: AreaStyle): Kit {
  return {
    floor: meshBuilder(),
    solid: meshBuilder(),
    glass: meshBuilder(),
    edges: [],
    occluders: [],
    palette,
    style,
  };
}

/** A box that stands on the floor, with edges and shade. */
export function standBox(kit: Kit, slab: Slab, high: number, finish: Finish): void {
  kit.solid.box(slab, 0, high, finish);
  outline(kit, slabRing(slab), high);
  kit.occluders.push({ ring: slabRing(slab), height: high });
}

/** A prism that stands on the floor, with edges and shade. */
export function standPrism(kit: Kit, area: MultiPolygon, high: number, finish: Finish): void {
  kit.solid.prism(area, 0, high, finish);
  for (const { outer, holes } of area) {
    for (const ring of [outer, ...holes]) outline(kit, ring, high);
    kit.occluders.push({ ring: outer, height: high });
  }
}

/** The edges of a ring at one height. */
export function outline(kit: Kit, ring: Ring, height: number): void {
  for (const [a, b] of ringEdges(ring)) line(kit, a, b, height, height);
}

function line(kit: Kit, a: Point, b: Point, heightA: number, heightB: number): void {
  kit.edges.push(a.x, heightA, -a.y, b.x, heightB, -b.y);
}

/** A finish of one colour whose sides are a little deeper than its top. */
export function plain(colour: Rgb, deeper = 0.1): Finish {
  return { top: colour, side: mix(colour, 0x1b2a41, deeper) };
}

/** A thin upright panel of glass from a to b. */
export function pane(kit: Kit, a: Point, b: Point, low: number, high: number, alpha?: number): void {
  const { glass, glassAlpha } = kit.palette;
  const corners = [
    { ...a, height: low },
    { ...b, height: low },
    { ...b, height: high },
    { ...a, height: high },
  ] as const;
  kit.glass.quad(corners, [glass], alpha ?? glassAlpha);
}

/** The slab of a piece of wall between two points. */
export function wallSlab(a: Point, b: Point, thickness: number, overlap = 0): Slab {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const along = length > 0 ? { x: (b.x - a.x) / length, y: (b.y - a.y) / length } : { x: 1, y: 0 };
  return {
    centre: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
    along,
    halfLength: length / 2 + overlap,
    halfWidth: thickness / 2,
  };
}
