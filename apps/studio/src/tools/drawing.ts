import type { Point, ScreenPoint } from '@daoyin/geometry';
import { atAngle, atLength, parseMetres, rectangleRing } from '@daoyin/venue';
import type { Plan } from '../canvas/plan';
import { snappedCorner } from './snapping';
import type { PlanPointer, ToolSession } from './tool';

export interface DrawingWish {
  /** Fewest points; with as many as `most` it is finished by itself. */
  readonly least: number;
  readonly most?: number;
  readonly isRing: boolean;
  readonly finish: (points: readonly Point[]) => void;
}

const RIGHT = Math.PI / 2;
const COLOUR = '#cf2231';

/**
 * Drawing by taps: corners snap to what is there and keep right angles to the last edge (Alt: free). Digits typed set the length
 * of the next edge, Enter takes it or finishes, Backspace takes the last corner back, Escape gives it up. A ring may also be
 * drawn as a rectangle by a drag.
 */
export function drawing(plan: Plan, { least, most = Infinity, isRing, finish }: DrawingWish): ToolSession {
  let points: readonly Point[] = [];
  let next: Point | undefined;
  let typed = '';
  /** Where the pointer was pressed: a fast drag tells of itself only when it is far from there. */
  let pressed: Point | undefined;
  let box: readonly [Point, Point] | undefined;

  const reset = () => {
    points = [];
    typed = '';
    box = undefined;
    plan.invalidate();
  };
  const done = () => {
    const all = points;
    if (all.length < least) return;
    reset();
    finish(all);
  };
  const add = (point: Point) => {
    points = [...points, point];
    typed = '';
    if (points.length >= most) done();
    plan.invalidate();
  };
  const corner = ({ at, reach, alt }: PlanPointer) =>
    snappedCorner(at, reach, { beacons: [], features: [], isFree: alt });
  const placed = (pointer: PlanPointer): Point => {
    const last = points.at(-1);
    const { point, kind } = corner(pointer);
    if (!last || pointer.alt || kind === 'point') return point;
    const before = points.at(-2);
    const reference = before ? Math.atan2(last.y - before.y, last.x - before.x) : 0;
    return atAngle(last, point, RIGHT / 2, reference);
  };
  const tap = (pointer: PlanPointer) => {
    const point = placed(pointer);
    const first = points[0];
    if (isRing && first && points.length >= least && far(first, point) <= pointer.reach) return done();
    if (points.length > 0 && far(points.at(-1)!, point) < 0.01) return done();
    add(point);
  };
  return {
    down: (pointer) => {
      pressed = corner(pointer).point;
      return isRing && points.length === 0;
    },
    drag: (pointer) => {
      const { point } = corner(pointer);
      box = [pressed ?? point, point];
      plan.invalidate();
    },
    up: () => {
      const corners = box;
      reset();
      if (corners && far(...corners) > 0.2) finish(rectangleRing(...corners));
    },
    move: (pointer) => {
      next = placed(pointer);
      plan.invalidate();
    },
    tap,
    doubleTap: done,
    key: (event) => {
      if (event.ctrlKey || event.metaKey || points.length === 0) return false;
      if (/^[\d.,]$/.test(event.key)) typed += event.key;
      else if (event.key === 'Backspace' && typed !== '') typed = typed.slice(0, -1);
      else if (event.key === 'Backspace') points = points.slice(0, -1);
      else if (event.key === 'Escape') reset();
      else if (event.key === 'Enter') {
        const metres = parseMetres(typed);
        if (metres && next) add(atLength(points.at(-1)!, next, metres));
        else done();
      } else return false;
      plan.invalidate();
      return true;
    },
    cancel: reset,
    paint: (context, toScreen) => {
      const shape = box ? rectangleRing(...box) : next && points.length > 0 ? [...points, next] : points;
      if (shape.length > 0) paint(context, toScreen, shape, isRing && shape.length > 2, typed);
    },
  };
}

function paint(
  context: CanvasRenderingContext2D,
  toScreen: (point: Point) => ScreenPoint,
  points: readonly Point[],
  isClosed: boolean,
  typed: string,
): void {
  const places = points.map(toScreen);
  context.strokeStyle = COLOUR;
  context.fillStyle = COLOUR;
  context.lineWidth = 2;
  context.beginPath();
  for (const [i, { left, top }] of places.entries())
    i === 0 ? context.moveTo(left, top) : context.lineTo(left, top);
  if (isClosed) context.closePath();
  context.stroke();
  for (const { left, top } of places) context.fillRect(left - 3, top - 3, 6, 6);
  const [a, b] = [points.at(-2), points.at(-1)];
  if (!a || !b) return;
  const text = typed === '' ? `${far(a, b).toFixed(2)} m` : `${typed} m ⏎`;
  note(context, text, places.at(-1)!);
}

/** A few words beside a place. */
export function note(context: CanvasRenderingContext2D, text: string, { left, top }: ScreenPoint): void {
  context.font = '600 13px system-ui, sans-serif';
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const width = context.measureText(text).width;
  context.fillStyle = '#16212e';
  context.fillRect(left + 12, top - 24, width + 12, 22);
  context.fillStyle = '#ffffff';
  context.fillText(text, left + 18, top - 13);
}

export const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
