import { centroid, distance, distanceToBoundary, type Point } from '@daoyin/geometry';
import { compareWindowNumbers, type ServiceWindow, type Unit, type Venue } from '@daoyin/venue';
import { isStaffOnly } from '../space/categories';
import type { Sight } from './landmarks';

/** A window belongs to the room of clerks whose edge is so near its place before the counter, in metres. */
const AT_COUNTER = 2.5;
/** Fewer windows are told by their own numbers. */
const FEWEST = 4;
/** The corners of an island that lie nearer to one another, in metres, are one. */
const ONE_CORNER = 1;
/** An island is preferred to a window that is farther off by so many metres. */
const WEIGHT = 1.5;

/** Islands of counters on a level, each seen by its corners: staff's floor with windows on opposite sides. */
export function islandSights(venue: Venue, level: string): Sight[] {
  const windows = venue.windows.filter(({ at }) => at.level === level);
  const units = venue.units.filter((unit) => unit.level === level && isStaffOnly(unit));
  const windowsOf = new Map<Unit, ServiceWindow[]>();
  for (const window of windows) {
    const unit = counterOf(window, units);
    if (unit !== undefined) windowsOf.set(unit, [...(windowsOf.get(unit) ?? []), window]);
  }
  return [...windowsOf].flatMap(([unit, own]) => (isIsland(unit, own) ? cornersOf(unit, own) : []));
}

function counterOf({ at }: ServiceWindow, units: readonly Unit[]): Unit | undefined {
  const far = ({ area }: Unit) => Math.min(...area.map((polygon) => distanceToBoundary(polygon, at)));
  return units
    .map((unit) => ({ unit, far: far(unit) }))
    .filter((one) => one.far < AT_COUNTER)
    .sort((a, b) => a.far - b.far)[0]?.unit;
}

/** A counter along a wall is none: an island's windows look to opposite sides. */
function isIsland(unit: Unit, windows: readonly ServiceWindow[]): boolean {
  if (windows.length < FEWEST) return false;
  const middle = centroid(unit.area[0]!.outer);
  const sides = windows.map(({ at }) => ({ x: at.x - middle.x, y: at.y - middle.y }));
  return sides.some((a) => sides.some((b) => facesAway(a, b)));
}

/** More than 120° apart. */
function facesAway(a: Point, b: Point): boolean {
  return a.x * b.x + a.y * b.y < -0.5 * Math.hypot(a.x, a.y) * Math.hypot(b.x, b.y);
}

function cornersOf(unit: Unit, windows: readonly ServiceWindow[]): Sight[] {
  const numbers = windows.map(({ number }) => number).sort(compareWindowNumbers);
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const isRun = Number(last) - Number(first) === numbers.length - 1;
  if (!isRun && Object.keys(unit.name).length === 0) return [];
  const words = isRun ? { windows: [first, last] as const } : { name: unit.name };
  const corners: Point[] = [];
  for (const corner of unit.area[0]!.outer) {
    if (corners.every((other) => distance(other, corner) >= ONE_CORNER)) corners.push(corner);
  }
  const island = { kind: 'island', featureId: unit.id, ...words, weight: WEIGHT, unitId: unit.id };
  return corners.map((at) => ({ ...island, at }));
}
