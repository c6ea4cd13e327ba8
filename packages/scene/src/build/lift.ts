import type { Point } from '@daoyin/geometry';
import type { Unit, Venue } from '@daoyin/venue';
import { mix } from '../colour';
import { type Kit, outline, plain, standPrism } from './kit';
import { slabAround, slabRing } from './slab';
import { touches } from './vertical';

const SHAFT_HEIGHT = 1.6;

/** A shaft with a lid in the connectors' colour, its car sunk into it. */
export function buildLift(kit: Kit, venue: Venue, unit: Unit): void {
  const { palette, solid } = kit;
  const lid = mix(palette.wallTop, palette.connector, 0.22);
  standPrism(kit, unit.area, SHAFT_HEIGHT, {
    top: lid,
    side: mix(palette.wallSide, palette.connector, 0.25),
    foot: 0.78,
  });
  const slab = slabAround(unit.area[0]!.outer);
  const inner = { ...slab, halfLength: slab.halfLength - 0.28, halfWidth: slab.halfWidth - 0.28 };
  if (inner.halfWidth > 0.2) {
    const tone = mix(palette.wallTop, palette.connector, 0.42);
    solid.flat({ outer: slabRing(inner), holes: [] }, SHAFT_HEIGHT + 0.01, tone);
    outline(kit, slabRing(inner), SHAFT_HEIGHT + 0.01);
  }
  for (const { level, line } of venue.openings) {
    if (level === unit.level && touches(unit, line[0]!))
      buildLiftDoor(kit, slab.centre, line[0]!, line.at(-1)!);
  }
}

/** Two steel leaves on the shaft's front, clear of its face. */
function buildLiftDoor(kit: Kit, shaft: Point, a: Point, b: Point): void {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 0.2) return;
  const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const outward = (a.x - shaft.x) * -along.y + (a.y - shaft.y) * along.x > 0 ? 1 : -1;
  const { palette } = kit;
  for (const side of [-1, 1]) {
    const u = (side * length) / 4;
    const centre = {
      x: (a.x + b.x) / 2 + along.x * u - along.y * 0.1 * outward,
      y: (a.y + b.y) / 2 + along.y * u + along.x * 0.1 * outward,
    };
    const leaf = { centre, along, halfLength: length / 4 - 0.02, halfWidth: 0.03 };
    kit.solid.box(leaf, 0, SHAFT_HEIGHT - 0.2, plain(mix(palette.frame, palette.wallTop, 0.35)));
  }
}
