import type { Ring } from '@daoyin/geometry';
import { type ConnectorPlan, type Element, name } from '../elements';
import { across, emergencyExit, staffDoor, steps } from '../parts/doors';
import { room, staffRoom, structure } from '../parts/rooms';
import { areaOf, at, rect, subtract } from '../shapes';

import { NORTH, northRoom, type Side, sideAt, sideRect, VOID, WEST } from './frame';

/** What rises through every storey: lifts, stairs, escalators. */

const LIFT_WIDTH = 3;

/** Two lifts that look at the atrium, between two risers. */
export function liftCore(side: Side): Element[] {
  const letter = side === 'west' ? ['1', '2'] : ['3', '4'];
  const lift = (number: string, y: number): Element[] => [
    {
      kind: 'unit',
      key: `lift-${number}`,
      category: 'elevator',
      name: name(`${number}号电梯`, `Lift ${number}`),
      accessibility: ['wheelchair', 'braille'],
      area: areaOf(sideRect(side, 33.4, y, 36.4, y + LIFT_WIDTH)),
    },
    {
      kind: 'opening',
      key: `lift-${number}-door`,
      category: 'pedestrian',
      line: across(sideAt(side, 36.4, y + LIFT_WIDTH / 2), 1.2, 'y'),
      door: { type: 'sliding', automatic: true, material: 'metal' },
      accessibility: ['wheelchair'],
    },
  ];
  return [
    structure(`riser-${side}-south`, sideRect(side, 33.4, 23.6, 36.4, 25)),
    ...lift(letter[0]!, 25),
    ...lift(letter[1]!, 28),
    structure(`riser-${side}-north`, sideRect(side, 33.4, 31, 36.4, 32.4)),
  ];
}

/** The stairs beside the north counters, and the room behind them that joins the staff's way along the north face. */
export function northStairs(side: Side): Element[] {
  const letter = side === 'west' ? 'B' : 'C';
  const key = `stairs-${letter}`;
  return [
    ...stairsUnit(letter, sideRect(side, 37, NORTH, 41, 51.5)),
    steps(`${key}-door`, ...across(sideAt(side, 39, NORTH), 1.8, 'x')),
    ...staffRoom(
      `link-${side}`,
      name('员工通道', 'Staff passage'),
      northRoom(side, 37, 41, 51.5),
      ...[
        staffDoor(`link-${side}-outer`, ...across(sideAt(side, 37, 53.5), 1, 'y')),
        staffDoor(`link-${side}-inner`, ...across(sideAt(side, 41, 53.5), 1, 'y')),
      ],
    ),
  ];
}

/** The stairs in an end strip; on the ground floor they lead out to the street in an emergency. */
export function endStairs(side: Side, y: number, isGround: boolean): Element[] {
  const letter = side === 'west' ? 'A' : 'D';
  const middle = y + 2;
  return [
    ...stairsUnit(letter, sideRect(side, 0, y, WEST, y + 4)),
    steps(`stairs-${letter}-door`, ...across(sideAt(side, WEST, middle), 1.8, 'y')),
    ...(isGround
      ? [emergencyExit(`stairs-${letter}-exit`, ...across(sideAt(side, 0, middle), 1.6, 'y'))]
      : []),
  ];
}

const stairsUnit = (letter: string, ring: Ring): Element[] =>
  room(`stairs-${letter}`, 'stairs', name(`${letter}楼梯`, `Stairs ${letter}`), ring);

interface Flight {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly from: string;
  readonly to: string;
  readonly up: boolean;
}

/** Crossing escalators along the atrium: up on the west, down on the east, the lower flights outside the upper ones. */
const FLIGHTS: readonly Flight[] = [
  { key: 'escalator-1', x: 49.6, y: 21, from: '1F', to: '2F', up: true },
  { key: 'escalator-2', x: 51.2, y: 20, from: '2F', to: '3F', up: true },
  { key: 'escalator-3', x: 55.2, y: 20, from: '2F', to: '3F', up: false },
  { key: 'escalator-4', x: 56.8, y: 21, from: '1F', to: '2F', up: false },
];
const FLIGHT_WIDTH = 1.6;
const FLIGHT_TOP = 36;

const flightRing = ({ x, y }: Flight): Ring => rect(x, y, x + FLIGHT_WIDTH, FLIGHT_TOP);

/** The escalators of a storey and, above the ground floor, the void that they rise through. */
export function atrium(level: string): Element[] {
  const flights = FLIGHTS.filter(({ from, to }) => from === level || to === level);
  const units = flights.flatMap((flight): Element[] => {
    const lowerIsSouth = flight.from === '1F';
    const atSouth = (flight.from === level) === lowerIsSouth;
    const y = atSouth ? flight.y : FLIGHT_TOP;
    const number = flight.key.slice(-1);
    return [
      ...room(
        flight.key,
        'escalator',
        name(
          `${number}号扶梯（${flight.up ? '上行' : '下行'}）`,
          `Escalator ${number} (${flight.up ? 'up' : 'down'})`,
        ),
        flightRing(flight),
      ),
      steps(`${flight.key}-end`, ...across(at(flight.x + FLIGHT_WIDTH / 2, y), 1.2, 'x')),
    ];
  });
  if (level === '1F') return units;
  const area = subtract(
    areaOf(VOID),
    flights.map((flight) => areaOf(flightRing(flight))),
  );
  return [
    ...units,
    { kind: 'unit', key: 'void', category: 'opentobelow', name: name('中庭上空', 'Open to below'), area },
  ];
}

/** Every vertical connection of the building. */
export function connectors(levels: readonly string[]): ConnectorPlan[] {
  const lifts = ['1', '2', '3', '4'].map(
    (number): ConnectorPlan => ({
      key: `lift-${number}`,
      kind: 'elevator',
      direction: 'both',
      units: levels.map((level) => [level, `lift-${number}`]),
    }),
  );
  const stairs = ['A', 'B', 'C', 'D'].flatMap((letter) =>
    levels.slice(1).map(
      (level, i): ConnectorPlan => ({
        key: `stairs-${letter}-${level}`,
        kind: 'stairs',
        direction: 'both',
        units: [
          [levels[i]!, `stairs-${letter}`],
          [level, `stairs-${letter}`],
        ],
      }),
    ),
  );
  const escalators = FLIGHTS.map(
    ({ key, from, to, up }): ConnectorPlan => ({
      key,
      kind: 'escalator',
      direction: up ? 'up' : 'down',
      units: [
        [from, key],
        [to, key],
      ],
    }),
  );
  return [...lifts, ...stairs, ...escalators];
}
