import { type Point, polygonContains } from '@daoyin/geometry';
import type { Fixture } from '@daoyin/venue';
import { mix, shade } from '../colour';
import { ringAround } from './counter';
import { type Kit, standPrism } from './kit';
import { slabAround, slabPoint } from './slab';

/** A low pot with shrubs: bumps of eight sides, set out so that they fill the outline. */
export function buildPlanter(kit: Kit, { area }: Fixture): void {
  const { pot, leaf } = kit.palette;
  standPrism(kit, area, 0.42, { top: mix(leaf, pot, 0.35), side: pot });
  const polygon = area[0]!;
  const slab = slabAround(polygon.outer);
  const radius = Math.max(0.22, Math.min(0.55, slab.halfWidth * 0.8));
  const across = Math.max(1, Math.round(slab.halfWidth / radius));
  const count = Math.max(1, Math.round(slab.halfLength / (radius * 0.9)));
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < across; k++) {
      const u = ((i + 0.5) / count - 0.5) * 2 * slab.halfLength;
      const v = ((k + 0.5) / across - 0.5) * 2 * slab.halfWidth;
      const centre = slabPoint(slab, u, v);
      if (!polygonContains(polygon, centre)) continue;
      const jitter = 0.85 + 0.3 * Math.abs(Math.sin(12.9898 * centre.x + 78.233 * centre.y));
      bush(kit, centre, radius * jitter, 0.4, 0.4 + 1.5 * radius * jitter);
    }
  }
}

/** A dome of three rings, lighter towards its top. */
function bush(kit: Kit, centre: Point, radius: number, low: number, high: number): void {
  const { solid, palette } = kit;
  const rings = [
    { r: 0.75, t: 0, tone: 0.72 },
    { r: 1, t: 0.35, tone: 0.86 },
    { r: 0.72, t: 0.78, tone: 1 },
    { r: 0, t: 1, tone: 1.12 },
  ];
  const around = rings.map(({ r, t, tone }) =>
    Array.from({ length: 9 }, (_, i) => {
      const angle = (i / 9) * 2 * Math.PI + t;
      const light = tone * (0.96 + 0.08 * Math.cos(angle - 2.2));
      return solid.vertex(
        {
          x: centre.x + r * radius * Math.cos(angle),
          y: centre.y + r * radius * Math.sin(angle),
          height: low + t * (high - low),
        },
        shade(palette.leaf, light),
      );
    }),
  );
  for (let k = 1; k < around.length; k++) {
    for (let i = 0; i < 9; i++) {
      const [a, b] = [around[k - 1]![i]!, around[k - 1]![(i + 1) % 9]!];
      const [c, d] = [around[k]![(i + 1) % 9]!, around[k]![i]!];
      solid.triangle(a, b, c);
      solid.triangle(a, c, d);
    }
  }
  kit.occluders.push({ ring: ringAround(centre, radius), height: high * 0.8 });
}
