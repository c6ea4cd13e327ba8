import { type Point, ringEdges } from '@daoyin/geometry';
import type { Level, Unit, Venue } from '@daoyin/venue';
import { buildEscalator } from './escalator';
import type { Kit } from './kit';
import { buildLift } from './lift';
import { type Slab, slabAround } from './slab';
import { buildStairs } from './stairs';

export const RISE_SHOWN = 1.75; // metres of a flight that rise above the floor before the cut

/** Which way one can go from a unit of a connector. */
export interface Ways {
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

export function touches(unit: Unit, p: Point): boolean {
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
