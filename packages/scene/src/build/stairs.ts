import type { Unit } from '@daoyin/venue';
import { mix, shade } from '../colour';
import { type Kit, outline, plain } from './kit';
import { type Slab, slabPoint, slabRing } from './slab';
import { RISE_SHOWN, type Ways } from './vertical';

const TREAD = 0.34;

/** Wide stairs show both flights side by side: the one up rises to the cut, the one down darkens into its well. */
export function buildStairs(kit: Kit, unit: Unit, slab: Slab, ways: Ways): void {
  const clear = { ...slab, halfLength: slab.halfLength - 0.12, halfWidth: slab.halfWidth - 0.12 };
  if (!(ways.up && ways.down) || clear.halfWidth < 0.9) {
    if (ways.down && !ways.up) flightDown(kit, clear);
    else flightUp(kit, clear);
    return;
  }
  const half = clear.halfWidth / 2;
  const lane = (v: number): Slab => ({ ...clear, centre: slabPoint(clear, 0, v), halfWidth: half - 0.05 });
  flightUp(kit, lane(half));
  flightDown(kit, lane(-half));
  const rail: Slab = { ...clear, halfWidth: 0.05 };
  kit.solid.box(rail, 0, 1.1, plain(mix(kit.palette.frame, kit.palette.wallTop, 0.4)));
  kit.occluders.push({ ring: unit.area[0]!.outer, height: 0.1 });
}

function flightUp(kit: Kit, slab: Slab): void {
  const { solid, palette } = kit;
  const landing = Math.min(1, slab.halfLength * 0.3);
  const run = 2 * slab.halfLength - landing;
  const count = Math.max(4, Math.round(run / TREAD));
  for (let i = 0; i < count; i++) {
    const u = -slab.halfLength + landing + ((i + 0.5) / count) * run;
    const top = ((i + 1) / count) * RISE_SHOWN;
    const step = { ...slab, centre: slabPoint(slab, u, 0), halfLength: run / count / 2 };
    const tone = mix(palette.stairs, palette.wallTop, 0.25 + (0.75 * i) / count);
    solid.box(step, 0, top, { top: tone, side: shade(palette.stairs, 0.86), foot: 0.9 });
    kit.occluders.push({ ring: slabRing(step), height: top });
    const front = slabRing(step);
    outline(kit, [front[0]!, front[3]!], top);
  }
}

function flightDown(kit: Kit, slab: Slab): void {
  const landing = Math.min(1, slab.halfLength * 0.3);
  const run = 2 * slab.halfLength - landing;
  const count = Math.max(4, Math.round(run / TREAD));
  for (let i = 0; i < count; i++) {
    const u = -slab.halfLength + landing + ((i + 0.5) / count) * run;
    const step = { ...slab, centre: slabPoint(slab, u, 0), halfLength: run / count / 2 };
    const tone = shade(kit.palette.stairs, 0.94 - (0.5 * i) / count);
    kit.floor.flat({ outer: slabRing(step), holes: [] }, 0.02, tone);
    const front = slabRing(step);
    outline(kit, [front[0]!, front[3]!], 0.03);
  }
}
