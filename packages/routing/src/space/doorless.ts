import type { FeatureId } from '@daoyin/venue';
import { isStaffOnly, type UnitKind } from './categories';
import { areaOf, difference, intersection, offsetSharp, type Region, unionOf } from './clip';
import type { UnitFloor } from './level-parts';

/** Half of the thickness that a wall gets which two units share as a mere line; the inset is less by as much. */
export const WALL = 0.001;
/** Where nobody has drawn doors, units are one floor across a wall of so many metres. */
export const WALL_WITHOUT_DOORS = 0.6;
/** Two units lie on each other where what is within a wall of both is more (in m²): not at a corner, but over the width of a door. */
const LEAST_FRONT = 2.3;

export const isWay = (kind: UnitKind): boolean => kind === 'open' || kind === 'steps';

/**
 * Rooms without doors to which open floor leads, by how many rooms lie between and one: a room is open to the floor that it lies on (1), or to
 * the rooms before it, and not to the shop next door.
 */
export function frontedOf(
  floors: readonly UnitFloor[],
  doorless: readonly UnitFloor[],
): ReadonlyMap<FeatureId, number> {
  const found = new Map<FeatureId, number>();
  let before = floors.filter(({ unit, kind }) => isWay(kind) && !isStaffOnly(unit));
  for (let depth = 1; before.length > 0; depth++) {
    const reach = offsetSharp(regionOf(before), WALL_WITHOUT_DOORS);
    before = doorless.filter(({ unit, region }) => {
      if (found.has(unit.id)) return false;
      return areaOf(intersection(offsetSharp(region, WALL_WITHOUT_DOORS), reach)) > LEAST_FRONT;
    });
    for (const { unit } of before) found.set(unit.id, depth);
  }
  return found;
}

/** The floor of such rooms and of what they are open to nearby, with the wall between, be it a line or a gap, taken out. */
export function mouthsOf(
  floors: readonly UnitFloor[],
  usable: readonly UnitFloor[],
  fronted: ReadonlyMap<FeatureId, number>,
): Region[] {
  const mouths: Region[] = [];
  let before = usable.filter(({ kind }) => isWay(kind));
  for (let depth = 1; before.length > 0 && fronted.size > 0; depth++) {
    const sources = new Set(before);
    const open = regionOf(before);
    before = usable.filter(({ unit }) => fronted.get(unit.id) === depth);
    for (const room of before) {
      const others = floors.filter((floor) => floor !== room && !sources.has(floor) && isNear(floor, room));
      mouths.push(mouthOf(room.region, open, regionOf(others)));
    }
  }
  return mouths;
}

function mouthOf(room: Region, open: Region, others: Region): Region {
  const nearby = intersection(open, offsetSharp(room, 2 * WALL_WITHOUT_DOORS));
  const grown = unionOf([offsetSharp(unionOf([room, nearby]), WALL_WITHOUT_DOORS / 2)]);
  return difference(offsetSharp(grown, -WALL_WITHOUT_DOORS / 2), offsetSharp(others, WALL));
}

const regionOf = (floors: readonly UnitFloor[]): Region => unionOf(floors.map(({ region }) => region));

function isNear({ bounds: a }: UnitFloor, { bounds: b }: UnitFloor): boolean {
  const gap = 3 * WALL_WITHOUT_DOORS;
  return a.minX < b.maxX + gap && a.maxX > b.minX - gap && a.minY < b.maxY + gap && a.maxY > b.minY - gap;
}
