import type { Point, Polygon } from '@daoyin/geometry';
import { emptyVenue, type Fixture, type Level, type Opening, type Unit, type Venue } from '@daoyin/venue';

/** A rectangle from its south-west to its north-east corner. */
export function rectangle(x0: number, y0: number, x1: number, y1: number): Polygon {
  const corners: Point[] = [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ];
  return { outer: corners, holes: [] };
}

export function level(shortName: string, ordinal: number, area = rectangle(0, 0, 20, 10)): Level {
  return {
    id: `level ${shortName}`,
    shortName,
    name: {},
    ordinal,
    elevation: ordinal * 5,
    outdoor: false,
    outline: [area],
    buildingIds: [],
  };
}

export function unit(id: string, category: string, area: Polygon, more: Partial<Unit> = {}): Unit {
  return { id, level: '1F', name: {}, category, accessibility: [], area: [area], ...more };
}

function door(id: string, a: Point, b: Point, more: Partial<Opening> = {}): Opening {
  const none: readonly string[] = [];
  return {
    id,
    level: '1F',
    name: {},
    category: 'pedestrian',
    accessibility: none,
    accessControl: none,
    line: [a, b],
    ...more,
  };
}

function desk(id: string, area: Polygon): Fixture {
  return { id, level: '1F', name: {}, category: 'desk', area: [area] };
}

/**
 * 20 × 10 m: a hall to the west, two rooms to the east (0–5 and 5–10 m north), a door of 1 m into the southern one, and window 7
 * on the edge of the northern one, whose visitor stands in the hall.
 */
export function smallVenue(more: Partial<Venue> = {}): Venue {
  return {
    ...emptyVenue,
    id: 'venue',
    origin: [113, 22],
    levels: [level('1F', 0)],
    units: [
      unit('hall', 'walkway', rectangle(0, 0, 14, 10)),
      unit('south', 'room', rectangle(14, 0, 20, 5), { name: { en: 'South room' } }),
      unit('north', 'nonpublic', rectangle(14, 5, 20, 10)),
    ],
    openings: [door('door', { x: 14, y: 2 }, { x: 14, y: 3 })],
    fixtures: [desk('desk 7', rectangle(14.05, 7, 14.65, 8.2))],
    windows: [
      { number: '7', occupantId: 'o7', fixtureId: 'desk 7', name: {}, at: { x: 13.2, y: 7.6, level: '1F' } },
    ],
    ...more,
  };
}
