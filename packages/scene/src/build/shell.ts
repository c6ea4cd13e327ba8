import type { Point } from '@daoyin/geometry';
import type { Level, Section, Unit, Venue } from '@daoyin/venue';
import { mix, type Rgb, shade } from '../colour';
import { type Kit, outline, pane, wallSlab } from './kit';
import { slabPoint, slabRing } from './slab';
import { areaOf, isWaiting } from './style';
import { type Doorway, isVoid, type WallSegment, wallsOf } from './walls';

/** Walls are cut at breast height, so that one sees into rooms from above. */
const WALL_HEIGHT = 1.25;
const FACADE_HEIGHT = 1.7;
const RAIL_HEIGHT = 1.05;
const INNER_WALL = 0.16;
const OUTER_WALL = 0.3;
const SLAB = 0.55;
const MULLIONS = 2.4;

/** Floors, walls, façade, doors and balustrades of one level. */
export function buildShell(kit: Kit, venue: Venue, level: Level): void {
  const units = venue.units.filter((unit) => unit.level === level.shortName);
  buildFloors(
    kit,
    level,
    units,
    venue.sections.filter((section) => section.level === level.shortName),
  );
  const { segments, doorways } = wallsOf(venue, level);
  for (const segment of segments) buildWall(kit, segment);
  for (const doorway of doorways) buildDoor(kit, doorway);
  for (const unit of units)
    if (unit.category === 'column' || unit.category === 'structure') buildCore(kit, unit);
}

function buildFloors(kit: Kit, level: Level, units: readonly Unit[], sections: readonly Section[]): void {
  const { floor, palette } = kit;
  const voids = units.filter(isVoid).flatMap((unit) => unit.area.map(({ outer }) => [...outer].reverse()));
  for (const polygon of level.outline) {
    const top = level.outdoor ? palette.outdoor : palette.floor;
    floor.flat(
      { outer: polygon.outer, holes: [...polygon.holes, ...voids] },
      -0.04,
      mix(top, palette.closed, 0.5),
    );
    for (const ring of [polygon.outer, ...polygon.holes]) {
      kit.solid.skirt(ring, -SLAB, -0.04, palette.slabSide, 0.8);
      outline(kit, ring, -0.03);
    }
  }
  for (const hole of voids) kit.solid.skirt(hole, -SLAB, 0, palette.slabSide, 0.75);
  const bySize = [...units].filter((unit) => !isVoid(unit)).sort((a, b) => areaOf(b) - areaOf(a));
  bySize.forEach((unit) => {
    for (const polygon of unit.area) floor.flat(polygon, 0, floorColour(kit, unit));
  });
  for (const section of [...sections].sort((a, b) => areaOf(b) - areaOf(a))) {
    const share = isWaiting(section) ? palette.zoneTint * 0.6 : palette.zoneTint;
    const tint = mix(palette.floor, kit.style.sectionColour(section), share);
    for (const polygon of section.area) floor.flat(polygon, 0.015, tint);
  }
}

function floorColour({ palette, style }: Kit, unit: Unit): Rgb {
  const given = style.unitColour(unit);
  if (given !== undefined) return mix(palette.floor, given, palette.zoneTint);
  const { category, restriction } = unit;
  if (restriction || category === 'nonpublic' || category === 'structure') return palette.closed;
  if (category.startsWith('restroom')) return palette.wet;
  if (category === 'elevator') return palette.shaft;
  if (category === 'stairs' || category === 'escalator') return palette.stairs;
  if (['walkway', 'lobby', 'foyer', 'unspecified', 'waitingroom'].includes(category)) return palette.floor;
  if (['terrace', 'sidewalk', 'plaza', 'road'].includes(category)) return palette.outdoor;
  return palette.room;
}

/** A column or core as one block, a little higher than the walls. */
function buildCore(kit: Kit, { area }: Unit): void {
  const { wallTop, wallSide, closed } = kit.palette;
  kit.solid.prism(area, -0.04, WALL_HEIGHT + 0.12, { top: mix(wallTop, closed, 0.35), side: wallSide });
  for (const { outer } of area) {
    outline(kit, outer, WALL_HEIGHT + 0.12);
    kit.occluders.push({ ring: outer, height: WALL_HEIGHT });
  }
}

function buildWall(kit: Kit, { a, b, kind }: WallSegment): void {
  if (kind === 'facade') buildFacade(kit, a, b);
  else if (kind === 'balustrade') buildBalustrade(kit, a, b);
  else {
    const { wallTop, wallSide } = kit.palette;
    const slab = wallSlab(a, b, INNER_WALL, INNER_WALL / 2);
    kit.solid.box(slab, -0.04, WALL_HEIGHT, { top: wallTop, side: wallSide, foot: 0.86 });
    kit.occluders.push({ ring: slabRing(slab), height: WALL_HEIGHT });
  }
}

