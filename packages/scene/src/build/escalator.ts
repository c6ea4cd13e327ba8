import type { Point } from '@daoyin/geometry';
import { mix, shade } from '../colour';
import type { Kit } from './kit';
import { type Slab, slabPoint, slabRing } from './slab';
import { RISE_SHOWN, type Ways } from './vertical';

/** A moving flight: treads between two glass sides with dark handrails; comb plates at the ends. */
export function buildEscalator(kit: Kit, slab: Slab, ways: Ways, direction: 'up' | 'down' | undefined): void {
  const rises = ways.up || !ways.down;
  const lanes = slab.halfWidth > 1.3 && !direction ? 2 : 1;
  for (let i = 0; i < lanes; i++) {
    const halfWidth = slab.halfWidth / lanes - 0.1;
    const v = lanes === 1 ? 0 : (i - 0.5) * slab.halfWidth;
    buildBelt(kit, { ...slab, centre: slabPoint(slab, 0, v), halfWidth }, rises);
  }
}

function buildBelt(kit: Kit, slab: Slab, rises: boolean): void {
  const { palette, floor } = kit;
  const plate = Math.min(1.2, slab.halfLength * 0.35);
  const dark = mix(palette.dark, palette.frame, 0.35);
  floor.flat(
    { outer: slabRing({ ...slab, halfWidth: slab.halfWidth - 0.05 }), holes: [] },
    0.02,
    mix(dark, palette.floor, 0.4),
  );
  const from = -slab.halfLength + plate;
  const height = (u: number) =>
    rises ? Math.max(0, ((u - from) / (slab.halfLength - from)) * RISE_SHOWN) : 0;
  const count = Math.round((slab.halfLength - from) / 0.4);
  for (let i = 0; i < count; i++) {
    const u = from + ((i + 0.5) / count) * (slab.halfLength - from);
    const half = (slab.halfLength - from) / count / 2;
    const tread = {
      ...slab,
      centre: slabPoint(slab, u, 0),
      halfLength: half,
      halfWidth: slab.halfWidth - 0.12,
    };
    if (rises)
      kit.solid.box(tread, 0, height(u) + 0.03, {
        top: mix(dark, palette.frame, 0.45),
        side: mix(palette.wallSide, palette.frame, 0.25),
      });
    else {
      const tone = shade(mix(dark, palette.frame, 0.5), 1 - (0.6 * i) / count);
      floor.flat({ outer: slabRing({ ...tread, halfLength: half * 0.82 }), holes: [] }, 0.03, tone);
    }
  }
  for (const side of [-1, 1]) buildSide(kit, slab, side * slab.halfWidth, from, height);
  if (!rises) return;
  const rising = { ...slab, centre: slabPoint(slab, plate / 2, 0), halfLength: slab.halfLength - plate / 2 };
  kit.occluders.push({ ring: slabRing(rising), height: 0.9 });
}

function buildSide(kit: Kit, slab: Slab, v: number, from: number, height: (u: number) => number): void {
  const { palette, solid, glass } = kit;
  const stops = [-slab.halfLength, from, slab.halfLength];
  for (let i = 1; i < stops.length; i++) {
    const [u0, u1] = [stops[i - 1]!, stops[i]!];
    const [a, b] = [slabPoint(slab, u0, v), slabPoint(slab, u1, v)];
    const at = (p: Point, u: number, above: number) => ({ ...p, height: height(u) + above });
    cladding(kit, slab, v, u0, u1, height);
    glass.quad(
      [at(a, u0, 0), at(b, u1, 0), at(b, u1, 0.9), at(a, u0, 0.9)],
      [palette.glass],
      palette.glassAlpha * 1.6,
    );
    const inward = (u: number, w: number, above: number) => at(slabPoint(slab, u, v + w), u, above);
    const rail = [
      inward(u0, -0.06, 0.95),
      inward(u1, -0.06, 0.95),
      inward(u1, 0.06, 0.95),
      inward(u0, 0.06, 0.95),
    ] as const;
    solid.quad(rail, [palette.dark]);
    for (const w of [-0.06, 0.06]) {
      const face = [
        inward(u0, w, 0.87),
        inward(u1, w, 0.87),
        inward(u1, w, 0.95),
        inward(u0, w, 0.95),
      ] as const;
      solid.quad(face, [shade(palette.dark, 0.8)]);
      solid.quad([face[1], face[0], face[3], face[2]], [shade(palette.dark, 0.8)]);
    }
  }
}

/** The light outer face of an escalator's truss, from the floor to its treads. */
function cladding(
  kit: Kit,
  slab: Slab,
  v: number,
  u0: number,
  u1: number,
  height: (u: number) => number,
): void {
  const face = (u: number, up: number) => ({ ...slabPoint(slab, u, v), height: up * (height(u) + 0.12) });
  const corners = [face(u0, 0), face(u1, 0), face(u1, 1), face(u0, 1)] as const;
  const tone = mix(kit.palette.wallSide, kit.palette.frame, 0.12);
  if (v < 0) kit.solid.quad(corners, [tone]);
  else kit.solid.quad([corners[1], corners[0], corners[3], corners[2]], [shade(tone, 0.95)]);
}
