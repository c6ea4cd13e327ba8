import { distance, type Point } from '@daoyin/geometry';
import type { Fixture, Kiosk, Level, Venue } from '@daoyin/venue';
import { mix, shade } from '../colour';
import { buildWindowDesk, DESK_HEIGHT, facingOf, part } from './counter';
import { type Kit, plain, standBox, standPrism } from './kit';
import { buildPlanter } from './planter';
import { isRectangle, type Slab, slabAround, slabPoint, slabRing } from './slab';

/** Everything that stands on the floor of one level. */
export function buildFurniture(kit: Kit, venue: Venue, level: Level): void {
  const windows = new Map(venue.windows.map((window) => [window.fixtureId, window]));
  for (const fixture of venue.fixtures) {
    if (fixture.level !== level.shortName || fixture.area.length === 0) continue;
    const window = windows.get(fixture.id);
    if (window) buildWindowDesk(kit, fixture, window);
    else buildFixture(kit, fixture);
  }
  for (const kiosk of venue.kiosks) if (kiosk.level === level.shortName) buildKiosk(kit, kiosk, venue);
  for (const { level: on, category, point } of venue.amenities) {
    if (on !== level.shortName || !category.startsWith('seat')) continue;
    if (!seatsNear(venue, level, point)) buildChairs(kit, point, { x: 1, y: 0 }, 3);
  }
}

/** Whether an amenity's seats are drawn already, as the furniture about it. */
function seatsNear(venue: Venue, level: Level, point: Point): boolean {
  return venue.fixtures.some(
    ({ level: on, category, area }) =>
      on === level.shortName &&
      category === 'furniture' &&
      area.some(({ outer }) => outer.some((p) => distance(p, point) < 6)),
  );
}

/** A row of public chairs about a point; `along` is the direction of the row, the backs are on its right. */
function buildChairs(kit: Kit, centre: Point, along: Point, count: number): void {
  const { seat, frame } = kit.palette;
  const row: Slab = { centre, along, halfLength: count * 0.28, halfWidth: 0.24 };
  kit.solid.box({ ...row, halfWidth: 0.04 }, 0.2, 0.34, plain(frame));
  kit.occluders.push({ ring: slabRing(row), height: 0.42 });
  for (let i = 0; i < count; i++) {
    const u = (i - (count - 1) / 2) * 0.56;
    kit.solid.box(part(row, u, 0.02, 0.25, 0.22), 0.34, 0.43, plain(seat));
    kit.solid.box(part(row, u, -0.22, 0.25, 0.03), 0.43, 0.84, plain(shade(seat, 0.94)));
  }
}

function buildFixture(kit: Kit, fixture: Fixture): void {
  const { palette } = kit;
  const { category, area } = fixture;
  switch (category) {
    case 'vegetation':
      buildPlanter(kit, fixture);
      break;
    case 'furniture':
      buildSeating(kit, fixture);
      break;
    case 'rug':
      for (const polygon of area) kit.floor.flat(polygon, 0.02, mix(palette.floor, palette.seat, 0.3));
      break;
    case 'wall':
      standPrism(kit, area, 1.25, { top: palette.wallTop, side: palette.wallSide });
      break;
    case 'water':
      standPrism(kit, area, 0.35, plain(mix(palette.glass, palette.floor, 0.3)));
      break;
    case 'desk':
      standPrism(kit, area, DESK_HEIGHT + 0.2, {
        top: mix(palette.wood, palette.desk, 0.55),
        side: palette.desk,
        foot: 0.8,
      });
      break;
    case 'stage':
      standPrism(kit, area, 0.3, plain(palette.wood));
      break;
    default:
      standPrism(kit, area, category.endsWith('equipment') ? 1.4 : 0.9, {
        top: palette.desk,
        side: palette.wallSide,
      });
  }
}

/** Rows of chairs that fill a rectangle; what is too small or of another shape is a low bench. */
function buildSeating(kit: Kit, { area }: Fixture): void {
  const ring = area[0]!.outer;
  const slab = slabAround(ring);
  const rows = Math.floor((2 * slab.halfWidth + 0.35) / 0.85);
  const count = Math.floor((2 * slab.halfLength) / 0.56);
  if (!isRectangle(ring, slab) || rows < 1 || count < 2) {
    standPrism(kit, area, 0.45, plain(kit.palette.seat));
    return;
  }
  for (let i = 0; i < rows; i++) {
    const v = rows === 1 ? 0 : ((i + 0.5) / rows - 0.5) * 2 * slab.halfWidth;
    buildChairs(kit, slabPoint(slab, 0, v), slab.along, count);
  }
}

/** A terminal: plinth, leaning screen towards whoever stands at its anchor. */
function buildKiosk(kit: Kit, kiosk: Kiosk, venue: Venue): void {
  const { palette, solid } = kit;
  if (kiosk.area.length === 0) return;
  const ring = kiosk.area[0]!.outer;
  const slab = slabAround(ring);
  if (!isRectangle(ring, slab) || slab.halfLength > 1.2) {
    standPrism(kit, kiosk.area, 1.1, plain(palette.desk));
    return;
  }
  const anchor = venue.anchors.find(({ id }) => id === kiosk.anchorId);
  const facing = anchor ? facingOf(slab, anchor.at) : slab;
  const { halfLength: l, halfWidth: w } = facing;
  standBox(kit, facing, 0.9, { top: palette.desk, side: mix(palette.desk, palette.facility, 0.25) });
  const head = part(facing, 0, -w * 0.35, l * 0.9, w * 0.5);
  solid.box(head, 0.9, 1.5, { top: palette.facility, side: shade(palette.facility, 0.9), foot: 1 });
  const screen = part(facing, 0, w * 0.17, l * 0.78, 0.015);
  solid.box(screen, 1, 1.42, { top: palette.dark, side: mix(palette.dark, palette.glass, 0.25), foot: 1 });
}
