import { type Point, ringEdges } from '@daoyin/geometry';
import type { Level, Unit, Venue } from '@daoyin/venue';
import { mix, shade } from '../colour';
import { type Kit, outline, plain, standPrism } from './kit';
import { type Slab, slabAround, slabPoint, slabRing } from './slab';

const TREAD = 0.34;
const RISE_SHOWN = 1.75; // metres of a flight that rise above the floor before the cut
const SHAFT_HEIGHT = 1.6;

/** Which way one can go from a unit of a connector. */
interface Ways {
  readonly up: boolean;
  readonly down: boolean;
}

/** Stairs, escalators, ramps and lift shafts of one level. */
export function buildVertical(kit: Kit, venue: Venue, level: Level): void {
  for (const unit of venue.units) {
    if (unit.level !== level.shortName || unit.area.length === 0) continue;
    if (unit.category === 'elevator') buildLift(kit, venue, unit);
    else if (unit.category === 'stairs') buildStairs(kit, unit, entrySlab(venue, unit), waysOf(venue, unit));
    else if (unit.category === 'escalator') {
      buildEscalator(kit, entrySlab(venue, unit), waysOf(venue, unit), oneWay(venue, unit));
    }
  }
}

function waysOf(venue: Venue, unit: Unit): Ways {
  const levels = new Map(venue.levels.map(({ shortName, ordinal }) => [shortName, ordinal]));
  const here = levels.get(unit.level) ?? 0;
  const joined = venue.connectors
    .filter(({ unitIds }) => unitIds.includes(unit.id))
    .flatMap(({ unitIds }) => venue.units.filter(({ id }) => unitIds.includes(id)))
    .map((other) => levels.get(other.level) ?? here);
  return { up: joined.some((ordinal) => ordinal > here), down: joined.some((ordinal) => ordinal < here) };
}

function oneWay(venue: Venue, unit: Unit): 'up' | 'down' | undefined {
  const direction = venue.connectors.find(({ unitIds }) => unitIds.includes(unit.id))?.direction;
  return direction === 'up' || direction === 'down' ? direction : undefined;
}

/** The rectangle around a unit, turned so that one enters at the negative end of its length. */
function entrySlab(venue: Venue, unit: Unit): Slab {
  const slab = slabAround(unit.area[0]!.outer);
  const doors = venue.openings.filter(({ level, line }) => level === unit.level && touches(unit, line[0]!));
  const at = doors[0]?.line[0] ?? openSide(venue, unit, slab);
  if (!at) return slab;
  const u = (at.x - slab.centre.x) * slab.along.x + (at.y - slab.centre.y) * slab.along.y;
  return u > 0 ? { ...slab, along: { x: -slab.along.x, y: -slab.along.y } } : slab;
}

function touches(unit: Unit, p: Point): boolean {
  return unit.area.some(({ outer }) =>
    [...ringEdges(outer)].some(([a, b]) => {
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const t = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length;
      const off = Math.abs((p.y - a.y) * (b.x - a.x) - (p.x - a.x) * (b.y - a.y)) / length;
      return off < 0.3 && t > -0.3 && t < length + 0.3;
    }),
  );
}

/** Without a door, one enters at the end that the level above or below does not share; else nobody can say. */
function openSide(venue: Venue, unit: Unit, slab: Slab): Point | undefined {
  const other = venue.connectors
    .filter(({ unitIds }) => unitIds.includes(unit.id))
    .flatMap(({ unitIds }) => venue.units.filter(({ id }) => id !== unit.id && unitIds.includes(id)))[0];
  if (!other?.area[0]) return undefined;
  const { centre } = slabAround(other.area[0].outer);
  const [dx, dy] = [centre.x - slab.centre.x, centre.y - slab.centre.y];
  if (Math.hypot(dx, dy) < 0.5) return undefined;
  return { x: slab.centre.x - dx, y: slab.centre.y - dy };
}

/** A shaft with a lid in the connectors' colour, its car sunk into it. */
function buildLift(kit: Kit, venue: Venue, unit: Unit): void {
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

/** Wide stairs show both flights side by side: the one up rises to the cut, the one down darkens into its well. */
function buildStairs(kit: Kit, unit: Unit, slab: Slab, ways: Ways): void {
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

/** A moving flight: treads between two glass sides with dark handrails; comb plates at the ends. */
function buildEscalator(kit: Kit, slab: Slab, ways: Ways, direction: 'up' | 'down' | undefined): void {
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
