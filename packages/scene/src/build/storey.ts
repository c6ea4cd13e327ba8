import type { Bounds } from '@daoyin/geometry';
import type { Level, Venue } from '@daoyin/venue';
import type { Palette } from '../palette';
import { buildFurniture } from './furniture';
import { newKit } from './kit';
import type { MeshArrays, Occluder } from './mesh';
import { shadeBounds } from './shade';
import { buildShell } from './shell';
import type { AreaStyle } from './style';
import { buildVertical } from './vertical';

/** One storey as arrays for three meshes and one set of lines, whatever stands in it. */
export interface StoreyArrays {
  readonly level: string;
  readonly floor: MeshArrays;
  readonly solid: MeshArrays;
  readonly glass: MeshArrays;
  readonly edges: Float32Array;
  /** What shades the floor, for `bakeShade`. */
  readonly occluders: readonly Occluder[];
  readonly bounds: Bounds;
}

/** Builds the geometry of one level in the frame of its storey: x east, y above the floor, z south, in metres. */
export function buildStorey(venue: Venue, level: Level, palette: Palette, style: AreaStyle): StoreyArrays {
  const kit = newKit(palette, style);
  buildShell(kit, venue, level);
  buildFurniture(kit, venue, level);
  buildVertical(kit, venue, level);
  return {
    level: level.shortName,
    floor: kit.floor.arrays(),
    solid: kit.solid.arrays(),
    glass: kit.glass.arrays(),
    edges: new Float32Array(kit.edges),
    occluders: kit.occluders,
    bounds: shadeBounds(level.outline.map(({ outer }) => outer)),
  };
}
