import { centroid, distance, type Point, type VenuePoint } from '@daoyin/geometry';
import type { FeatureId, Labels, Unit, Venue } from '@daoyin/venue';
import Flatbush from 'flatbush';
import type { LevelBase } from '../route/level-plan';
import { isStaffOnly, unitKind } from '../space/categories';
import type { Landmark } from '../types';
import { islandSights } from './islands';

/** A landmark with its place. `weight` is how many metres it may be farther off than a window and still be named before it. */
export interface Sight extends Landmark {
  readonly at: Point;
  readonly weight: number;
  /** The unit that it is or stands in the edge of: its own walls do not hide it. */
  readonly unitId?: FeatureId;
  /** A sign that is read from one side only: where its reader stands. */
  readonly readFrom?: Point;
}

/** The landmarks of one level, findable by place. */
export interface Sights {
  readonly near: (point: Point, reach: number) => readonly Sight[];
}

/** The cosine of the widest angle at which a sign is read. */
const READABLE = Math.cos((75 * Math.PI) / 180);
/** Metres between two looks along a line of sight. */
const LOOK_STEP = 0.25;

const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/^(elevator|escalator|stairs)/, 0.5],
  [/^(information|reception|ticketing|entry|security)/, 0.5],
  [/^(kiosk|atm|vendingmachine|copymachine|photobooth|drinkingfountain|restroom|mothersroom|firstaid)/, -0.5],
];

/** Everything on a level that is worth naming: windows by number, shafts, machines, services, and what has a name of its own. */
export function sightsOf(venue: Venue, level: string): Sights {
  const sights = [
    ...lessForCommon([
      ...windowSights(venue, level),
      ...unitSights(venue, level),
      ...standingSights(venue, level),
    ]),
    ...islandSights(venue, level),
  ];
  if (sights.length === 0) return { near: () => [] };
  const index = new Flatbush(sights.length);
  for (const { at } of sights) index.add(at.x, at.y, at.x, at.y);
  index.finish();
  return {
    near: ({ x, y }, reach) =>
      index.search(x - reach, y - reach, x + reach, y + reach).map((i) => sights[i]!),
  };
}

/** What there are many of tells little: each of two or more of one name loses 1.5 m, of four or more 4 m. */
function lessForCommon(sights: readonly Sight[]): Sight[] {
  const textOf = ({ kind, name, window }: Sight) => window ?? (name ? Object.values(name)[0]! : kind);
  const counts = new Map<string, number>();
  for (const one of sights) counts.set(textOf(one), (counts.get(textOf(one)) ?? 0) + 1);
  return sights.map((one) => {
    const count = counts.get(textOf(one))!;
    return { ...one, weight: one.weight - (count > 3 ? 4 : count > 1 ? 1.5 : 0) };
  });
}

function windowSights(venue: Venue, level: string): Sight[] {
  return venue.windows
    .filter(({ at }) => at.level === level)
    .map((window) => {
      const fixture = venue.fixtures.find(({ id }) => id === window.fixtureId);
      const ring = fixture?.area[0]?.outer;
      const named = { kind: 'window', featureId: window.occupantId, window: window.number, weight: 1 };
      return ring ? { ...named, at: centroid(ring), readFrom: window.at } : { ...named, at: window.at };
    });
}

function unitSights(venue: Venue, level: string): Sight[] {
  return venue.units
    .filter((unit) => unit.level === level && (unitKind(unit.category) === 'shaft' || isNamedRoom(unit)))
    .flatMap((unit) => {
      const ring = unit.area[0]?.outer;
      if (ring === undefined) return [];
      const at = unitKind(unit.category) === 'shaft' ? centroid(ring) : doorOf(venue, unit);
      return at === undefined ? [] : [sight(unit.category, unit, at, unit.id)];
    });
}

function isNamedRoom(unit: Unit): boolean {
  return unitKind(unit.category) === 'room' && hasName(unit.name) && !isStaffOnly(unit);
}

