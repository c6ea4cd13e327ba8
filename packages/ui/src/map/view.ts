import { type Bounds, boundsOf, type Point, type ScreenPoint } from '@daoyin/geometry';

/** What of a level a 2D plan shows: its centre, CSS pixels a metre, and the direction that is up, radians counter-clockwise from east. */
export interface PlanView {
  readonly centre: Point;
  readonly scale: number;
  readonly upHeading: number;
}

export interface PlanSize {
  readonly width: number;
  readonly height: number;
}

export const NORTH_UP = Math.PI / 2;
const CLOSEST = 60;
const FARTHEST = 1.5;

/** Where a venue point is on the plan. */
export function planToScreen(view: PlanView, size: PlanSize, point: Point): ScreenPoint {
  const turn = NORTH_UP - view.upHeading;
  const [dx, dy] = [point.x - view.centre.x, point.y - view.centre.y];
  const x = dx * Math.cos(turn) - dy * Math.sin(turn);
  const y = dx * Math.sin(turn) + dy * Math.cos(turn);
  return { left: size.width / 2 + x * view.scale, top: size.height / 2 - y * view.scale };
}

/** The venue point below a place on the plan. */
export function screenToPlan(view: PlanView, size: PlanSize, { left, top }: ScreenPoint): Point {
  const turn = NORTH_UP - view.upHeading;
  const x = (left - size.width / 2) / view.scale;
  const y = (size.height / 2 - top) / view.scale;
  return {
    x: view.centre.x + x * Math.cos(turn) + y * Math.sin(turn),
    y: view.centre.y - x * Math.sin(turn) + y * Math.cos(turn),
  };
}

/** Nearer by `factor`, with the venue point below `at` kept in its place. */
export function zoomed(view: PlanView, size: PlanSize, factor: number, at: ScreenPoint): PlanView {
  const scale = Math.min(CLOSEST, Math.max(FARTHEST, view.scale * factor));
  const below = screenToPlan(view, size, at);
  const moved = screenToPlan({ ...view, scale }, size, at);
  return {
    ...view,
    scale,
    centre: { x: view.centre.x + below.x - moved.x, y: view.centre.y + below.y - moved.y },
  };
}

/** Moved by so many CSS pixels, as a finger drags it. */
export function panned(view: PlanView, size: PlanSize, right: number, down: number): PlanView {
  const centre = screenToPlan(view, size, { left: size.width / 2 - right, top: size.height / 2 - down });
  return { ...view, centre };
}

/** The view that shows all the points, with a margin in CSS pixels; `fallback` where there is none. */
export function fitted(
  points: Iterable<Point>,
  size: PlanSize,
  margin: number,
  upHeading = NORTH_UP,
  closest = 24,
): PlanView {
  const turn = NORTH_UP - upHeading;
  const turned = [...points].map(({ x, y }) => ({
    x: x * Math.cos(turn) - y * Math.sin(turn),
    y: x * Math.sin(turn) + y * Math.cos(turn),
  }));
  if (turned.length === 0) return { centre: { x: 0, y: 0 }, scale: 5, upHeading };
  const bounds = boundsOf(turned);
  return { centre: centreOf(bounds, turn), scale: scaleFor(bounds, size, margin, closest), upHeading };
}

function centreOf(bounds: Bounds, turn: number): Point {
  const [x, y] = [(bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2];
  return { x: x * Math.cos(turn) + y * Math.sin(turn), y: -x * Math.sin(turn) + y * Math.cos(turn) };
}

function scaleFor(bounds: Bounds, size: PlanSize, margin: number, closest: number): number {
  const across = Math.max(1, size.width - 2 * margin) / Math.max(1, bounds.maxX - bounds.minX);
  const down = Math.max(1, size.height - 2 * margin) / Math.max(1, bounds.maxY - bounds.minY);
  return Math.min(closest, Math.max(FARTHEST, Math.min(across, down)));
}
