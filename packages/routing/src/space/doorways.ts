import { distance, type Point, type Polyline } from '@daoyin/geometry';
import type { Issue, Opening } from '@daoyin/venue';
import { type Passage, passageOf } from './categories';
import type { LevelParts } from './level-parts';

/** How far from an opening's line the floors that it joins may begin: half of the thickest wall. */
const REACH = 0.6;
const STEP = 0.02;
/** How far units may overlap at a door, in metres. */
const OVERLAP = 0.3;

/** A line shorter than this (in metres) is a mark on the plan: nobody could pass a door of that width. It is taken as a common door. */
const LEAST_DOOR = 0.5;
const COMMON_DOOR = 0.9;
/** A line shorter than this has no direction to rely on. */
const LEAST_LINE = 0.02;

/** An opening with what it joins. */
export interface Doorway {
  readonly opening: Opening;
  readonly passage: Passage;
  readonly line: Polyline;
  /** Clear width in metres, jamb to jamb; assumed where the line is too short to be a door. */
  readonly width: number;
  readonly isWidthAssumed: boolean;
  readonly middle: Point;
  /** Unit normal of the opening at its middle, pointing to its left. */
  readonly normal: Point;
  /** Indices of the floors on the left and on the right; undefined where there is none: outdoors, or nothing drawn. */
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** Metres from the line to where both floors have begun. */
  readonly depth: number;
}

/** Finds the floors on both sides of every opening of the level, through walls drawn as a gap or as a unit of their own. */
export function doorwaysOf(parts: LevelParts): Doorway[] {
  return parts.openings
    .filter(({ line }) => lengthOf(line) > LEAST_LINE)
    .map((opening) => doorwayOf(parts, opening));
}

function doorwayOf(parts: LevelParts, opening: Opening): Doorway {
  const drawn = distance(opening.line[0]!, opening.line.at(-1)!);
  const isWidthAssumed = drawn < LEAST_DOOR;
  const line = isWidthAssumed ? commonDoor(opening.line) : opening.line;
  const { middle, normal } = middleOf(line);
  const { left, right } = sidesOf(parts, line);
  return {
    opening,
    passage: passageOf(opening),
    line,
    width: isWidthAssumed ? COMMON_DOOR : drawn,
    isWidthAssumed,
    middle,
    normal,
    left: left?.floor,
    right: right?.floor,
    depth: Math.max(left?.depth ?? 0, right?.depth ?? 0),
  };
}

function commonDoor(drawn: Polyline): Polyline {
  const { middle, normal } = middleOf(drawn);
  const half = COMMON_DOOR / 2;
  return [
    { x: middle.x - half * normal.y, y: middle.y + half * normal.x },
    { x: middle.x + half * normal.y, y: middle.y - half * normal.x },
  ];
}

/** What had to be assumed about doors whose width is not drawn. */
export function doorwayIssues(doorways: readonly Doorway[]): Issue[] {
  return doorways
    .filter(({ isWidthAssumed }) => isWidthAssumed)
    .map(({ opening }) => ({
      severity: 'assumption',
      kind: 'opening-without-width',
      message: `Opening ${opening.id} on ${opening.level} is ${lengthOf(opening.line).toFixed(2)} m long: a door of ${COMMON_DOOR} m was assumed.`,
      featureId: opening.id,
    }));
}

interface Side {
  readonly floor: number;
  readonly depth: number;
}

/** The floors on both sides. Where units overlap, a door lies inside one of them: then the other is looked for a little farther on. */
function sidesOf(parts: LevelParts, line: Polyline): { readonly left?: Side; readonly right?: Side } {
  const left = probe(parts, line, 1);
  const right = probe(parts, line, -1);
  const isInsideOne = left !== undefined && left.floor === right?.floor;
  const beyondRight = isInsideOne ? probe(parts, line, -1, OVERLAP, left.floor) : undefined;
  const beyondLeft = isInsideOne ? probe(parts, line, 1, OVERLAP, left.floor) : undefined;
  const isRightNearer = (beyondRight?.depth ?? Infinity) <= (beyondLeft?.depth ?? Infinity);
  if (beyondRight && isRightNearer) return { left: left!, right: beyondRight };
  if (beyondLeft) return { left: beyondLeft, right: right! };
  return { ...(left && { left }), ...(right && { right }) };
}

/** The first walkable floor on one side other than `but`, looked for from the middle and both quarters of the line. */
function probe(
  parts: LevelParts,
  line: Polyline,
  side: 1 | -1,
  reach = REACH,
  but?: number,
): Side | undefined {
  const starts = [0.5, 0.25, 0.75].map((part) => middleOf(line, part));
  for (let depth = STEP / 2; depth <= reach; depth += STEP) {
    for (const { middle, normal } of starts) {
      const point = { x: middle.x + side * depth * normal.x, y: middle.y + side * depth * normal.y };
      const floor = parts.floorsAt(point).find((i) => i !== but && parts.floors[i]!.kind !== 'solid');
      if (floor !== undefined) return { floor, depth };
    }
  }
  return undefined;
}

function lengthOf(line: Polyline): number {
  return line.slice(1).reduce((sum, point, i) => sum + distance(line[i]!, point), 0);
}

/** The point at a part of a line's length, with the unit normal to its left there. */
export function middleOf(line: Polyline, part = 0.5): { readonly middle: Point; readonly normal: Point } {
  let left = lengthOf(line) * part;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const length = distance(a, b);
    if (left <= length || i === line.length - 1) {
      const t = length === 0 ? 0 : left / length;
      const middle = { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
      return { middle, normal: { x: (a.y - b.y) / (length || 1), y: (b.x - a.x) / (length || 1) } };
    }
    left -= length;
  }
  return { middle: line[0]!, normal: { x: 0, y: 1 } };
}
