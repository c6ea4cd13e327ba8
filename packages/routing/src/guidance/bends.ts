import { distance, type Point } from '@daoyin/geometry';
import type { TurnDirection } from '../types';

/** Bends of a path nearer than this (in metres) to one another are felt as one turn. */
const TOGETHER = 2;
/** The longest stretch in metres that one turn may take. */
const LONGEST = 4;

/** One turn as a walker feels it: the bends round a corner, or the two of a sidestep, taken together. */
export interface Bend {
  /** Where it happens, and how far along the path its middle is, in metres. */
  readonly at: Point;
  readonly distance: number;
  /** Radians, counter-clockwise. */
  readonly turn: number;
  readonly headingBefore: number;
  readonly headingAfter: number;
}

export function bendsOf(path: readonly Point[]): Bend[] {
  const along = [0];
  for (let i = 1; i < path.length; i++) along.push(along[i - 1]! + distance(path[i - 1]!, path[i]!));
  const bends: Bend[] = [];
  for (let i = 1; i < path.length - 1; ) {
    let last = i;
    while (
      last + 1 < path.length - 1 &&
      along[last + 1]! - along[last]! < TOGETHER &&
      along[last + 1]! - along[i]! < LONGEST
    ) {
      last++;
    }
    const headingBefore = headingOf(path[i - 1]!, path[i]!);
    const headingAfter = headingOf(path[last]!, path[last + 1]!);
    const middle = path[(i + last) >> 1]!;
    bends.push({
      at: middle,
      distance: along[(i + last) >> 1]!,
      turn: angleBetween(headingBefore, headingAfter),
      headingBefore,
      headingAfter,
    });
    i = last + 1;
  }
  return bends;
}

/** A bend nearer to the start than this (in metres) goes round what one stands before: part of setting off, and no turn. */
const SETTING_OFF = 2;

/** From where one walks on once one has set off, how many metres that is from the start, and the way one faces then. */
export function setOff(
  path: readonly Point[],
): { readonly at: Point; readonly distance: number; readonly heading: number } | undefined {
  const round = bendsOf(path).findLast((bend) => bend.distance < SETTING_OFF);
  if (round !== undefined) return { at: round.at, distance: round.distance, heading: round.headingAfter };
  const heading = headingAtStart(path);
  return heading === undefined ? undefined : { at: path[0]!, distance: 0, heading };
}

export function headingOf(a: Point, b: Point): number {
  return Math.atan2(b.y - a.y, b.x - a.x);
}

/** The turn from one heading to another, in (−π, π]. */
export function angleBetween(before: number, after: number): number {
  const turn = after - before;
  return Math.atan2(Math.sin(turn), Math.cos(turn));
}

/** The word for a turn of so many radians, counter-clockwise. */
export function directionOf(turn: number): TurnDirection {
  const angle = angleBetween(0, turn) * (180 / Math.PI);
  const side = angle > 0 ? 'left' : 'right';
  const size = Math.abs(angle);
  if (size < 25) return 'straight';
  if (size < 50) return `slight-${side}`;
  if (size < 120) return side;
  return size < 160 ? `sharp-${side}` : 'back';
}

/** The heading of the first (or last) `reach` metres of a path: what one faces, whatever the first step. */
export function headingAtStart(path: readonly Point[], reach = 2): number | undefined {
  const first = path[0];
  if (first === undefined) return undefined;
  const far = path.find((point) => distance(first, point) >= reach) ?? path.at(-1)!;
  return distance(first, far) < 0.05 ? undefined : headingOf(first, far);
}

export function headingAtEnd(path: readonly Point[], reach = 2): number | undefined {
  const back = headingAtStart([...path].reverse(), reach);
  return back === undefined ? undefined : angleBetween(0, back + Math.PI);
}
