import type { MultiPolygon, VenuePoint } from '@daoyin/geometry';
import {
  type Beacon,
  type BeaconRegister,
  type Connector,
  emptyVenue,
  type Fixture,
  type Opening,
  type ServiceWindow,
  type Unit,
  type Venue,
} from '@daoyin/venue';

/**
 * A small hall for tests: two levels of 60 × 40 m, 4.5 m apart. On 1F rooms A (0…10) and B (10…20) along the south wall, each with a
 * door to the hall, a row of four counters, a lift, stairs; on 2F an atrium of 20 × 10 m in the middle.
 */
export function testHall(): Venue {
  return {
    ...emptyVenue,
    id: 'venue',
    origin: [113.3926, 22.5176],
    levels: ['1F', '2F'].map((shortName, ordinal) => ({
      id: `level-${shortName}`,
      shortName,
      name: {},
      ordinal,
      elevation: ordinal * 4.5,
      outdoor: false,
      outline: box(0, 0, 60, 40),
      buildingIds: [],
    })),
    units: ['1F', '2F'].flatMap(unitsOf),
    openings: ['1F', '2F'].flatMap((level) => [
      opening(level, 'door-a', [4, 8], [6, 8]),
      opening(level, 'door-b', [14, 8], [16, 8]),
      opening(level, 'door-lift', [57, 12], [57, 14]),
      opening(level, 'door-stairs', [57, 32], [57, 34]),
    ]),
    fixtures: COUNTERS.map((x, i) => fixture(`counter-${i}`, box(x, 30, x + 3, 30.6))),
    connectors: [connector('elevator', 'lift'), connector('stairs', 'stairs')],
    windows: [...COUNTERS.map((x, i) => window(i + 1, { x: x + 1.5, y: 29, level: '1F' })), ...UPSTAIRS],
  };
}

const COUNTERS = [16, 20, 24, 28];
const UPSTAIRS = [12, 45].map((x, i) => window(10 + i, { x, y: 34, level: '2F' }));

/** A beacon every 5 m below the ceilings of the hall, all with the reference power. */
export function testRegister(): BeaconRegister {
  const beacons: Beacon[] = [];
  for (const level of ['1F', '2F']) {
    for (let x = 2.5; x < 60; x += 5) {
      for (let y = 2.5; y < 40; y += 5) beacons.push(testBeacon(beacons.length, { x, y, level }));
    }
  }
  return { venue: 'test', beacons };
}

export function testBeacon(i: number, at: VenuePoint): Beacon {
  const uuid = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
  return { id: `T${i}`, uuid, major: 7, minor: i, at, height: 3, measuredPowerDbm: -59, status: 'active' };
}

function unitsOf(level: string): Unit[] {
  return [
    unit(level, 'hall', 'walkway', box(0, 0, 60, 40)),
    unit(level, 'room-a', 'room', box(0, 0, 10, 8)),
    unit(level, 'room-b', 'room', box(10, 0, 20, 8)),
    unit(level, 'lift', 'elevator', box(57, 12, 59, 14)),
    unit(level, 'stairs', 'stairs', box(57, 30, 60, 36)),
    ...(level === '2F' ? [unit(level, 'atrium', 'opentobelow', box(20, 12, 40, 22))] : []),
  ];
}

function unit(level: string, id: string, category: string, area: MultiPolygon): Unit {
  return { id: `${id}-${level}`, level, name: {}, category, accessibility: [], area };
}

function opening(level: string, id: string, [x1, y1]: Pair, [x2, y2]: Pair): Opening {
  const line = [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ];
  return { id, level, name: {}, category: 'pedestrian', accessibility: [], accessControl: [], line };
}

type Pair = readonly [number, number];

function fixture(id: string, area: MultiPolygon): Fixture {
  return { id, level: '1F', name: {}, category: 'desk', area };
}

function connector(kind: Connector['kind'], id: string): Connector {
  return { id, kind, unitIds: [`${id}-1F`, `${id}-2F`], direction: 'both', assumed: false };
}

function window(number: number, at: VenuePoint): ServiceWindow {
  return { number: `${number}`, occupantId: `occupant-${number}`, name: {}, at };
}

function box(minX: number, minY: number, maxX: number, maxY: number): MultiPolygon {
  const outer = [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ];
  return [{ outer, holes: [] }];
}
