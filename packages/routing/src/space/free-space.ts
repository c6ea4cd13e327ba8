import { distance, type Polyline } from '@daoyin/geometry';
import type { FeatureId, Issue } from '@daoyin/venue';
import { isStaffOnly, type UnitKind } from './categories';
import {
  areaOf,
  bandOf,
  difference,
  dilate,
  erode,
  intersection,
  offsetSharp,
  piecesOf,
  type Region,
  unionOf,
} from './clip';
import { frontedOf, isWay, mouthsOf, WALL, WALL_WITHOUT_DOORS } from './doorless';
import type { Doorway } from './doorways';
import type { LevelParts, UnitFloor } from './level-parts';
import { type Access, isAllowed } from './walker';

/** Open units that lie this near (in metres) are one floor. */
const GAP = 0.05;
/** In a doorway that is narrower than both clearances, the walker's centre keeps this lane (in metres) on either side of the middle. */
const LANE = 0.05;
/** A pocket smaller than this (in m², after the inset) is no place to be. */
const POCKET = 0.1;

/** The rules that follow from a level as a whole, whoever walks. */
export interface LevelRules {
  /** Units whose category has walls, but which are taken as open since the archive draws no openings for them. */
  readonly open: ReadonlySet<FeatureId>;
  /**
   * Of them, those that open floor leads to, by how many rooms lie between and one: they are open to it (1), or to the rooms before them,
   * and have walls to all others.
   */
  readonly fronted: ReadonlyMap<FeatureId, number>;
  readonly issues: readonly Issue[];
}

/**
 * Decides which rooms have walls. IMDF units are entered through openings; an archive that draws none on a level, or draws
 * them for under a quarter of its rooms, means rooms to be entered from the floor that they lie on.
 */
export function levelRules(parts: LevelParts, doorways: readonly Doorway[]): LevelRules {
  const rooms = parts.floors.filter(({ kind }) => kind === 'room');
  const withDoor = new Set(doorways.flatMap(({ left, right }) => [left, right]));
  const closed = rooms.filter((floor) => !withDoor.has(parts.floors.indexOf(floor)));
  const { shortName } = parts.level;
  if (rooms.length === 0 || closed.length <= 0.75 * rooms.length) {
    return {
      open: new Set(),
      fronted: new Map(),
      issues: closed.filter(({ unit }) => !isStaffOnly(unit)).map(doorless),
    };
  }
  const open = closed.filter(({ unit }) => !isStaffOnly(unit));
  const message = `Level ${shortName} has openings for ${rooms.length - closed.length} of ${rooms.length} rooms: the others were taken as open to the floor that they lie on, or to their neighbours.`;
  return {
    open: new Set(open.map(({ unit }) => unit.id)),
    fronted: frontedOf(parts.floors, open),
    issues: open.length === 0 ? [] : [{ severity: 'assumption', kind: 'no-openings', message }],
  };
}

function doorless({ unit }: UnitFloor): Issue {
  const message = `Unit ${unit.id} (${unit.category}) on ${unit.level} has no opening: nobody can get in.`;
  return { severity: 'warning', kind: 'unit-without-opening', message, featureId: unit.id };
}

/** The floor of one level that a walker may stand on, walls and furniture taken out, before any clearance. */
export function floorOf(
  parts: LevelParts,
  doorways: readonly Doorway[],
  rules: LevelRules,
  access: Access,
): Region {
  const usable = parts.floors.filter((floor) => mayStandOn(floor, access));
  const isOpen = ({ kind, unit }: UnitFloor) =>
    isWay(kind) || (rules.open.has(unit.id) && !rules.fronted.has(unit.id));
  const others = parts.floors.filter((floor) => !usable.includes(floor) || !isOpen(floor));
  const open = closeGaps(
    usable.filter(isOpen).map(({ region }) => region),
    others.map(({ region }) => region),
    rules.open.size > 0 ? WALL_WITHOUT_DOORS : GAP,
  );
  const rooms = usable.filter((floor) => !isOpen(floor)).map(({ region }) => region);
  const walled = [open, ...rooms].map((region) => offsetSharp(region, -WALL));
  const carved = doorways.filter((doorway) => isPassable(doorway, access)).map(doorBand);
  const mouths = mouthsOf(parts.floors, usable, rules.fronted);
  const standing = [...walled, ...mouths].flat();
  const floor = unionOf([difference(standing, offsetSharp(parts.walls, WALL)), ...carved]);
  return difference(floor, offsetSharp(parts.furniture, WALL));
}

function mayStandOn({ unit, kind }: UnitFloor, access: Access): boolean {
  if (isStaffOnly(unit) && !access.staff) return false;
  const walked: readonly UnitKind[] = access.wheels ? ['open', 'room'] : ['open', 'room', 'steps'];
  return walked.includes(kind);
}

function closeGaps(open: readonly Region[], others: readonly Region[], gap: number): Region {
  if (open.length < 2) return open.flat();
  const grown = offsetSharp(open.flat(), gap / 2);
  return difference(offsetSharp(unionOf([grown]), -gap / 2), others.flat());
}

function isPassable(doorway: Doorway, access: Access): boolean {
  const { passage, left, right } = doorway;
  return left !== undefined && right !== undefined && isAllowed(passage, access) && isWide(doorway, access);
}

/** Whether a walker fits through: what is said to be for wheelchairs is, whatever its width. */
export function isWide({ width, opening }: Doorway, access: Access): boolean {
  return width >= access.door || (access.wheels && opening.accessibility.includes('wheelchair'));
}

function doorBand({ line, depth }: Doorway): Region {
  return bandOf(trimmed(line, WALL), depth + 0.005);
}

function trimmed(line: Polyline, by: number): Polyline {
  const [first, second] = [line[0]!, line[1]!];
  const [last, beforeLast] = [line.at(-1)!, line.at(-2)!];
  const towards = (a: typeof first, b: typeof first) => {
    const t = by / Math.max(by * 2.5, distance(a, b));
    return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
  };
  return [towards(first, second), ...line.slice(1, -1), towards(last, beforeLast)];
}

/**
 * Where the walker's centre may be: the floor inset by the clearance. A doorway narrower than both clearances and a
 * lane of 2 × LANE is passed in its middle, if the walker fits through (`isWide`): there, and only within a clearance of its line,
 * the clearance is what the doorway leaves.
 */
export function freeSpaceOf(floor: Region, doorways: readonly Doorway[], access: Access): Region {
  const inset = erode(floor, access.clearance - WALL);
  const narrow = doorways.filter(
    (doorway) => isPassable(doorway, access) && doorway.width < 2 * (access.clearance + LANE),
  );
  const lanes = narrow.map((doorway) => laneThrough(floor, doorway, access.clearance));
  const whole = lanes.length === 0 ? inset : unionOf([inset, ...lanes]);
  return piecesOf(whole)
    .filter((piece) => areaOf(piece) >= POCKET)
    .flat();
}

/** What shut floor keeps the walker's centre out of: the floor and the clearance around it. */
export function shutRegion(floors: readonly UnitFloor[], access: Access): Region {
  const shut = offsetSharp(unionOf(floors.map(({ region }) => region)), WALL);
  return dilate(shut, access.clearance - WALL);
}

function laneThrough(floor: Region, { line, width, depth }: Doorway, clearance: number): Region {
  const reach = depth + clearance + LANE;
  const around = intersection(floor, offsetSharp(bandOf(line, reach), clearance));
  return intersection(erode(around, width / 2 - LANE - WALL), bandOf(line, reach));
}
