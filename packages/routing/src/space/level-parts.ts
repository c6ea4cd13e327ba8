import { type Bounds, boundsOf, type MultiPolygon, type Point } from '@daoyin/geometry';
import type { Issue, Level, Opening, Unit, Venue } from '@daoyin/venue';
import Flatbush from 'flatbush';
import { isObstacle, type UnitKind, unitKind } from './categories';
import { areaOf, difference, GRID, type Region, regionOf } from './clip';
import { undrawnFloor } from './undrawn-floor';

/** The floor that belongs to one unit: its area without the smaller units that lie on it. */
export interface UnitFloor {
  readonly unit: Unit;
  readonly kind: UnitKind;
  readonly region: Region;
  readonly bounds: Bounds;
}

/** One level's features, prepared once for every walker. */
export interface LevelParts {
  readonly level: Level;
  /** Of the units, and of what no unit covers where that is floor too. */
  readonly floors: readonly UnitFloor[];
  readonly openings: readonly Opening[];
  /** Fixtures of category wall: a door may lie in them. */
  readonly walls: Region;
  /** Desks, machines, furniture: nothing is carved through them. */
  readonly furniture: Region;
  /** Indices of the floors that hold the point. */
  readonly floorsAt: (point: Point) => number[];
  readonly issues: readonly Issue[];
}

/** A level with more vertices than this is no floor plan (a station's storey has some 2,000) and is not routed on. */
const MOST_VERTICES = 50_000;

/** Gathers a level's units, openings and obstacles; overlapping units are settled in favour of the smaller one. */
export function levelParts(venue: Venue, level: Level): LevelParts {
  const here = <T extends { readonly level: string }>(features: readonly T[]): T[] =>
    features.filter((feature) => feature.level === level.shortName);
  const areas = [...here(venue.units), ...here(venue.fixtures), ...here(venue.kiosks)].flatMap(
    ({ area }) => area,
  );
  const vertices = countVertices([...level.outline, ...areas]);
  if (vertices > MOST_VERTICES)
    return withoutFloor(level, tooDetailed(level.shortName, vertices, MOST_VERTICES));
  const outline = regionOf(level.outline);
  const openings = here(venue.openings);
  const issues: Issue[] = [];
  const units = settleOverlaps(here(venue.units), issues);
  const undrawn = undrawnFloor(level, outline, units, openings);
  issues.push(...undrawn.issues);
  const floors = undrawn.floor === undefined ? units : [...units, undrawn.floor];
  const fixtures = here(venue.fixtures).filter((fixture) => isObstacle(fixture.category));
  const isWall = (category: string) => category.toLowerCase() === 'wall';
  return {
    level,
    floors,
    openings,
    walls: regionOf(fixtures.filter(({ category }) => isWall(category)).flatMap(({ area }) => area)),
    furniture: regionOf(
      [...fixtures.filter(({ category }) => !isWall(category)), ...here(venue.kiosks)].flatMap(
        ({ area }) => area,
      ),
    ),
    floorsAt: floorLocator(floors),
    issues,
  };
}

function countVertices(areas: MultiPolygon): number {
  return areas.reduce(
    (sum, { outer, holes }) => holes.reduce((more, hole) => more + hole.length, sum + outer.length),
    0,
  );
}

export function tooDetailed(level: string, vertices: number, most: number): Issue {
  const message = `Level ${level} has ${vertices} vertices; with more than ${most} no routes are found on it.`;
  return { severity: 'error', kind: 'level-too-detailed', message };
}

function withoutFloor(level: Level, issue: Issue): LevelParts {
  const nothing = { floors: [], openings: [], walls: [], furniture: [], floorsAt: () => [] };
  return { level, ...nothing, issues: [issue] };
}

function settleOverlaps(units: readonly Unit[], issues: Issue[]): UnitFloor[] {
  const raw = units
    .map((unit) => ({
      unit,
      region: regionOf(unit.area),
      bounds: boundsOf(unit.area.flatMap(({ outer }) => outer)),
    }))
    .filter(({ region }) => region.length > 0)
    .map((entry) => ({ ...entry, size: areaOf(entry.region) }))
    .sort((a, b) => a.size - b.size || (a.unit.id < b.unit.id ? -1 : 1));
  if (raw.length === 0) return [];
  const index = new Flatbush(raw.length);
  for (const { bounds } of raw) index.add(bounds.minX, bounds.minY, bounds.maxX, bounds.maxY);
  index.finish();
  return raw.map(({ unit, region, bounds, size }, i) => {
    const smaller = index
      .search(bounds.minX + 1e-3, bounds.minY + 1e-3, bounds.maxX - 1e-3, bounds.maxY - 1e-3, (j) => j < i)
      .flatMap((j) => raw[j]!.region);
    const left = difference(region, smaller);
    if (areaOf(left) < 0.01 * size) issues.push(hiddenUnit(unit));
    return { unit, kind: unitKind(unit.category), region: left, bounds };
  });
}

function hiddenUnit(unit: Unit): Issue {
  return {
    severity: 'assumption',
    kind: 'unit-covered',
    message: `Unit ${unit.id} (${unit.category}) on ${unit.level} lies wholly under smaller units; they were taken.`,
    featureId: unit.id,
  };
}

function floorLocator(floors: readonly UnitFloor[]): LevelParts['floorsAt'] {
  if (floors.length === 0) return () => [];
  const index = new Flatbush(floors.length);
  for (const { bounds } of floors) index.add(bounds.minX, bounds.minY, bounds.maxX, bounds.maxY);
  index.finish();
  return ({ x, y }) => index.search(x, y, x, y, (i) => regionContains(floors[i]!.region, { x, y }));
}

/** Whether a point (in metres) is in a region, by the even-odd rule. */
export function regionContains(region: Region, point: Point): boolean {
  const x = point.x * GRID;
  const y = point.y * GRID;
  let inside = false;
  for (const ring of region) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[i]!;
      const b = ring[j]!;
      if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
    }
  }
  return inside;
}