/** A room is seen by its door. */
function doorOf(venue: Venue, unit: Unit): Point | undefined {
  for (const { line, level } of venue.openings) {
    if (level !== unit.level) continue;
    const [a, b] = [line[0]!, line.at(-1)!];
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const near = unit.area.some(({ outer }) =>
      outer.some((p, i) => onEdge(p, outer[(i + 1) % outer.length]!, middle)),
    );
    if (near) return middle;
  }
  return undefined;
}

function onEdge(a: Point, b: Point, p: Point): boolean {
  return distance(a, p) + distance(p, b) - distance(a, b) < 0.02;
}

function standingSights(venue: Venue, level: string): Sight[] {
  const amenities = venue.amenities
    .filter(
      (amenity) => amenity.level === level && amenity.category !== 'seating' && amenity.category !== 'wifi',
    )
    .map((amenity) => sight(amenity.category, amenity, amenity.point, amenity.unitIds[0]));
  const taken = new Set(venue.windows.map(({ fixtureId }) => fixtureId));
  const kiosks = venue.kiosks
    .filter((kiosk) => kiosk.level === level)
    .map((kiosk) => sight('kiosk', kiosk, centroid(kiosk.area[0]!.outer)));
  const fixtures = venue.fixtures
    .filter(
      (fixture) =>
        fixture.level === level && !taken.has(fixture.id) && isTold(fixture.category, fixture.name),
    )
    .map((fixture) => sight(fixture.category, fixture, centroid(fixture.area[0]!.outer)));
  return [...amenities, ...kiosks, ...fixtures];
}

function isTold(category: string, name: Labels): boolean {
  return hasName(name) || /vegetation|security|stage/.test(category);
}

const hasName = (name: Labels): boolean => Object.values(name).some((text) => text.trim() !== '');

function sight(
  kind: string,
  feature: { readonly id: FeatureId; readonly name: Labels },
  at: Point,
  unitId?: FeatureId,
): Sight {
  const weight = WEIGHTS.find(([pattern]) => pattern.test(kind))?.[1] ?? -1;
  return {
    kind,
    featureId: feature.id,
    ...(hasName(feature.name) && { name: feature.name }),
    at,
    weight,
    ...(unitId !== undefined && { unitId }),
  };
}

/** Drops what only the choice of a landmark needs. */
export function landmarkOf({ kind, featureId, name, window, windows }: Sight): Landmark {
  return {
    kind,
    featureId,
    ...(name && { name }),
    ...(window !== undefined && { window }),
    ...(windows && { windows }),
  };
}

/**
 * Whether a landmark is seen from a point: counters are looked over, walls of rooms, columns and shafts are not, and nobody reads a
 * window's number from behind it.
 */
export function isSeen({ parts, rules }: LevelBase, from: VenuePoint, sight: Sight): boolean {
  if (!isBefore(from, sight)) return false;
  const far = distance(from, sight.at);
  const floorAt = (t: number) =>
    parts.floorsAt({ x: from.x + t * (sight.at.x - from.x), y: from.y + t * (sight.at.y - from.y) })[0];
  const isOpen = (i: number) => parts.floors[i]!.kind === 'open' || rules.open.has(parts.floors[i]!.unit.id);
  const start = floorAt(0);
  for (let along = LOOK_STEP; along < far - LOOK_STEP; along += LOOK_STEP) {
    const floor = floorAt(along / far);
    if (floor === undefined) continue;
    const { unit } = parts.floors[floor]!;
    const sameRoom = floor === start || (start !== undefined && isOpen(start) && isOpen(floor));
    if (!sameRoom && unit.id !== sight.unitId && unit.category !== 'opentobelow') return false;
  }
  return true;
}

function isBefore(from: Point, { at, readFrom }: Sight): boolean {
  if (readFrom === undefined) return true;
  const ahead = (from.x - at.x) * (readFrom.x - at.x) + (from.y - at.y) * (readFrom.y - at.y);
  return ahead > READABLE * distance(from, at) * distance(readFrom, at);
}
