import type { Point, Ring } from '@daoyin/geometry';
import type { Element, Name } from '../elements';
import { areaOf, at } from '../shapes';
import { across, staffDoor } from './doors';

export const DESK_DEPTH = 0.7;
const WINDOW_PITCH = 1.5;
/** The line on the floor behind which the next visitor waits. */
export const WAITING_LINE = 1.4;
/** How far in front of the desk the visitor stands. */
export const STAND = 0.7;

/** The side of a counter on which visitors stand. */
export type Facing = 'north' | 'south' | 'east' | 'west';

const FRONT: Readonly<Record<Facing, Point>> = {
  north: at(0, 1),
  south: at(0, -1),
  east: at(1, 0),
  west: at(-1, 0),
};

/** A frame on a counter's front line: `right` as the visitor who looks at it sees it, `out` towards the visitor. */
export interface CounterFrame {
  readonly start: Point;
  readonly facing: Facing;
}

/** A point `right` metres along the front line and `out` metres before it. */
export function onCounter({ start, facing }: CounterFrame, right: number, out: number): Point {
  const front = FRONT[facing];
  return at(start.x - front.y * right + front.x * out, start.y + front.x * right + front.y * out);
}

export const counterRect = (
  frame: CounterFrame,
  right0: number,
  out0: number,
  right1: number,
  out1: number,
): Ring => [
  onCounter(frame, right0, out0),
  onCounter(frame, right1, out0),
  onCounter(frame, right1, out1),
  onCounter(frame, right0, out1),
];

/** A row of numbered windows side by side: a closed line of desks, flush with the front. */
function windows(frame: CounterFrame, first: number, count: number, offset = 0): Element[] {
  return Array.from({ length: count }, (_, i) => ({
    kind: 'window',
    number: first + i,
    desk: counterRect(frame, offset + i * WINDOW_PITCH, -DESK_DEPTH, offset + (i + 1) * WINDOW_PITCH, 0),
    stand: onCounter(frame, offset + (i + 0.5) * WINDOW_PITCH, STAND),
  }));
}

/** The waiting line before a row of windows. */
function waitingLine(key: string, frame: CounterFrame, count: number, offset = 0): Element {
  const end = offset + count * WINDOW_PITCH;
  return {
    kind: 'detail',
    key,
    line: [onCounter(frame, offset, WAITING_LINE), onCounter(frame, end, WAITING_LINE)],
  };
}

export interface StraightCounter {
  readonly key: string;
  readonly name: Name;
  readonly frame: CounterFrame;
  /** Width of the staff zone and its depth behind the front line. */
  readonly width: number;
  readonly depth: number;
  readonly first: number;
  readonly count: number;
}

/** A straight counter: the staff zone, the windows in its middle, and blind desks that close the line to the walls. */
export function straightCounter({
  key,
  name,
  frame,
  width,
  depth,
  first,
  count,
}: StraightCounter): Element[] {
  const margin = (width - count * WINDOW_PITCH) / 2;
  const blind = (side: string, from: number, to: number): Element[] =>
    to - from < 0.05
      ? []
      : [
          {
            kind: 'fixture',
            key: `${key}-blind-${side}`,
            category: 'desk',
            ring: counterRect(frame, from, -DESK_DEPTH, to, 0),
          },
        ];
  return [
    {
      kind: 'unit',
      key,
      category: 'nonpublic',
      name,
      restriction: 'employeesonly',
      area: areaOf(counterRect(frame, 0, -depth, width, 0)),
    },
    ...windows(frame, first, count, margin),
    waitingLine(`${key}-line`, frame, count, margin),
    ...blind('left', 0, margin),
    ...blind('right', width - margin, width),
  ];
}

export interface Island {
  readonly key: string;
  readonly name: Name;
  /** South-west corner of the straight part; it is `depth` deep and as long as its windows. */
  readonly x: number;
  readonly y: number;
  readonly depth: number;
  readonly perSide: number;
  readonly first: number;
}

const CAP = 1.2;

/** An island counter along x: windows on its south and north sides, chamfered ends, the staff's gate in the east end. */
export function island({ key, name, x, y, depth, perSide, first }: Island): Element[] {
  const end = x + perSide * WINDOW_PITCH;
  const top = y + depth;
  const cut = depth / 4;
  const outline = [
    at(x, y),
    at(end, y),
    at(end + CAP, y + cut),
    at(end + CAP, top - cut),
    at(end, top),
    at(x, top),
    at(x - CAP, top - cut),
    at(x - CAP, y + cut),
  ];
  const south: CounterFrame = { start: at(x, y), facing: 'south' };
  const north: CounterFrame = { start: at(end, top), facing: 'north' };
  return [
    { kind: 'unit', key, category: 'nonpublic', name, restriction: 'employeesonly', area: areaOf(outline) },
    ...windows(south, first, perSide),
    ...windows(north, first + perSide, perSide),
    waitingLine(`${key}-line-south`, south, perSide),
    waitingLine(`${key}-line-north`, north, perSide),
    staffDoor(`${key}-gate`, ...across(at(end + CAP, y + depth / 2), 1, 'y')),
  ];
}
