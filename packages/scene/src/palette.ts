import type { Rgb } from './colour';
import type { Theme } from './types';

/** Every colour that the hall is drawn in. */
export interface Palette {
  readonly night: boolean;
  readonly background: Rgb;
  /** What multiplies a storey that is only seen through a void. */
  readonly veil: Rgb;
  readonly floor: Rgb;
  readonly room: Rgb;
  readonly closed: Rgb;
  readonly wet: Rgb;
  readonly shaft: Rgb;
  readonly stairs: Rgb;
  readonly outdoor: Rgb;
  readonly slabSide: Rgb;
  readonly wallTop: Rgb;
  readonly wallSide: Rgb;
  readonly frame: Rgb;
  readonly glass: Rgb;
  readonly glassAlpha: number;
  readonly desk: Rgb;
  readonly wood: Rgb;
  readonly dark: Rgb;
  readonly seat: Rgb;
  readonly leaf: Rgb;
  readonly pot: Rgb;
  readonly edge: Rgb;
  readonly edgeAlpha: number;
  readonly neutralArea: Rgb;
  readonly areas: readonly Rgb[];
  /** Share of an area's colour in the floor of its section. */
  readonly zoneTint: number;
  readonly route: Rgb;
  readonly routeWalked: Rgb;
  readonly casing: Rgb;
  readonly dot: Rgb;
  readonly goal: Rgb;
  readonly here: Rgb;
  readonly beacon: Rgb;
  readonly beaconRetired: Rgb;
  readonly truth: Rgb;
  readonly label: Rgb;
  readonly labelHalo: Rgb;
  readonly labelMuted: Rgb;
  readonly connector: Rgb;
  readonly facility: Rgb;
  /** How dark baked shade is, 0 to 1. */
  readonly shadeDepth: number;
  /** Colour and strength of the building's shadow on the ground. */
  readonly shadow: Rgb;
  readonly groundShadow: number;
}

const LIGHT: Palette = {
  night: false,
  background: 0xe6eaf0,
  veil: 0xc3cddb,
  floor: 0xfcfbf8,
  room: 0xf1eee8,
  closed: 0xdfe2e7,
  wet: 0xdfedf3,
  shaft: 0xd5dce8,
  stairs: 0xe3e6ee,
  outdoor: 0xe3ebdd,
  slabSide: 0xbcc4cf,
  wallTop: 0xffffff,
  wallSide: 0xdfe4eb,
  frame: 0x8e9bac,
  glass: 0x9cc3df,
  glassAlpha: 0.26,
  desk: 0xf6f4f0,
  wood: 0xe2d3bd,
  dark: 0x4a5463,
  seat: 0xb4c2d3,
  leaf: 0x7fb069,
  pot: 0xd8d3ca,
  edge: 0x6f7c8e,
  edgeAlpha: 0.3,
  neutralArea: 0x5d7fa8,
  areas: [0x2f6fde, 0x0f9d8a, 0xe0851b, 0x8358d0, 0xd2457a, 0x5c912f, 0xc2552d, 0x2391c2, 0xa08128, 0x64748b],
  zoneTint: 0.13,
  route: 0x0a66ff,
  routeWalked: 0xa9bcd6,
  casing: 0xffffff,
  dot: 0x0a6cff,
  goal: 0xe02d3c,
  here: 0xe02d3c,
  beacon: 0x7a4ff0,
  beaconRetired: 0x9aa3af,
  truth: 0x12a150,
  label: 0x26303d,
  labelHalo: 0xffffff,
  labelMuted: 0x6a7584,
  connector: 0x35508a,
  facility: 0x2b7a78,
  shadeDepth: 0.85,
  shadow: 0x2a3b57,
  groundShadow: 0.34,
};

const DARK: Palette = {
  night: true,
  background: 0x10161e,
  veil: 0x7a8699,
  floor: 0x354254,
  room: 0x2d3847,
  closed: 0x242d39,
  wet: 0x294150,
  shaft: 0x35435e,
  stairs: 0x3b485b,
  outdoor: 0x1d2a24,
  slabSide: 0x141b24,
  wallTop: 0x8d9db4,
  wallSide: 0x55647a,
  frame: 0x7d8ca1,
  glass: 0x6ea3c8,
  glassAlpha: 0.2,
  desk: 0x586579,
  wood: 0x6d6459,
  dark: 0x11161d,
  seat: 0x5b6c83,
  leaf: 0x4f7d4a,
  pot: 0x4a4d52,
  edge: 0x9fb0c6,
  edgeAlpha: 0.22,
  neutralArea: 0x6f93c4,
  areas: [0x5b93f5, 0x2bbfa8, 0xf0a03c, 0xa583ec, 0xec6f9c, 0x86ba55, 0xe07a50, 0x4db4e2, 0xc7a648, 0x8c9bb0],
  zoneTint: 0.2,
  route: 0x3d8bff,
  routeWalked: 0x55657c,
  casing: 0xe8f0ff,
  dot: 0x3d8bff,
  goal: 0xff4d5a,
  here: 0xff4d5a,
  beacon: 0xb294ff,
  beaconRetired: 0x6b7480,
  truth: 0x3ddc84,
  label: 0xe9eff7,
  labelHalo: 0x121923,
  labelMuted: 0x9aa8ba,
  connector: 0x4a6fc0,
  facility: 0x2f8d88,
  shadeDepth: 1,
  shadow: 0x000000,
  groundShadow: 0.7,
};

/** For eyes that see little: black floors, white walls and edges, the visitor's own things in the page's yellow and blue. */
const CONTRAST: Palette = {
  ...DARK,
  background: 0x000000,
  veil: 0x555555,
  floor: 0x0d0d0d,
  room: 0x1c1c1c,
  closed: 0x000000,
  wet: 0x10212b,
  shaft: 0x26262e,
  stairs: 0x30303a,
  outdoor: 0x000000,
  slabSide: 0x808080,
  wallTop: 0xffffff,
  wallSide: 0x9a9a9a,
  frame: 0xffffff,
  glass: 0xffffff,
  glassAlpha: 0.16,
  desk: 0x4a4a4a,
  wood: 0x5a5a5a,
  seat: 0x4c4c4c,
  edge: 0xffffff,
  edgeAlpha: 0.6,
  zoneTint: 0.3,
  route: 0x58c8ff,
  routeWalked: 0x5f7078,
  casing: 0xffffff,
  dot: 0x58c8ff,
  goal: 0xffe14d,
  here: 0xffe14d,
  label: 0xffffff,
  labelHalo: 0x000000,
  labelMuted: 0xe0e0e0,
  shadeDepth: 0.4,
  groundShadow: 0,
};

const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK, contrast: CONTRAST };

export function paletteOf(theme: Theme): Palette {
  return PALETTES[theme];
}
