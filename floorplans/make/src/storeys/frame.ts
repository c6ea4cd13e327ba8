import type { Point, Ring } from '@daoyin/geometry';
import { arc, at, rect, stadium } from '../shapes';

/** What stands on every storey at the same place: outline, structural grid, atrium, cores, stairs. Metres, venue frame. */

export const WIDTH = 108;
const DEPTH = 56;
/** The service strips at the west and east ends, and the lines of the north and south counters. */
export const WEST = 9;
export const EAST = WIDTH - WEST;
export const NORTH = 44;
export const SOUTH = 8;

/** The north face between x 37 and 71 bows out by two metres; the corners are cut at 45°. */
const NORTH_FACE = [
  at(WIDTH, DEPTH - 4),
  at(WIDTH - 4, DEPTH),
  ...arc(at(71, DEPTH), at(37, DEPTH), 2, 16),
  at(4, DEPTH),
  at(0, DEPTH - 4),
];
/** The bay of the main entrance, in front of the south face. */
export const BAY = [
  at(45, 0),
  at(46.2, -1.9),
  at(48.2, -3.3),
  at(51, -4),
  at(57, -4),
  at(59.8, -3.3),
  at(61.8, -1.9),
  at(63, 0),
];
const RECESS = [at(78, 0), at(78, 3), at(90, 3), at(90, 0)];

/** The outline, counter-clockwise from the south-west corner; South Gate 2 lies in a recess of the ground floor. */
export function outline(recess: boolean): Ring {
  return [
    at(0, 6),
    at(6, 0),
    ...BAY,
    ...(recess ? RECESS : []),
    at(WIDTH - 6, 0),
    at(WIDTH, 6),
    ...NORTH_FACE,
  ];
}

export const VOID = stadium(41, 20, 67, 36, 16);

/** Columns at 9 × 8 m. The axis of the main entrance is free of them, and so is the atrium. */
export function columns(): Point[] {
  const xs = [18, 27, 36, 45, 63, 72, 81, 90];
  return [16, 24, 32, 40].flatMap((y) => xs.filter((x) => !isTaken(x, y)).map((x) => at(x, y)));
}

const isTaken = (x: number, y: number): boolean => (y === 24 || y === 32) && x >= 36 && x <= 72;

export type Side = 'west' | 'east';
const mirror = (side: Side, x: number): number => (side === 'west' ? x : WIDTH - x);
/** A rectangle given for the west side, or its mirror image on the east. */
export const sideRect = (side: Side, x0: number, y0: number, x1: number, y1: number): Ring =>
  rect(mirror(side, x0), y0, mirror(side, x1), y1);
export const sideAt = (side: Side, x: number, y: number): Point => at(mirror(side, x), y);

/** A room that runs to beyond the north face; it is cut at the outline. */
export const northRoom = (side: Side, x0: number, x1: number, y0: number): Ring =>
  sideRect(side, x0, y0, x1, DEPTH + 4);
