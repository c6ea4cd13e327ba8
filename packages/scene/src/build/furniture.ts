import { distance, type Point, polygonContains } from '@daoyin/geometry';
import type { Fixture, Kiosk, Level, ServiceWindow, Venue } from '@daoyin/venue';
import { mix, shade } from '../colour';
import { type Kit, outline, plain, standBox, standPrism } from './kit';
import { isRectangle, type Slab, slabAround, slabPoint, slabRing } from './slab';

const DESK_HEIGHT = 0.78;
const SHELF_HEIGHT = 1.02;

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

/** A counter with a front in its area's colour, a shelf towards the visitor, a screen and a chair behind it. */
function buildWindowDesk(kit: Kit, { area }: Fixture, window: ServiceWindow): void {
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
function facingOf(slab: Slab, at: Point): Slab {
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

function part(of: Slab, u: number, v: number, halfLength: number, halfWidth: number): Slab {
  return { centre: slabPoint(of, u, v), along: of.along, halfLength, halfWidth };
}

function buildChair(kit: Kit, centre: Point, along: Point, colour: number): void {
  const seat: Slab = { centre, along, halfLength: 0.23, halfWidth: 0.22 };
  const tone = mix(colour, kit.palette.seat, 0.35);
  kit.solid.box(seat, 0.36, 0.46, plain(tone));
  kit.solid.box(part(seat, 0, -0.22, 0.22, 0.035), 0.46, 0.9, plain(tone));
  kit.occluders.push({ ring: ringAround(centre, 0.2), height: 0.3 });
}

/** A row of public chairs about a point; `along` is the direction of the row, the backs are on its right. */
export function buildChairs(kit: Kit, centre: Point, along: Point, count: number): void {
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

/** A low pot with shrubs: bumps of eight sides, set out so that they fill the outline. */
function buildPlanter(kit: Kit, { area }: Fixture): void {
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

function ringAround(centre: Point, radius: number): Point[] {
  return Array.from({ length: 8 }, (_, i) => ({
    x: centre.x + radius * Math.cos((i * Math.PI) / 4),
    y: centre.y + radius * Math.sin((i * Math.PI) / 4),
  }));
}
