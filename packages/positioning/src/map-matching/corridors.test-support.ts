import type { MultiPolygon } from '@daoyin/geometry';
import { emptyVenue, type Unit, type Venue } from '@daoyin/venue';

/**
 * Two levels of two corridors, 3 m wide, that meet at a right angle: from (0, 0) to (40, 3) eastwards and from (37, 0) to (40, 40)
 * northwards, with a lift at the northern end; a room south of the first corridor has a door at (10, 0).
 */
export function corridorVenue(): Venue {
  const levels = ['1F', '2F'];
  const units = levels.flatMap((level) => [
    unit(level, 'walkway', [box(0, 0, 37, 3)]),
    unit(level, 'walkway', [box(37, 0, 40, 40)]),
    unit(level, 'elevator', [box(37.5, 40, 39.5, 42)]),
    unit(level, 'room', [box(0, -10, 36, 0)]),
  ]);
  return {
    ...emptyVenue,
    id: 'corridors',
    origin: [113.3926, 22.5176],
    levels: levels.map((shortName, ordinal) => ({
      id: shortName,
      shortName,
      name: {},
      ordinal,
      elevation: ordinal * 4.5,
      outdoor: false,
      outline: [box(0, -10, 40, 42)],
      buildingIds: [],
    })),
    units,
    openings: levels.map((level) => ({
      id: `door-${level}`,
      level,
      name: {},
      category: 'pedestrian',
      accessibility: [],
      accessControl: [],
      line: [
        { x: 9, y: 0 },
        { x: 11, y: 0 },
      ],
    })),
    fixtures: [desk('west', 20), desk('east', 22.4)],
    connectors: [
      {
        id: 'lift',
        kind: 'elevator',
        unitIds: units.filter(({ category }) => category === 'elevator').map(({ id }) => id),
        direction: 'both',
        assumed: false,
      },
    ],
  };
}

/** Desks of 2 m on 1F, in the room. */
function desk(id: string, x: number): Venue['fixtures'][number] {
  return { id, level: '1F', name: {}, category: 'desk', area: [box(x, -6, x + 2, -5)] };
}

function unit(level: string, category: string, area: MultiPolygon): Unit {
  const [{ outer }] = area as [MultiPolygon[number]];
  const id = `${category}-${level}-${outer[0]!.x}`;
  return { id, level, name: {}, category, accessibility: [], area };
}

function box(minX: number, minY: number, maxX: number, maxY: number): MultiPolygon[number] {
  const outer = [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ];
  return { outer, holes: [] };
}
