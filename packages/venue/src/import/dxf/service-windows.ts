import {
  distance,
  distanceToBoundary,
  multiPolygonContains,
  nearestOnSegment,
  type Point,
  type Polygon,
  polygonContains,
  ringEdges,
} from '@daoyin/geometry';
import type { Labels } from '../../types';
import { windowNumberOf } from '../../window-number';
import type { PlanRoom } from './plan-rooms';
import type { PlanText } from './plan-shapes';
import { nameOf } from './room-names';

/** A numbered window: where its visitor stands, and its counter. */
export interface PlanWindow {
  readonly name: Labels;
  readonly at: Point;
  readonly room: PlanRoom;
  readonly counter: Polygon;
}

const REACH = 2; // m from a number to its counter
const STANDS = 0.5; // m from the counter to the visitor's middle
const FAR = 4; // m: looked ahead, to tell the visitors' side from the clerk's
const FARTHEST_EDGE = REACH + FAR; // m from a number to the edge of its counter that the visitor stands before

/** The windows whose numbers stand on or beside a counter, and what is written there that is no window's number. */
export function serviceWindows(
  texts: readonly PlanText[],
  counters: readonly Polygon[],
  rooms: readonly PlanRoom[],
): { readonly windows: readonly PlanWindow[]; readonly others: readonly PlanText[] } {
  const windows: PlanWindow[] = [];
  const others: PlanText[] = [];
  for (const text of texts) {
    const window = windowAt(text, counters, rooms);
    if (window) windows.push(window);
    else others.push(text);
  }
  return { windows, others };
}

function windowAt(
  text: PlanText,
  counters: readonly Polygon[],
  rooms: readonly PlanRoom[],
): PlanWindow | undefined {
  const counter = nearestTo(text.at, counters);
  const label = text.text.replace(/\n/g, ' ');
  if (!counter || windowNumberOf({ und: label }, true) === undefined) return undefined;
  const places = [...ringEdges(counter.outer)]
    .filter(([a, b]) => distance(a, b) >= 0.5)
    .flatMap(([a, b]) => standingBefore(text.at, a, b, counters, rooms));
  const best = places.sort((a, b) => b.score - a.score)[0];
  if (!best) return undefined;
  const name =
    windowNumberOf({ und: label }) === undefined ? labelled(label) : (nameOf([text]) ?? labelled(label));
  return { name, at: best.at, room: best.room, counter };
}

/** A bare number on a counter is a window's. */
function labelled(number: string): Labels {
  return { 'zh-Hans': `${number}号窗口`, en: `Window ${number}` };
}

/** The place before an edge of the counter that is nearest to a number, if there is floor; the more of it, the likelier the visitor's. */
function standingBefore(
  number: Point,
  a: Point,
  b: Point,
  counters: readonly Polygon[],
  rooms: readonly PlanRoom[],
) {
  const { point: foot } = nearestOnSegment(number, a, b);
  if (distance(number, foot) > FARTHEST_EDGE) return [];
  const length = distance(a, b);
  const out = { x: (b.y - a.y) / length, y: (a.x - b.x) / length }; // outer rings are counter-clockwise
  const ahead = (metres: number) => ({ x: foot.x + out.x * metres, y: foot.y + out.y * metres });
  const isFree = (point: Point) => !counters.some((counter) => polygonContains(counter, point));
  const at = ahead(STANDS);
  const room = rooms.find(({ area }) => multiPolygonContains(area, at));
  if (!room || !isFree(at)) return [];
  let free = STANDS;
  while (free < FAR && multiPolygonContains(room.area, ahead(free + 0.25)) && isFree(ahead(free + 0.25)))
    free += 0.25;
  return [{ at, room, score: free - distance(number, foot) }];
}

function nearestTo(point: Point, counters: readonly Polygon[]): Polygon | undefined {
  const away = (counter: Polygon) =>
    polygonContains(counter, point) ? 0 : distanceToBoundary(counter, point);
  return counters
    .map((counter) => ({ counter, metres: away(counter) }))
    .filter(({ metres }) => metres <= REACH)
    .sort((a, b) => a.metres - b.metres)[0]?.counter;
}
