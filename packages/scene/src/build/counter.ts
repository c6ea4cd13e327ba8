import type { Point } from '@daoyin/geometry';
import type { Fixture, ServiceWindow } from '@daoyin/venue';
import { mix } from '../colour';
import { type Kit, outline, plain, standBox, standPrism } from './kit';
import { isRectangle, type Slab, slabAround, slabPoint } from './slab';

export const DESK_HEIGHT = 0.78;

const SHELF_HEIGHT = 1.02;

/** A counter with a front in its area's colour, a shelf towards the visitor, a screen and a chair behind it. */
export function buildWindowDesk(kit: Kit, { area }: Fixture, window: ServiceWindow): void {
  const { palette, solid } = kit;
  const colour = kit.style.windowColour(window);
  const ring = area[0]!.outer;
  const slab = slabAround(ring);
  const body = { top: mix(palette.desk, colour, 0.1), side: colour, foot: 0.72 };
  if (!isRectangle(ring, slab)) {
    standPrism(kit, area, DESK_HEIGHT, body);
    return;
  }
  const facing = facingOf(slab, window.at);
  standBox(kit, slab, DESK_HEIGHT, body);
  const depth = 2 * facing.halfWidth;
  const shelf = part(facing, 0, facing.halfWidth - 0.14, facing.halfLength, 0.14);
  solid.box(shelf, DESK_HEIGHT, SHELF_HEIGHT, {
    top: palette.wallTop,
    side: mix(colour, palette.wallTop, 0.12),
  });
  outline(
    kit,
    [slabPoint(shelf, -shelf.halfLength, -0.14), slabPoint(shelf, shelf.halfLength, -0.14)],
    SHELF_HEIGHT,
  );
  buildScreen(kit, facing, depth);
  buildChair(kit, slabPoint(facing, 0, -facing.halfWidth - 0.5), facing.along, palette.dark);
}

function buildScreen(kit: Kit, facing: Slab, depth: number): void {
  const { dark, frame } = kit.palette;
  const at = -Math.min(0.1, depth / 6);
  const screen = part(facing, Math.min(0.3, facing.halfLength / 2), at, 0.26, 0.025);
  kit.solid.box(screen, DESK_HEIGHT + 0.1, DESK_HEIGHT + 0.42, { top: frame, side: dark, foot: 1 });
}

/** The slab turned so that the point lies on its +across side. */
export function facingOf(slab: Slab, at: Point): Slab {
  const { centre, along } = slab;
  const across = (at.y - centre.y) * along.x - (at.x - centre.x) * along.y;
  const long = (at.x - centre.x) * along.x + (at.y - centre.y) * along.y;
  // A desk that is deeper than wide faces along its longer side.
  if (Math.abs(long) - slab.halfLength > Math.abs(across) - slab.halfWidth) {
    const turned = {
      centre,
      along: { x: -along.y, y: along.x },
      halfLength: slab.halfWidth,
      halfWidth: slab.halfLength,
    };
    return -long >= 0 ? turned : flipped(turned);
  }
  return across >= 0 ? slab : flipped(slab);
}

function flipped(slab: Slab): Slab {
  return { ...slab, along: { x: -slab.along.x, y: -slab.along.y } };
}

export function part(of: Slab, u: number, v: number, halfLength: number, halfWidth: number): Slab {
  return { centre: slabPoint(of, u, v), along: of.along, halfLength, halfWidth };
}

function buildChair(kit: Kit, centre: Point, along: Point, colour: number): void {
  const seat: Slab = { centre, along, halfLength: 0.23, halfWidth: 0.22 };
  const tone = mix(colour, kit.palette.seat, 0.35);
  kit.solid.box(seat, 0.36, 0.46, plain(tone));
  kit.solid.box(part(seat, 0, -0.22, 0.22, 0.035), 0.46, 0.9, plain(tone));
  kit.occluders.push({ ring: ringAround(centre, 0.2), height: 0.3 });
}

export function ringAround(centre: Point, radius: number): Point[] {
  return Array.from({ length: 8 }, (_, i) => ({
    x: centre.x + radius * Math.cos((i * Math.PI) / 4),
    y: centre.y + radius * Math.sin((i * Math.PI) / 4),
  }));
}
