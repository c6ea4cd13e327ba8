import {
  type MultiPolygon,
  multiPolygonContains,
  type Polygon,
  polygonArea,
  polygonContains,
} from '@daoyin/geometry';
import { intersectAreas, offsetAreas, sharedArea, subtractAreas, totalArea } from '../../archive/boolean';
import type { Labels } from '../../types';
import type { PlanDoor } from './doors';
import { near, type PlanText } from './plan-shapes';
import { categoryByName, nameOf } from './room-names';

/** A unit of the plan to be. */
export interface PlanRoom {
  readonly area: MultiPolygon;
  readonly category: string;
  readonly name: Labels | null;
}

export interface RoomSources {
  /** What walls enclose. */
  readonly faces: MultiPolygon;
  /** What is drawn as a room. */
  readonly drawn: readonly Polygon[];
  readonly shafts: readonly { readonly area: Polygon; readonly category: string }[];
  readonly doors: readonly PlanDoor[];
  readonly texts: readonly PlanText[];
}

const LEAST = 1; // m²
const SLIVER = 0.2; // m: half the width of what is left over between drawn rooms and walls
const OPEN = 0.8; // m: an edge of a room that is so long without a wall is no room

/** Rooms from what is drawn and what is enclosed: stairs and lifts first, then drawn rooms, the smallest first, then what is left. */
export function planRooms(sources: RoomSources): readonly PlanRoom[] {
  const floor = sources.faces;
  const onFloor = (area: MultiPolygon) => (floor.length > 0 ? intersectAreas(area, near(floor, area)) : area);
  let taken: MultiPolygon = [];
  const claim = (area: MultiPolygon): MultiPolygon => {
    const others = near(taken, area);
    const own = others.length > 0 ? subtractAreas(area, others) : area;
    const large = own.filter((part) => polygonArea(part) >= LEAST);
    taken = [...taken, ...large];
    return large;
  };
  const shafts = sources.shafts
    .map(({ area, category }) => ({ area: claim(onFloor(wholeShaft(area, floor))), category }))
    .filter(({ area }) => area.length > 0);
  const drawn = [...sources.drawn]
    .sort((a, b) => polygonArea(a) - polygonArea(b))
    .map((area) => claim(onFloor([area])))
    .filter((area) => area.length > 0);
  const left = floor.flatMap((face) => leftOf(face, taken));
  const rooms = [
    ...drawn.map((area) => ({ area, isDrawn: true })),
    ...left.map((area) => ({ area: [area], isDrawn: false })),
  ];
  const texts = textsByRoom(
    rooms.map(({ area }) => area),
    sources.texts,
  );
  return [
    ...shafts.map(({ area, category }) => ({ area, category, name: null })),
    ...rooms.map(({ area, isDrawn }, i) => {
      const name = nameOf(texts.get(i) ?? []);
      const isOpen = isDrawn && floor.length > 0 && openEdge(area, floor) > OPEN;
      return { area, name, category: categoryOf(area, name, isOpen, sources) };
    }),
  ];
}

const BESIDE = 0.35; // m: half of what nobody walks in beside a flight or a cabin

/** A shaft with what of its walled room is left beside it; where more is left, as landings are, the shaft alone. */
function wholeShaft(shaft: Polygon, faces: MultiPolygon): MultiPolygon {
  const face = near(faces, [shaft]).find((one) => sharedArea([one], [shaft]) > 0.5 * polygonArea(shaft));
  if (!face) return [shaft];
  const left = offsetAreas(subtractAreas([face], [shaft]), -BESIDE);
  return totalArea(left) < 0.2 ? [face] : [shaft];
}

function leftOf(face: Polygon, taken: MultiPolygon): MultiPolygon {
  const others = near(taken, [face]);
  const left = others.length > 0 ? subtractAreas([face], others) : [face];
  if (left.length === 1 && Math.abs(totalArea(left) - polygonArea(face)) < 0.01) return [face];
  return offsetAreas(left, -SLIVER)
    .flatMap((piece) => intersectAreas(offsetAreas([piece], SLIVER), left))
    .filter((piece) => polygonArea(piece) >= LEAST && offsetAreas([piece], -BESIDE).length > 0);
}

/** Each text goes to the smallest room that it stands in. */
function textsByRoom(
  areas: readonly MultiPolygon[],
  texts: readonly PlanText[],
): ReadonlyMap<number, readonly PlanText[]> {
  const found = new Map<number, PlanText[]>();
  const sizes = areas.map(totalArea);
  for (const text of texts) {
    const around = [...areas.keys()].filter((i) => multiPolygonContains(areas[i]!, text.at));
    const smallest = around.sort((a, b) => sizes[a]! - sizes[b]!)[0];
    if (smallest !== undefined) found.set(smallest, [...(found.get(smallest) ?? []), text]);
  }
  return found;
}

/** Metres of a drawn room's edge where the floor goes on. */
function openEdge(area: MultiPolygon, floor: MultiPolygon): number {
  const around = subtractAreas(offsetAreas(area, 0.1), area);
  const here = near(floor, area).filter((face) =>
    area.some(({ outer }) => outer.some((p) => polygonContains(face, p))),
  );
  return sharedArea(around, here.length > 0 ? here : floor) / 0.1;
}

const BUSY = 3; // doors of a room that others are entered from
const SHAFTS: ReadonlySet<string> = new Set(['elevator', 'escalator', 'stairs']);
const LARGEST_SHAFT = 60; // m²: more than that is the hall in which somebody wrote "lift"
const WALKED: ReadonlySet<string> = new Set(['walkway', 'lobby']);

/** By its name; without one, what many doors lead to, or what is most of the floor, is a way and not a room. */
function categoryOf(
  area: MultiPolygon,
  name: Labels | null,
  isOpen: boolean,
  { faces, doors }: RoomSources,
): string {
  const named = categoryByName(name);
  const known = named && !(SHAFTS.has(named) && totalArea(area) > LARGEST_SHAFT) ? named : undefined;
  if (isOpen) return known && WALKED.has(known) ? known : 'unenclosedarea';
  if (known) return known;
  const around = offsetAreas(area, 0.35);
  const entered = doors.filter(({ line: [a, b] }) =>
    multiPolygonContains(around, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }),
  );
  const isMost = faces.length > 1 && totalArea(area) > 0.4 * totalArea(faces);
  return name === null && (entered.length >= BUSY || isMost) ? 'walkway' : 'room';
}
