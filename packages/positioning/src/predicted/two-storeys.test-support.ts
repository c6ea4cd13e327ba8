import { type MultiPolygon, type Random, seededRandom } from '@daoyin/geometry';
import { type Beacon, emptyVenue, type Level, STOREY_HEIGHT, type Unit, type Venue } from '@daoyin/venue';

const rectangle = (x0: number, y0: number, x1: number, y1: number): MultiPolygon => [
  {
    outer: [
      { x: x0, y: y0 },
      { x: x1, y: y0 },
      { x: x1, y: y1 },
      { x: x0, y: y1 },
    ],
    holes: [],
  },
];

function level(shortName: string, ordinal: number): Level {
  return {
    id: shortName,
    name: {},
    shortName,
    ordinal,
    elevation: ordinal * STOREY_HEIGHT,
    outdoor: false,
    outline: rectangle(0, 0, 30, 20),
    buildingIds: [],
  };
}

function unit(id: string, on: string, category: string, area: MultiPolygon): Unit {
  return { id, level: on, category, name: {}, accessibility: [], area };
}

/** Two halls of 30 × 20 m over each other; the lower one has a room in its north-east corner, with walls and no door. */
export const twoStoreys: Venue = {
  ...emptyVenue,
  id: 'two-storeys',
  origin: [113.38, 22.52],
  levels: [level('1F', 0), level('2F', 1)],
  units: [
    unit('lower', '1F', 'walkway', rectangle(0, 0, 30, 20)),
    unit('room', '1F', 'room', rectangle(20, 10, 30, 20)),
    unit('upper', '2F', 'walkway', rectangle(0, 0, 30, 20)),
  ],
  windows: [],
};

export function beaconAt(id: string, x: number, y: number, on = '1F'): Beacon {
  return { id, at: { x, y, level: on }, height: 3, measuredPowerDbm: -59, intervalMs: 300, status: 'active' };
}

/** Beacons anywhere on both levels. */
export function anyBeacons(seed: number, count: number): readonly Beacon[] {
  const random: Random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) =>
    beaconAt(`B${i}`, 30 * random(), 20 * random(), random() < 0.5 ? '1F' : '2F'),
  );
}
