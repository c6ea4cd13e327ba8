import { centroid, type Point, type VenuePoint } from '@daoyin/geometry';
import { type FeatureId, findWindow, type Unit, type Venue } from '@daoyin/venue';
import { isStaffOnly } from '../space/categories';
import type { Destination, NoRoute } from '../types';
import { doorsOf } from './stops';

/** A place to go to: the points that will do, of which the nearest is taken, and what is there. */
export interface Goal {
  readonly level: string;
  readonly points: readonly Point[];
  /** What one faces there: the counter of a window, a machine; undefined where the point itself is the goal. */
  readonly facing?: Point;
  readonly window?: string;
  readonly featureId?: FeatureId;
  /** The goal is a unit that visitors are kept out of: the floor before its wall will not do. */
  readonly staffOnly?: boolean;
}

export type GoalResult = { readonly ok: true; readonly goal: Goal } | NoRoute;

/** Resolves a destination; a feature may be a window's occupant, an anchor, unit, amenity, kiosk, fixture, opening, section or connector. */
export function goalOf(venue: Venue, to: Destination): GoalResult {
  if (to === null || typeof to !== 'object') return badQuery(`The destination is ${JSON.stringify(to)}.`);
  if ('window' in to) return windowGoal(venue, to.window);
  if ('featureId' in to) return featureGoal(venue, to.featureId);
  const problem = problemWith(venue, to, 'destination');
  return problem ?? { ok: true, goal: { level: to.level, points: [{ x: to.x, y: to.y }] } };
}

/** What is wrong with a point: not finite, or on a level that the venue does not have. */
export function problemWith(venue: Venue, point: VenuePoint, what: string): NoRoute | undefined {
  if (point === null || typeof point !== 'object')
    return badQuery(`The ${what} is ${JSON.stringify(point)}.`);
  if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) {
    return badQuery(`The ${what} (${point.x}, ${point.y}) is not a finite point.`);
  }
  if (venue.levels.some(({ shortName }) => shortName === point.level)) return undefined;
  const known = venue.levels.map(({ shortName }) => shortName).join(', ');
  const message = `There is no level "${point.level}"; this venue has ${known || 'none'}.`;
  return failure('unknown-level', message, {
    zh: `这里没有 ${point.level} 层。`,
    en: `There is no level ${point.level} here.`,
  });
}

/** A refusal: English for logs, and in both languages where a visitor could hear it. */
export function failure(
  kind: NoRoute['error']['kind'],
  message: string,
  reason?: NoRoute['error']['reason'],
): NoRoute {
  return { ok: false, error: { kind, message, ...(reason && { reason }) } };
}

export function badQuery(message: string): NoRoute {
  return failure('bad-query', message);
}

function windowGoal(venue: Venue, number: string): GoalResult {
  const window = typeof number === 'string' ? findWindow(venue, number) : undefined;
  if (window === undefined) {
    const reason = { zh: `这里没有 ${number} 号窗口。`, en: `There is no window ${number} here.` };
    return failure('unknown-window', `There is no window ${JSON.stringify(number)}.`, reason);
  }
  const fixture = venue.fixtures.find(({ id }) => id === window.fixtureId);
  const facing = fixture?.area[0] && centroid(fixture.area[0].outer);
  const { level, x, y } = window.at;
  return {
    ok: true,
    goal: {
      level,
      points: [{ x, y }],
      ...(facing && { facing }),
      window: window.number,
      featureId: window.occupantId,
    },
  };
}

function featureGoal(venue: Venue, featureId: FeatureId): GoalResult {
  const goal =
    anchoredGoal(venue, featureId) ??
    unitGoal(venue, featureId) ??
    pointGoal(venue, featureId) ??
    connectorGoal(venue, featureId);
  if (goal === undefined) {
    const reason = { zh: '这张平面图上没有这个地点。', en: 'This place is not on the plan.' };
    return failure('unknown-feature', `There is no feature ${JSON.stringify(featureId)}.`, reason);
  }
  return { ok: true, goal: { ...goal, featureId } };
}

/** Occupants, anchors, and the fixtures and kiosks that have one. */
function anchoredGoal(venue: Venue, id: FeatureId): Goal | undefined {
  const window = venue.windows.find(({ occupantId, fixtureId }) => occupantId === id || fixtureId === id);
  if (window !== undefined) {
    const found = windowGoal(venue, window.number);
    if (found.ok) return found.goal;
  }
  const standing = [...venue.fixtures, ...venue.kiosks].find((feature) => feature.id === id);
  const occupant = venue.occupants.find((feature) => feature.id === id);
  const anchorId = occupant?.anchorId ?? standing?.anchorId ?? id;
  const anchor = venue.anchors.find((feature) => feature.id === anchorId);
  const middle = standing?.area[0] && centroid(standing.area[0].outer);
  if (anchor !== undefined) {
    const { level, x, y } = anchor.at;
    return { level, points: [{ x, y }], ...(middle && { facing: middle }) };
  }
  if (standing === undefined || middle === undefined) return undefined;
  return { level: standing.level, points: edgeMiddles(standing.area), facing: middle };
}

/** A unit that is walked on is reached where its name stands; a shaft at its doors. */
function unitGoal(venue: Venue, id: FeatureId): Goal | undefined {
  const unit = venue.units.find((feature) => feature.id === id);
  if (unit !== undefined) {
    const points = pointsOfUnit(venue, unit);
    return { level: unit.level, points, ...(isStaffOnly(unit) && { staffOnly: true }) };
  }
  const section = venue.sections.find((feature) => feature.id === id);
  if (section === undefined) return undefined;
  return { level: section.level, points: section.area.map(({ outer }) => centroid(outer)) };
}

function pointsOfUnit(venue: Venue, unit: Unit): readonly Point[] {
  const openings = venue.openings.filter(({ level }) => level === unit.level);
  if (['elevator', 'escalator', 'stairs'].includes(unit.category)) {
    return doorsOf(unit, openings).map(({ at }) => at);
  }
  return unit.displayPoint ? [unit.displayPoint] : unit.area.map(({ outer }) => centroid(outer));
}

function pointGoal(venue: Venue, id: FeatureId): Goal | undefined {
  const amenity = venue.amenities.find((feature) => feature.id === id);
  if (amenity !== undefined) return { level: amenity.level, points: [amenity.point], facing: amenity.point };
  const opening = venue.openings.find((feature) => feature.id === id);
  if (opening === undefined) return undefined;
  const [a, b] = [opening.line[0]!, opening.line.at(-1)!];
  return { level: opening.level, points: [{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }] };
}

function connectorGoal(venue: Venue, id: FeatureId): Goal | undefined {
  const connector = venue.connectors.find((feature) => feature.id === id);
  const unit = venue.units.find((feature) => feature.id === connector?.unitIds[0]);
  return unit && { level: unit.level, points: pointsOfUnit(venue, unit) };
}

function edgeMiddles(area: Unit['area']): Point[] {
  return area.flatMap(({ outer }) =>
    outer.map((p, i) => {
      const q = outer[(i + 1) % outer.length]!;
      return { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
    }),
  );
}
