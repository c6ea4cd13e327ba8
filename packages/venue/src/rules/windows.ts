import { distanceToBoundary, multiPolygonContains } from '@daoyin/geometry';
import { isFloorCategory } from '../categories';
import type { Fixture, ServiceWindow } from '../types';
import { windowNumberOf } from '../window-number';
import { issueOf, type Rule } from './rule';

const REACH = 3; // m from the visitor to the counter

/** A number is on one window only. */
export const windowNumbersAreUnique: Rule = function* ({ venue }) {
  const owner = new Map<string, ServiceWindow>();
  for (const window of venue.windows) {
    const number = windowNumberOf(window.name, true) ?? window.number;
    const other = owner.get(number);
    if (!other) owner.set(number, window);
    else {
      const message = `window ${number} is also occupant ${other.occupantId}.`;
      yield issueOf('occupant', window.occupantId, 'error', 'duplicate-window', message, window.at);
    }
  }
};

/** The visitor of a window stands on a floor, on the window's level, and not in the furniture. */
export const windowsHaveStandingPoint: Rule = function* ({ venue, levelByName }) {
  for (const window of venue.windows) {
    const { at, occupantId, number } = window;
    const breach = (kind: string, what: string) =>
      issueOf('occupant', occupantId, 'error', kind, `the visitor of window ${number} stands ${what}.`, at);
    const level = levelByName.get(at.level);
    if (level && level.outline.length > 0 && !multiPolygonContains(level.outline, at)) {
      yield breach('window-outside-level', `outside the outline of "${at.level}"`);
      continue;
    }
    const here = venue.units.filter((unit) => unit.level === at.level && multiPolygonContains(unit.area, at));
    const solid = here.find((unit) => !isFloorCategory(unit.category));
    if (solid) yield breach('window-without-floor', `in ${solid.category} ${solid.id}`);
    else if (here.length === 0) yield breach('window-without-floor', 'in no unit');
    const inside = venue.fixtures.find((f) => f.level === at.level && multiPolygonContains(f.area, at));
    if (inside) yield breach('window-inside-fixture', `inside fixture ${inside.id}`);
  }
};

/** A window has a counter, and the visitor stands at it. */
export const windowsHaveCounter: Rule = function* ({ venue }) {
  const fixtureById = new Map(venue.fixtures.map((fixture) => [fixture.id, fixture]));
  for (const { fixtureId, occupantId, number, at } of venue.windows) {
    const fixture = fixtureById.get(fixtureId ?? '');
    if (!fixture) {
      const message = `window ${number} has no counter: no fixture names its anchor, has its name or is within ${REACH} m.`;
      yield issueOf('occupant', occupantId, 'warning', 'window-without-counter', message, at);
    } else if (fixture.level !== at.level || distanceTo(fixture, at) > REACH) {
      const message = `window ${number} is over ${REACH} m from its counter, fixture ${fixture.id}.`;
      yield issueOf('occupant', occupantId, 'warning', 'window-far-from-counter', message, at);
    }
  }
};

/** An anchor is in the unit that it names. */
export const anchorsAreInTheirUnit: Rule = function* ({ venue, unitById }) {
  for (const { id, unitId, at } of venue.anchors) {
    const unit = unitById.get(unitId ?? '');
    if (!unit || (unit.level === at.level && isInOrAt(unit, at))) continue;
    yield issueOf('anchor', id, 'warning', 'anchor-outside-unit', `it is not in its unit ${unit.id}.`, at);
  }
};

function isInOrAt(unit: { readonly area: Fixture['area'] }, at: ServiceWindow['at']): boolean {
  return multiPolygonContains(unit.area, at) || unit.area.some((part) => distanceToBoundary(part, at) < 0.05);
}

function distanceTo(fixture: Fixture, at: ServiceWindow['at']): number {
  if (multiPolygonContains(fixture.area, at)) return 0;
  return Math.min(...fixture.area.map((polygon) => distanceToBoundary(polygon, at)));
}
