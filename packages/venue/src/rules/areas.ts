import { boundsOfAreas } from '@daoyin/geometry';
import { areaOutside, sharedArea, totalArea } from '../archive/boolean';
import { isFloorCategory } from '../categories';
import type { Unit } from '../types';
import { issueOf, type Rule } from './rule';

const LEAST_OVERLAP = 0.5; // m²; drawings overlap by slivers
const SLIVER = 0.1; // m²; nobody can stand in it
const LEAST_OUTSIDE = 1; // m²

/** Two floors of one level do not lie over each other. */
export const floorsDoNotOverlap: Rule = function* ({ venue }) {
  for (const level of venue.levels) {
    const floors = venue.units.filter((u) => u.level === level.shortName && isFloorCategory(u.category));
    for (const [a, b] of pairsThatMeet(floors)) {
      const shared = sharedArea(a.area, b.area);
      if (shared <= LEAST_OVERLAP) continue;
      const message = `it lies over ${b.category} ${b.id} by ${shared.toFixed(1)} m².`;
      yield issueOf('unit', a.id, 'warning', 'units-overlap', message);
    }
  }
};

/** A unit is inside its level. */
export const unitsAreInTheirLevel: Rule = function* ({ venue, levelByName }) {
  for (const unit of venue.units) {
    const level = levelByName.get(unit.level);
    if (!level || level.outline.length === 0) continue;
    const outside = areaOutside(unit.area, level.outline);
    const area = totalArea(unit.area);
    if (outside <= Math.max(LEAST_OUTSIDE, 0.01 * area)) continue;
    const wholly = outside > 0.99 * area;
    const message = `${wholly ? 'all' : `${outside.toFixed(1)} m²`} of it is outside the outline of "${unit.level}".`;
    yield issueOf('unit', unit.id, wholly ? 'error' : 'warning', 'unit-outside-level', message);
  }
};

/** A unit is large enough to be one: slivers are left over from drawing. */
export const unitsAreNoSlivers: Rule = function* ({ venue }) {
  for (const unit of venue.units) {
    const area = totalArea(unit.area);
    if (area >= SLIVER || !isFloorCategory(unit.category)) continue;
    yield issueOf('unit', unit.id, 'warning', 'sliver', `it is only ${area.toFixed(3)} m².`);
  }
};

/** A level has at least one floor to stand on. */
export const levelsHaveFloors: Rule = function* ({ venue }) {
  for (const level of venue.levels) {
    if (venue.units.some((unit) => unit.level === level.shortName && isFloorCategory(unit.category)))
      continue;
    yield issueOf(
      'level',
      level.id,
      'warning',
      'level-without-floor',
      `"${level.shortName}" has no unit to stand in.`,
    );
  }
};

/** Pairs whose bounds meet, by a sweep along x. */
function* pairsThatMeet(units: readonly Unit[]): Generator<readonly [Unit, Unit]> {
  const boxes = units.map((unit) => ({ unit, box: boundsOfAreas(unit.area) }));
  boxes.sort((a, b) => a.box.minX - b.box.minX);
  for (const [i, a] of boxes.entries()) {
    for (let j = i + 1; j < boxes.length && boxes[j]!.box.minX < a.box.maxX; j++) {
      const b = boxes[j]!;
      if (a.box.minY < b.box.maxY && b.box.minY < a.box.maxY) yield [a.unit, b.unit];
    }
  }
}
