import { type MultiPolygon, orientPolygon, type Polyline, polygonArea, type Ring } from '@daoyin/geometry';
import {
  bufferLines,
  intersectAreas,
  offsetAreas,
  subtractAreas,
  totalArea,
  unionOfAreas,
} from '../../archive/boolean';
import type { Issue } from '../../types';
import { hullOf, near } from './plan-shapes';

/** What stands between one room and the next. */
export interface Barriers {
  /** Walls and glass, as they are drawn: one line, or both faces. */
  readonly walls: readonly Polyline[];
  /** Closed doors. */
  readonly doors: readonly Polyline[];
  /** Columns and filled walls. */
  readonly solid: MultiPolygon;
}

/** The floor that walls enclose. */
export interface PlanFloor {
  readonly outline: MultiPolygon;
  /** The rooms between walls and doors, each one polygon. */
  readonly faces: MultiPolygon;
  /** What of the outline is wall. */
  readonly walls: MultiPolygon;
  readonly issues: readonly Issue[];
}

const JOIN = 0.05; // m: ends of lines that lie so near meet
const CAVITY = 0.2; // m: half the width of what is the inside of a wall, or a gap in it, and no floor
const LEAST_ROOM = 1; // m²

/** The rooms that walls enclose, inside `drawn` or, where nobody drew the edge of the floor, inside what the walls surround. */
export function planFloor(barriers: Barriers, drawn: MultiPolygon): PlanFloor {
  const lines = [...barriers.walls, ...barriers.doors];
  const barrier = unionOfAreas([...bufferLines(lines, JOIN), ...offsetAreas(barriers.solid, JOIN)]);
  const { outline, issues } = drawn.length > 0 ? { outline: drawn, issues: [] } : surrounded(barrier);
  const free = subtractAreas(outline, barrier);
  const faces = offsetAreas(free, -CAVITY)
    .flatMap((piece) => offsetAreas([piece], CAVITY + JOIN))
    .flatMap((piece) => intersectAreas([piece], near(outline, [piece])))
    .filter((piece) => polygonArea(piece) >= LEAST_ROOM);
  const thick = subtractAreas(outline, faces);
  const thin = subtractAreas(bufferLines(barriers.walls, JOIN), offsetAreas(thick, JOIN + 0.02));
  const walls = intersectAreas([...thick, ...thin], outline).filter((piece) => polygonArea(piece) > 0.005);
  return { outline, faces, walls, issues };
}

const CLOSINGS = [0.5, 1, 2, 4]; // m: half of the gap that is closed
const ENCLOSED = 0.6; // of the hull: a building

/** What barriers surround, gaps in them closed as far as it takes: entrances are often drawn as nothing. */
function surrounded(barrier: MultiPolygon): {
  readonly outline: MultiPolygon;
  readonly issues: readonly Issue[];
} {
  const hull = [{ outer: hullOf(barrier.flatMap(({ outer }) => outer)), holes: [] }];
  const whole = ENCLOSED * totalArea(hull);
  // Open ends of walls and corners whose faces miss each other are closed without a word.
  let best = { gap: 0, outline: offsetAreas(filled(offsetAreas(barrier, CAVITY)), -CAVITY - JOIN) };
  for (const metres of CLOSINGS) {
    if (totalArea(best.outline) >= whole) break;
    const outline = offsetAreas(filled(offsetAreas(barrier, metres)), -metres - JOIN);
    if (totalArea(outline) > 1.15 * totalArea(best.outline)) best = { gap: 2 * metres, outline };
  }
  const outline = best.outline.filter((piece) => polygonArea(piece) >= LEAST_ROOM);
  if (totalArea(outline) < whole / 3) return { outline: hull, issues: [aroundAll()] };
  return { outline, issues: best.gap > 0 ? [gapsClosed(best.gap)] : [] };
}

function filled(areas: MultiPolygon): MultiPolygon {
  const solid = (ring: Ring) => orientPolygon(ring, []);
  return unionOfAreas(areas.map(({ outer }) => solid(outer)));
}

function gapsClosed(metres: number): Issue {
  const message = `The walls do not close: gaps of up to ${metres} m in them were taken as the edge of the floor.`;
  return { severity: 'assumption', kind: 'outline-assumed', message };
}

function aroundAll(): Issue {
  const message = 'The walls surround nothing: the floor was taken to be all that lies between them.';
  return { severity: 'assumption', kind: 'outline-assumed', message };
}