/** A sill, glass above it, slender mullions and a rail. */
function buildFacade(kit: Kit, a: Point, b: Point): void {
  const { wallTop, wallSide, frame } = kit.palette;
  const slab = wallSlab(a, b, OUTER_WALL, OUTER_WALL / 2);
  kit.solid.box(slab, -0.04, 0.42, { top: wallTop, side: wallSide, foot: 0.82 });
  kit.occluders.push({ ring: slabRing(slab), height: 0.7 });
  pane(kit, a, b, 0.42, FACADE_HEIGHT);
  kit.solid.box({ ...slab, halfWidth: 0.05 }, FACADE_HEIGHT, FACADE_HEIGHT + 0.07, {
    top: wallTop,
    side: frame,
  });
  const count = Math.max(1, Math.round((2 * slab.halfLength) / MULLIONS));
  for (let i = 0; i <= count; i++) {
    const centre = slabPoint(slab, (i / count - 0.5) * 2 * (slab.halfLength - OUTER_WALL / 2), 0);
    const post = { centre, along: slab.along, halfLength: 0.05, halfWidth: 0.06 };
    kit.solid.box(post, 0.42, FACADE_HEIGHT, { top: frame, side: mix(frame, wallTop, 0.35), foot: 1 });
  }
}

function buildBalustrade(kit: Kit, a: Point, b: Point): void {
  const { frame, wallTop } = kit.palette;
  pane(kit, a, b, 0.05, RAIL_HEIGHT, kit.palette.glassAlpha * 1.15);
  const rail = wallSlab(a, b, 0.09, 0.045);
  kit.solid.box(rail, RAIL_HEIGHT, RAIL_HEIGHT + 0.07, { top: mix(frame, wallTop, 0.2), side: frame });
  kit.solid.box({ ...rail, halfWidth: 0.08 }, 0, 0.08, { top: wallTop, side: frame });
  kit.occluders.push({ ring: slabRing(rail), height: 0.25 });
}

/** Jambs, and leaves that stand open; what is an open passage gets its threshold only. */
function buildDoor(kit: Kit, { a, b, kind, opening }: Doorway): void {
  const { palette, solid } = kit;
  const slab = wallSlab(a, b, kind === 'facade' ? OUTER_WALL : INNER_WALL);
  const width = 2 * slab.halfLength;
  const entrance = kind === 'facade';
  const height = entrance ? FACADE_HEIGHT + 0.25 : WALL_HEIGHT;
  const jamb = {
    top: palette.wallTop,
    side: entrance ? palette.frame : mix(palette.wallSide, palette.frame, 0.5),
  };
  for (const end of [-1, 1]) {
    const centre = slabPoint(slab, end * slab.halfLength, 0);
    const half = entrance ? 0.12 : slab.halfWidth + 0.02;
    solid.box({ centre, along: slab.along, halfLength: half, halfWidth: half }, 0, height, jamb);
  }
  const mat = entrance ? mix(palette.closed, palette.dark, 0.25) : mix(palette.closed, palette.wallSide, 0.4);
  const depth = entrance ? 0.9 : slab.halfWidth;
  kit.floor.flat({ outer: slabRing({ ...slab, halfWidth: depth }), holes: [] }, 0.02, mat);
  if (opening.doorType === 'open' || opening.category.includes('emergency')) return;
  if (entrance) buildSlidingLeaves(kit, a, b, width);
  else if (width < 2.6) buildLeaf(kit, a, b, width);
}

function buildSlidingLeaves(kit: Kit, a: Point, b: Point, width: number): void {
  const at = (t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  const leaf = Math.min(0.3, 0.9 / width);
  pane(kit, a, at(leaf), 0.05, FACADE_HEIGHT + 0.15, kit.palette.glassAlpha * 1.5);
  pane(kit, at(1 - leaf), b, 0.05, FACADE_HEIGHT + 0.15, kit.palette.glassAlpha * 1.5);
}

function buildLeaf(kit: Kit, a: Point, b: Point, width: number): void {
  const [dx, dy] = [(b.x - a.x) / width, (b.y - a.y) / width];
  const swing = (from: Point, sign: number, length: number) => {
    const angle = sign * 1.25; // not quite square, so that the leaf reads as a door
    const tip = {
      x: from.x + sign * length * (dx * Math.cos(angle) - dy * Math.sin(angle)),
      y: from.y + sign * length * (dy * Math.cos(angle) + dx * Math.sin(angle)),
    };
    const slab = wallSlab(from, tip, 0.06);
    kit.solid.box(slab, 0, WALL_HEIGHT - 0.1, { top: kit.palette.wood, side: shade(kit.palette.wood, 0.93) });
  };
  if (width > 1.5) {
    swing(a, 1, width / 2);
    swing(b, -1, width / 2);
  } else swing(a, 1, width * 0.92);
}
