import { distance, distanceToBoundary, type Point, polygonContains } from '@daoyin/geometry';
import type { Anchor, Fixture, Labels, Occupant, ServiceWindow } from '../types';
import { compareWindowNumbers, windowNumberOf } from '../window-number';
import type { Report } from './report';

const REACH = 3; // m from the visitor's place to the counter that serves
const COUNTERS = new Set(['desk', 'counter', 'table', 'equipment', 'furniture', 'unspecified']);
const WINDOW_CATEGORIES = /window|counter|teller|governmentoffice|serviceDesk|ticketing|reception/i;

/**
 * The numbered service windows: occupants whose name or category says that they are one, at their anchor. The fixture is the
 * one that names the anchor, else the nearest of the same name, else the nearest counter within 3 m.
 */
export function readWindows(
  occupants: readonly Occupant[],
  anchors: readonly Anchor[],
  fixtures: readonly Fixture[],
  report: Report,
): readonly ServiceWindow[] {
  const anchorById = new Map(anchors.map((anchor) => [anchor.id, anchor]));
  const fixtureByAnchor = new Map(fixtures.flatMap((f) => (f.anchorId ? [[f.anchorId, f] as const] : [])));
  const fixturesByName = groupByName(fixtures);
  const windows: ServiceWindow[] = [];
  const taken = new Map<string, ServiceWindow>();
  for (const occupant of occupants) {
    const number = windowNumberOf(occupant.name, WINDOW_CATEGORIES.test(occupant.category));
    const anchor = anchorById.get(occupant.anchorId);
    if (number === undefined || !anchor) continue;
    const fixture =
      fixtureByAnchor.get(anchor.id) ??
      nearest(sameName(occupant.name, fixturesByName), anchor, Infinity) ??
      nearest(fixtures.filter(isCounter), anchor, REACH);
    const window = asWindow(number, occupant, anchor, fixture);
    const unique = withUniqueNumber(window, taken, report);
    taken.set(unique.number, unique);
    windows.push(unique);
  }
  return windows.sort((a, b) => compareWindowNumbers(a.number, b.number));
}

function asWindow(
  number: string,
  { id, name, hours }: Occupant,
  anchor: Anchor,
  fixture: Fixture | undefined,
): ServiceWindow {
  return {
    number,
    occupantId: id,
    ...(fixture && { fixtureId: fixture.id }),
    name,
    at: anchor.at,
    ...(hours && { hours }),
  };
}

function withUniqueNumber(
  window: ServiceWindow,
  taken: ReadonlyMap<string, ServiceWindow>,
  report: Report,
): ServiceWindow {
  const other = taken.get(window.number);
  if (!other) return window;
  const candidates = other.at.level === window.at.level ? [] : [`${window.number} (${window.at.level})`];
  for (let n = 2; n <= taken.size + 2; n++) candidates.push(`${window.number} (${n})`);
  const number = candidates.find((candidate) => !taken.has(candidate))!;
  report({
    severity: 'error',
    kind: 'duplicate-window',
    file: 'occupant.geojson',
    featureId: window.occupantId,
    at: window.at,
    message: `occupant ${window.occupantId}: window ${window.number} is also occupant ${other.occupantId}; it is "${number}" here.`,
  });
  return { ...window, number };
}

function groupByName(fixtures: readonly Fixture[]): ReadonlyMap<string, readonly Fixture[]> {
  const byName = new Map<string, Fixture[]>();
  for (const fixture of fixtures) {
    for (const text of new Set(Object.values(fixture.name))) {
      byName.set(text, [...(byName.get(text) ?? []), fixture]);
    }
  }
  return byName;
}

function sameName(name: Labels, byName: ReadonlyMap<string, readonly Fixture[]>): readonly Fixture[] {
  return Object.values(name).flatMap((text) => byName.get(text) ?? []);
}

function isCounter(fixture: Fixture): boolean {
  return COUNTERS.has(fixture.category);
}

function nearest(fixtures: readonly Fixture[], { at }: Anchor, within: number): Fixture | undefined {
  let found: Fixture | undefined;
  let least = within;
  for (const fixture of fixtures) {
    if (fixture.level !== at.level || !isNear(fixture, at, least)) continue;
    const metres = distanceToFixture(fixture, at);
    if (metres <= least) [found, least] = [fixture, metres];
  }
  return found;
}

/** A quick refusal before the exact distance: the first vertex is farther than any counter is long. */
function isNear(fixture: Fixture, at: Point, within: number): boolean {
  return within === Infinity || distance(fixture.area[0]!.outer[0]!, at) < within + 60;
}

function distanceToFixture(fixture: Fixture, at: Point): number {
  return Math.min(
    ...fixture.area.map((polygon) => (polygonContains(polygon, at) ? 0 : distanceToBoundary(polygon, at))),
  );
}
